"""Whether the store is sound: what `hidamari check` looks at. It changes nothing, and says what to do."""

import sqlite3

from msgspec import Struct

from app.domain.recurrence.rule import from_json
from app.storage.editions import read_content
from app.storage.engine import DB, rows
from app.storage.pools import MISCOUNTED
from app.storage.report_months import read_figures
from app.storage.unreadable import Reader, unreadable

MOST_SHOWN = 5
RESTORE = "今の控えをとってから、この食いちがいのない控えがあれば、hidamari restore でもどしてください。"
REPORT = "今の控えをとってから、番号を添えて、ひだまりの開発元に知らせてください。"
FIGURES = "SELECT id, figures AS text FROM report_month WHERE closed_at IS NOT NULL"
AT_DOOR = "その回の受付ページで、人数を確かめてください。"


class Look(Struct, frozen=True):
    """Something that must never be: what it is called, the rows that show it, and what to do then."""

    what: str
    query: str
    advice: str


class Finding(Struct, frozen=True):
    """Something that is wrong: how many rows show it, the first ids of them, and what to do."""

    what: str
    count: int
    ids: tuple[str, ...]
    advice: str


def no_hash(table: str, *columns: str, key: str = "id") -> str:
    """Rows in which a hash is not 64 hexadecimal digits."""
    digits = "'0123456789abcdef'"
    wrong = " OR ".join(f"length({each}) <> 64 OR ltrim({each}, {digits}) <> ''" for each in columns)
    return f"SELECT {key} AS id FROM {table} WHERE {wrong}"  # noqa: S608 -- our own names


LOOKS = (
    Look("席の数が予約と合わない席の枠", MISCOUNTED, REPORT),
    Look(
        "当日参加の人数が来た人数と合わない席の枠",
        """
        SELECT pool.id FROM pool LEFT JOIN (
            SELECT place.pool_id, SUM(CASE WHEN reservation.arrived THEN 1 ELSE 0 END) AS arrived,
                SUM(CASE WHEN reservation.gone THEN 1 ELSE 0 END) AS gone
            FROM place JOIN reservation ON reservation.id = place.reservation_id
            WHERE place.state = 'held' GROUP BY place.pool_id
        ) AS named ON named.pool_id = pool.id
        WHERE NOT EXISTS (SELECT 1 FROM tally WHERE tally.session_id = pool.session_id)
        AND pool.walked_in <> pool.arrived - COALESCE(named.arrived, 0) - pool."left" + COALESCE(named.gone, 0)
        """,
        AT_DOOR,
    ),
    Look(
        "順番の重なる、または進みすぎた待ち",
        """
        SELECT place.id FROM place JOIN pool ON pool.id = place.pool_id
        WHERE place.state = 'waiting' AND (place.turn > pool.turn OR EXISTS (
            SELECT 1 FROM place AS other WHERE other.pool_id = place.pool_id AND other.state = 'waiting'
            AND other.turn = place.turn AND other.id <> place.id
        ))
        """,
        REPORT,
    ),
    Look(
        "開催回のない予約",
        """
        SELECT reservation.id FROM reservation LEFT JOIN session ON session.id = reservation.session_id
        WHERE session.id IS NULL
        """,
        RESTORE,
    ),
    Look(
        "予約や枠のない席",
        """
        SELECT place.id FROM place LEFT JOIN pool ON pool.id = place.pool_id
        LEFT JOIN reservation ON reservation.id = place.reservation_id
        WHERE pool.id IS NULL OR reservation.id IS NULL OR pool.session_id <> reservation.session_id
        """,
        RESTORE,
    ),
    Look(
        "席のない予約",
        """
        SELECT id FROM reservation WHERE NOT given_up
        AND NOT EXISTS (SELECT 1 FROM place WHERE place.reservation_id = reservation.id)
        """,
        "その回の受付ページで、席があるか確かめてください。",
    ),
    Look(
        "名前の残った、やめた予約",
        "SELECT id FROM reservation WHERE given_up AND nickname IS NOT NULL",
        "hidamari tidy で、回の24時間後に消えます。急ぐときは、ひだまりの開発元に知らせてください。",
    ),
    Look(
        "団体のない定例",
        "SELECT id FROM series WHERE NOT EXISTS (SELECT 1 FROM ownership WHERE ownership.series_id = series.id)",
        RESTORE,
    ),
    Look(
        "ほかの定例の予定の行についた回",
        "SELECT session.id FROM session JOIN line ON line.id = session.line_id WHERE line.series_id <> session.series_id",
        RESTORE,
    ),
    Look(
        "もとの回のない、つづきの回",
        """
        SELECT session.id FROM session LEFT JOIN session AS parent ON parent.id = session.parent_id
        WHERE session.parent_id IS NOT NULL AND parent.id IS NULL
        """,
        "主催のページで、その回をお休みにしてください。",
    ),
    Look(
        "版の番号がとんだ月",
        """
        SELECT MIN(CAST(id AS VARCHAR(36))) AS id FROM edition GROUP BY organisation_id, month
        HAVING MIN(number) <> 1 OR COUNT(*) <> MAX(number)
        """,
        RESTORE,
    ),
    Look(
        "お休みの回がとったままの部屋",
        """
        SELECT booking.id FROM booking JOIN session ON session.id = booking.session_id
        WHERE session.state = 'cancelled' AND booking.state <> 'refused'
        """,
        "会場のページで、その部屋を返してください。",
    ),
    Look(
        "同じ部屋で重なる予約",
        # The bounds of a booking include the buffers of its room.
        """
        SELECT first.id FROM booking AS first JOIN booking AS second
        ON first.room_id = second.room_id AND first.id < second.id
        AND first.held_from < second.held_until AND second.held_from < first.held_until
        WHERE first.state <> 'refused' AND second.state <> 'refused'
        """,
        "会場のページで、どちらかをほかの部屋か時間に移してください。",
    ),
    Look(
        "形のくずれた予約の鍵",
        no_hash("reservation", "link_hash", "feed_hash", "code_hash", "nonce_hash", "body_hash"),
        RESTORE,
    ),
    Look("形のくずれた紹介の鍵", no_hash("invitation", "code_hash"), "紹介の言葉を新しくしてください。"),
    Look("形のくずれたログインの鍵", no_hash("sign_in", "token_hash"), "ログインし直してください。"),
    Look(
        "形のくずれた受付リンクの鍵", no_hash("door_link", "token_hash"), "受付のリンクを作り直してください。"
    ),
    Look(
        "形のくずれたお招きやパスワードのリンクの鍵",
        no_hash("staff_link", "token_hash"),
        "リンクを作り直してください。",
    ),
    Look(
        "形のくずれた予備のコード",
        no_hash("recovery_code", "code_hash"),
        "その方に、予備のコードを作り直してもらってください。",
    ),
    Look("形のくずれた送信の番号", no_hash("nonce", "hash", key="hash"), RESTORE),
)

READINGS: tuple[tuple[Look, Reader], ...] = (
    (
        Look(
            "読めない予定の行", "SELECT id, timetable AS text FROM line WHERE timetable IS NOT NULL", RESTORE
        ),
        from_json,
    ),
    (Look("読めない休館日の言葉", "SELECT id, timetable AS text FROM closing_rule", RESTORE), from_json),
    (Look("読めない版", "SELECT id, content AS text FROM edition", RESTORE), read_content),
    (Look("読めない締めた月", FIGURES, RESTORE), read_figures),
)
DAMAGE = Look("ファイルの傷み", "", RESTORE)
CUT = Look("つながりの切れた行", "", RESTORE)


async def findings() -> tuple[Finding, ...]:
    """All that is wrong; none if the store is sound. Changes nothing.

    A file of SQLite that is damaged is said alone: what else could be asked of it would mislead, or fail.
    """
    if damage := await damages():
        return damage
    found = [finding(look, await ids_of(look)) for look in LOOKS]
    found += [finding(look, await unreadable(look.query, read)) for look, read in READINGS]
    found += [finding(CUT, await cut_references())]
    return tuple(each for each in found if each.count)


def finding(look: Look, ids: list[str]) -> Finding:
    """What a look has found: all are counted, the first are named."""
    return Finding(look.what, len(ids), tuple(ids[:MOST_SHOWN]), look.advice)


async def ids_of(look: Look) -> list[str]:
    """The ids that a look finds, in the order of their words."""
    return sorted(str(row["id"]) for row in await rows(look.query))


async def damages() -> tuple[Finding, ...]:
    """What SQLite says about its file, in its own words; PostgreSQL looks after that itself."""
    if DB.engine_type != "sqlite":
        return ()
    try:
        said = [str(row["integrity_check"]) for row in await rows("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as fault:
        said = [str(fault)]
    return () if said == ["ok"] else (finding(DAMAGE, said),)


async def cut_references() -> list[str]:
    """Rows of SQLite that refer to one that is not there, each by its table; PostgreSQL does not let it come to that."""
    if DB.engine_type != "sqlite":
        return []
    return sorted(str(row["table"]) for row in await rows("PRAGMA foreign_key_check"))
