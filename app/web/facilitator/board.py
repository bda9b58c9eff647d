"""The door of a session as plain data for its page: how many are here, what can be tapped, who reserved."""

from collections.abc import Sequence
from typing import Any

from app.domain.programme import Session
from app.domain.reservations import Person
from app.domain.seats import Pool
from app.web.facilitator.names import free_words, pool_label, pool_words, seat_of, under_name
from app.web.facilitator.taps import Tap
from app.web.i18n import gettext as _
from app.web.i18n import link

Data = dict[str, Any]
STEPS = (1, 3)


def present_of(session: Session) -> Data:
    """The largest number of the page: who is at the venue now, or online where there is nothing else."""
    here = [pool for pool in session.pools if pool.mode == "in_person"] or list(session.pools)
    at_venue = any(pool.mode == "in_person" for pool in here)
    online = [pool for pool in session.pools if pool not in here]
    return {
        "label": _("いま会場にいる人") if at_venue else _("いま参加している人"),
        "count": now_in(here),
        "total": sum(pool.arrived for pool in here),
        "online": {"count": now_in(online), "total": sum(pool.arrived for pool in online)}
        if online
        else None,
    }


def now_in(pools: Sequence[Pool]) -> int:
    """How many came and have not gone home."""
    return sum(pool.arrived - pool.left for pool in pools)


def counts_of(pool: Pool) -> list[str]:
    """予約5, 当日2, あと3, 待つ方1, 定員を超えて迎えた方1."""
    waiting = [_("待つ方%(number)s") % {"number": pool.waiting}] if pool.waiting else []
    above = [_("定員を超えて迎えた方%(number)s") % {"number": pool.above}] if pool.above else []
    return [
        _("予約%(number)s") % {"number": pool.reserved},
        _("当日%(number)s") % {"number": pool.walked_in},
        free_words(pool),
        *waiting,
        *above,
    ]


def counters(session: Session) -> list[Data]:
    """One row a pool, with ＋1 and ＋3."""
    return [
        {
            "label": pool_label(pool),
            "under": counts_of(pool),
            "buttons": [plus(pool, heads) for heads in STEPS],
        }
        for pool in session.pools
    ]


def plus(pool: Pool, heads: int) -> Data:
    """One more head, or three."""
    place = pool_words(pool.mode, pool.seat)
    return {
        "label": f"＋{heads}",
        "name": "act",
        "value": str(Tap("more", pool.id, heads)),
        "spoken": _("%(place)sに%(number)s人") % {"place": place, "number": heads},
    }


def corrections(session: Session, people: Sequence[Person], last: Tap | None) -> list[Data]:
    """One row for each pool in which heads without a name were counted: a mistap taken back, gone home, back again."""
    rows = ((pool, walk_ins_gone(pool, people)) for pool in session.pools)
    return [correction(pool, gone, last) for pool, gone in rows if pool.walked_in or gone]


def walk_ins_gone(pool: Pool, people: Sequence[Person]) -> int:
    """How many heads without a name went home."""
    named = sum(person.gone and (person.mode, person.seat) == (pool.mode, pool.seat) for person in people)
    return pool.left - named


def correction(pool: Pool, gone: int, last: Tap | None) -> Data:
    """The row of one pool."""
    place = pool_words(pool.mode, pool.seat)
    parts = [_("当日の方 %(number)s人") % {"number": pool.walked_in}]
    if gone:
        parts.append(_("帰った方 %(number)s人") % {"number": gone})
    mistap = mistapped(pool, last)
    undo = _("取り消す") if mistap == 1 else _("%(number)s人を取り消す") % {"number": mistap}
    here = [
        second(_("帰った"), Tap("home", pool.id), place),
        second(undo, Tap("fewer", pool.id, mistap), place),
    ]
    again = [second(_("もどった"), Tap("again", pool.id), place)]
    return {
        "label": pool_label(pool),
        "under": parts,
        "buttons": (here if pool.walked_in else []) + (again if gone else []),
    }


def mistapped(pool: Pool, last: Tap | None) -> int:
    """How many heads a tap on 取り消す takes back: as many as the last tap had counted here, else one."""
    if last and (last.act, last.target) == ("more", pool.id):
        return max(1, min(last.heads, pool.walked_in))
    return 1


def second(label: str, tap: Tap, whose: str) -> Data:
    """An outlined button."""
    return {
        "label": label,
        "name": "act",
        "value": str(tap),
        "second": True,
        "spoken": f"{whose} {label}",
    }


def person_rows(session: Session, people: Sequence[Person]) -> list[Data]:
    """Everybody who reserved, with what can be tapped: the name itself for somebody who comes."""
    return [
        {
            "anchor": anchor(person),
            "name": person.nickname,
            "came": None if person.arrived else came(person),
            "href": link(f"/staff/sessions/{session.id}/people/{person.reservation_id}"),
            "under": under_name(person),
            "gone": person.gone,
            "buttons": person_buttons(person),
        }
        for person in people
    ]


def came(person: Person) -> Data:
    """A tap on the name."""
    tap = Tap("came", person.reservation_id)
    return {"value": str(tap), "spoken": _("%(name)s 来た") % {"name": person.nickname}}


def named_places(session: Session) -> list[tuple[str, str]]:
    """Where somebody can be welcomed by nickname, as the options of a choice."""
    return [(str(Tap("named", pool.id)), pool_words(pool.mode, pool.seat)) for pool in session.pools]


def anchor(person: Person) -> str:
    """Where the page comes back to after a tap on this person."""
    return anchor_of(Tap("came", person.reservation_id))


def anchor_of(tap: Tap) -> str:
    """Where the page comes back to after a tap: the person, or the counters."""
    return f"p-{tap.target.hex[:8]}" if tap.is_of_person else "door"


def person_buttons(person: Person) -> list[Data]:
    """Nothing before somebody comes; then 帰った and 取り消す; then もどった."""
    at = person.reservation_id
    if person.gone:
        return [second(_("もどった"), Tap("back", at), person.nickname)]
    if person.arrived:
        return [
            second(_("帰った"), Tap("left", at), person.nickname),
            second(_("取り消す"), Tap("mistap", at), person.nickname),
        ]
    return []


def sheet_rows(people: Sequence[Person]) -> list[Data]:
    """Nickname and seat for paper: no role, no secret."""
    return [
        {
            "name": person.nickname,
            "under": seat_of(person) or under_waiting(person),
            "here": person.arrived,
        }
        for person in people
    ]


def under_waiting(person: Person) -> str:
    """待っています 1番目."""
    return _("待っています（%(order)s番目）") % {"order": person.order}
