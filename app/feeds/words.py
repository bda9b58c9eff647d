"""What a calendar says about a session, in plain Japanese lines, the most important one first."""

from app.domain.month import day_words, hours_words
from app.domain.programme import Session, Venue
from app.domain.registration import REGISTRATION_WORDS
from app.feeds.choice import Choice, Site
from app.feeds.texts import clean, one_line

DEMO = "【デモ】"
CANCELLED = "【中止】"
PLANNED = "（予定）"
NEUTRAL = "予定"
END_UNKNOWN = "終了時刻は未定です。"
START_UNKNOWN = "開始時刻は未定です。"
CANCELLED_TEXT = "この回は中止です。"
PLANNED_TEXT = "まだ決まっていない予定です。"
ROOM_REFUSED = "部屋は調整中です。"
SAME_DAY = "当日の変更は、ページか電話でお確かめください。"
CATEGORIES = {"in_person": "会場", "online": "オンライン"}


def summary(session: Session, choice: Choice, site: Site) -> str:
    """The title with what has to be known before it: 【デモ】, 【中止】 or （予定）."""
    demo = DEMO if site.demo else ""
    return f"{demo}{state_mark(session)}{title(session, choice)}"


def state_mark(session: Session) -> str:
    """【中止】, （予定） or nothing."""
    return {"cancelled": CANCELLED, "planned": PLANNED, "published": ""}[session.state]


def title(session: Session, choice: Choice) -> str:
    """The own word, the discreet title or the title, on one line; 予定 if nothing of it is fit to be shown."""
    chosen = session.series.discreet_title if choice.discreet else session.series.title
    return one_line(choice.label or chosen) or NEUTRAL


def location(session: Session) -> str:
    """Where: venue, room and address, the area alone instead of a private address, オンライン; empty if nobody has said."""
    if session.venue is None:
        return "オンライン" if session.modes == ("online",) else ""
    room = session.room_name if session.room_state != "refused" else None
    parts = (session.venue.name, room, place_of(session.venue))
    return one_line(" ".join(part for part in parts if part))


def place_of(venue: Venue) -> str | None:
    """The address where it is public, else the area."""
    return venue.address if venue.address_public and venue.address else venue.area


def unknown_hours(session: Session) -> list[str]:
    """What is not known of the times. An unknown end is never invented."""
    if session.starts is None:
        known = f"{hours_words(None, session.ends)}の予定です。" if session.ends else ""
        return [START_UNKNOWN, known]
    return [END_UNKNOWN] if session.ends is None else []


def description(session: Session, choice: Choice) -> str:
    """Plain lines; discreet ones say nothing but what is unknown of the times."""
    lines = (
        unknown_hours(session)
        if choice.discreet
        else [*news(session), *unknown_hours(session), *about(session)]
    )
    return clean("\n".join(line for line in lines if line))


def news(session: Session) -> list[str]:
    """What changed, or is not settled yet."""
    lines = []
    if session.state == "cancelled":
        lines += [CANCELLED_TEXT, session.cancel_reason or ""]
    if session.state == "planned":
        lines.append(PLANNED_TEXT)
    if session.former_date:
        lines.append(f"前の予定（{day_words(session.former_date)}{former_start(session)}）から変わりました。")
    if session.former_venue:
        lines.append(f"会場が{session.former_venue.name}から変わりました。")
    if session.room_state == "refused":
        lines.append(ROOM_REFUSED)
    return lines


def former_start(session: Session) -> str:
    """13:30～, where the former start is known."""
    return f" {hours_words(session.former_starts, None)}" if session.former_starts else ""


def about(session: Session) -> list[str]:
    """What happens, for whom, how to come, whom to ask."""
    series = session.series
    return [
        session.theme or "",
        series.eligibility or "",
        REGISTRATION_WORDS[series.registration],
        f"費用：{series.fee}" if series.fee else "費用は、主催者にお尋ねください。",
        asking(session),
        SAME_DAY,
    ]


def asking(session: Session) -> str:
    """主催 and the telephone, as far as they are known."""
    phone = session.series.phone or (session.owner.phone if session.owner else None)
    parts = (f"主催：{session.owner.name}" if session.owner else "", f"電話 {phone}" if phone else "")
    return "　".join(part for part in parts if part)
