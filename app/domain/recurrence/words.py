"""Small tables shared by reading and wording."""

from app.domain.recurrence.rule import Target

# Longer words first: 翌々日 would else be 翌日.
TARGETS: tuple[tuple[str, Target], ...] = (
    ("翌平日", "next_workday"),
    ("翌営業日", "next_workday"),
    ("翌開", "next_workday"),
    ("翌稼働日", "next_workday"),
    ("翌業務日", "next_workday"),
    ("翌診療日", "next_workday"),
    ("次の平日", "next_workday"),
    ("直後の平日", "next_workday"),
    ("次の営業日", "next_workday"),
    ("以降の平日", "next_workday"),
    ("前営業日", "previous_workday"),
    ("前開", "previous_workday"),
    ("前の開", "previous_workday"),
    ("前の平日", "previous_workday"),
    ("前平日", "previous_workday"),
    ("前の営業日", "previous_workday"),
    ("直近の平日", "previous_workday"),
    ("翌日の平日", "next_workday"),
    ("以前の平日", "previous_workday"),
    ("前日の平日", "previous_workday"),
    ("翌日", "next_day"),
    ("次の日", "next_day"),
    ("あくる日", "next_day"),
    ("前日", "previous_day"),
    ("翌週", "next_week"),
    ("次週", "next_week"),
    ("次の週", "next_week"),
    ("週間後", "next_week"),
    ("前週", "previous_week"),
    ("前の週", "previous_week"),
    ("週間前", "previous_week"),
)
