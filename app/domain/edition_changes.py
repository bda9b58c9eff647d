"""What is new in an edition against the one before, in words: one sentence a change.

Two contents that differ at all have at least one sentence, so that an edition is made exactly when there is one.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from app.domain.edition import ROOM_OPEN, Content, EditionSession, in_form
from app.domain.month import day_words, hours_words


def differences(before: Content | None, after: Content) -> tuple[str, ...]:
    """What is new against the edition before, one sentence a change, by date. The first edition has no changes.

    What the form of the edition before could not say is not compared.
    """
    if before is None:
        return ()
    after = in_form(after, before.form)
    titles = {each.id: each.title for content in (before, after) for each in content.series}
    old = {each.id: each for each in before.sessions}
    new = {each.id: each for each in after.sessions}
    found = [
        line
        for session_id in {**old, **new}
        for line in _difference(old.get(session_id), new.get(session_id), titles)
    ]
    named = (
        ()
        if before.organisation == after.organisation
        else (f"団体の名前が{after.organisation}に変わりました",)
    )
    return (*named, *(words for _, words in sorted(found)), *_of_series(before, after))


def _difference(
    old: EditionSession | None, new: EditionSession | None, titles: dict[UUID, str]
) -> Iterator[tuple[date, str]]:
    either = new or old
    if either is None or old == new:
        return
    title = titles[either.series_id]
    said = f"{title}　{when(either)}"
    if old is None:
        yield either.date, f"{said}：{_first_word(either)}"
    elif new is None:
        yield either.date, f"{said}：ご案内を終わりました"
    else:
        # A change that no other sentence tells must not go out in silence.
        lines = list(_changed(old, new)) or [f"{when(new)}：案内が変わりました"]
        yield from ((new.date, f"{title}　{words}") for words in lines)


def _first_word(session: EditionSession) -> str:
    return "加わりました" if session.state == "published" else _state_words(session)


def _changed(old: EditionSession, new: EditionSession) -> Iterator[str]:
    if new.state == "handed":
        if (old.state, old.heir) != (new.state, new.heir):
            yield f"{when(new)}：{_state_words(new)}"
        return
    if new.state != old.state:
        yield f"{when(new)}：{_state_words(new)}"
    elif new.date != old.date:
        yield f"{when(old)}から{when(new)}に移りました"
    elif (new.starts, new.ends) != (old.starts, old.ends):
        yield f"{when(new)}：時刻が変わりました（前は{hours_words(old.starts, old.ends)}）"
    if new.venue != old.venue:
        yield f"{when(new)}：会場が{new.venue or '未定'}に変わりました"
    elif new.room != old.room:
        yield f"{when(new)}：部屋は{_room(new)}"
    elif (new.area, new.address) != (old.area, old.address):
        yield f"{when(new)}：会場の住所の案内が変わりました"
    if new.theme != old.theme and new.theme:
        yield f"{when(new)}：内容は「{new.theme}」です"
    if (new.modes, new.seats) != (old.modes, old.seats):
        yield f"{when(new)}：参加のしかたが変わりました"


def _room(session: EditionSession) -> str:
    return "調整中です" if session.room == ROOM_OPEN else f"{session.room or '未定'}です"


def _state_words(session: EditionSession) -> str:
    if session.state == "cancelled":
        return f"中止になりました（{session.reason}）" if session.reason else "中止になりました"
    if session.state == "handed":
        return f"これからは{session.heir or 'ほかの団体'}が開きます"
    return "ほかの月に移りました" if session.state == "left" else "開催します"


def when(session: EditionSession) -> str:
    """11月22日（日） 13:30～15:30; without the hours where they are unknown."""
    hours = f" {hours_words(session.starts, session.ends)}" if session.starts or session.ends else ""
    return f"{day_words(session.date)}{hours}"


SERIES_WORDS = {
    "title": "名前",
    "eligibility": "参加できる方",
    "registration": "申込みのしかた",
    "fee": "費用",
    "contact": "連絡先",
    "phone": "電話番号",
    "about": "案内文",
    "owner": "主催",
    "audience": "どなたの会か",
    "discreet_title": "カレンダーに出す控えめな名前",
    "belongings": "持ち物",
    "hosts": "共催・協力",
    "slug": "ページの場所",
}


def _of_series(before: Content, after: Content) -> Iterator[str]:
    old = {each.id: each for each in before.series}
    for new in after.series:
        for field, words in SERIES_WORDS.items():
            if new.id in old and getattr(new, field) != getattr(old[new.id], field):
                yield f"{new.title}　{words}が変わりました"
