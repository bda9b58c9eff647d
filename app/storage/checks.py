"""Whether the store is sound: what `hidamari check` looks at."""

from app.storage.engine import DB, rows
from app.storage.pools import miscounted_pools

LOST_RESERVATIONS = """
SELECT reservation.id FROM reservation LEFT JOIN session ON session.id = reservation.session_id WHERE session.id IS NULL
"""
LOST_PLACES = """
SELECT place.id FROM place LEFT JOIN pool ON pool.id = place.pool_id
LEFT JOIN reservation ON reservation.id = place.reservation_id
WHERE pool.id IS NULL OR reservation.id IS NULL OR pool.session_id <> reservation.session_id
"""
NOWHERE = """
SELECT id FROM reservation WHERE NOT given_up
AND NOT EXISTS (SELECT 1 FROM place WHERE place.reservation_id = reservation.id)
"""
STILL_NAMED = "SELECT id FROM reservation WHERE given_up AND nickname IS NOT NULL"
OWNERLESS = """
SELECT id FROM series WHERE NOT EXISTS (SELECT 1 FROM ownership WHERE ownership.series_id = series.id)
"""
HELD_FOR_NOTHING = """
SELECT booking.id FROM booking JOIN session ON session.id = booking.session_id
WHERE session.state = 'cancelled' AND booking.state <> 'refused'
"""
DOUBLE_BOOKINGS = """
SELECT first.id FROM booking AS first JOIN booking AS second
ON first.room_id = second.room_id AND first.id < second.id
AND first.held_from < second.held_until AND second.held_from < first.held_until
WHERE first.state <> 'refused' AND second.state <> 'refused'
"""


async def faults() -> tuple[str, ...]:
    """One line for each thing that is wrong; none if the store is sound."""
    found = [
        *await file_faults(),
        counted("席の数が予約と合わない席の枠", len(await miscounted_pools())),
        counted("開催回のない予約", len(await rows(LOST_RESERVATIONS))),
        counted("予約や枠のない席", len(await rows(LOST_PLACES))),
        counted("席のない予約", len(await rows(NOWHERE))),
        counted("名前の残った、やめた予約", len(await rows(STILL_NAMED))),
        counted("団体のない定例", len(await rows(OWNERLESS))),
        counted("お休みの回がとったままの部屋", len(await rows(HELD_FOR_NOTHING))),
        counted("同じ部屋で重なる予約", len(await rows(DOUBLE_BOOKINGS))),
    ]
    return tuple(line for line in found if line)


async def file_faults() -> list[str]:
    """What SQLite says about its file and its references; PostgreSQL looks after these itself."""
    if DB.engine_type != "sqlite":
        return []
    [answer] = await rows("PRAGMA integrity_check(1)")
    said = str(answer["integrity_check"])
    broken = await rows("PRAGMA foreign_key_check")
    return ["" if said == "ok" else f"ファイルの傷み: {said}", counted("つながりの切れた行", len(broken))]


def counted(what: str, count: int) -> str:
    """A line, empty where there is nothing to say."""
    return f"{what}: {count}件" if count else ""
