"""Words for a cancelled session, since nobody who reserved can be reached: for the door and for the telephone."""

from app.domain.month import day_words, hours_words
from app.domain.programme import Session

ASK = "主催者にお尋ねください"


def door_notice(session: Session) -> tuple[str, ...]:
    """The lines of a notice for the door, in the order of their size."""
    reason = f"理由：{session.cancel_reason}" if session.cancel_reason else ""
    phone = session.series.phone or ""
    lines = (
        f"{day_words(session.date)} {hours_words(session.starts, session.ends)}",
        f"「{session.series.title}」は、お休みです。",
        reason,
        "来てくださった方、ありがとうございます。",
        f"お問い合わせ：{phone}" if phone else "",
    )
    return tuple(line for line in lines if line)


def telephone_words(session: Session) -> str:
    """What to say on the telephone."""
    why = f"（{session.cancel_reason}）" if session.cancel_reason else ""
    when = f"{day_words(session.date)} {hours_words(session.starts, session.ends)}"
    return f"{when}の「{session.series.title}」は、お休みになりました{why}。次の回は、いつものページでお知らせします。"
