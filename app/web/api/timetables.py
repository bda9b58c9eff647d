"""POST /api/timetables/read: what a phrase of a flyer means. Nothing is kept of it."""

from datetime import timedelta
from typing import Any

from litestar import Controller, Request, post

from app.domain.recurrence.report import answer
from app.web.api.bodies import Question, SendsPhrase, fields_of

LONGEST_DAYS = 800
LONGEST_PHRASE = 500


class TimetablesController(Controller):
    path = "/timetables"

    @post("/read", status_code=200, operation_class=SendsPhrase, summary="Read a phrase")
    async def read(self, request: Request[Any, Any, Any]) -> dict[str, Any]:
        asked = await question_of(request)
        return answer(asked.phrase, asked.first, asked.last, asked.anchor)


async def question_of(request: Request[Any, Any, Any]) -> Question:
    """The phrase and its window. Raises Misfilled."""
    fields = await fields_of(request)
    phrase, anchor = fields.needed("phrase"), fields.day("anchor")
    first, last = fields.needed_day("from"), fields.needed_day("to")
    if len(phrase) > LONGEST_PHRASE:
        fields.fault("phrase", f"{LONGEST_PHRASE}文字までにしてください。")
    if not timedelta(0) <= last - first <= timedelta(days=LONGEST_DAYS) and "from" not in fields.faults:
        fields.faults.setdefault("to", f"from から{LONGEST_DAYS}日のうちの日付にしてください。")
    fields.check()
    return Question(phrase, first, last, anchor)
