"""申し送り: a note for the other facilitators of a session. It goes with the nicknames."""

from uuid import UUID

from app.domain.door import read_note
from app.domain.errors import Refused
from app.storage.doors import locked_note, save_note
from app.storage.transactions import write


class NoteChanged(Refused):
    """Somebody else wrote meanwhile."""

    code = "note_changed"
    sentence = "ほかの方が、先に書きかえました。いまの申し送りを見て、もう一度お送りください。"


async def write_note(session_id: UUID, typed: str, *, seen: str) -> str:
    """The note in the place of the one that was seen; as it is kept now. Sent again, it changes nothing.

    Raises Unusable for more than 400 letters, NoteChanged if somebody else wrote meanwhile.
    """
    text = read_note(typed)

    async def work() -> str:
        current = await locked_note(session_id)
        if current not in (read_note(seen), text):
            raise NoteChanged
        await save_note(session_id, text)
        return text

    return await write(work)
