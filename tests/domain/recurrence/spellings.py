"""Timetables with phrases that mean them, in the many spellings of flyers: made from the meaning, not from our wording."""

from collections.abc import Callable
from datetime import time

from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.recurrence.canonical import canonical, last_at_end
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    NO_HOURS,
    Closed,
    Daily,
    DayOfMonth,
    Entry,
    Holidays,
    Hours,
    Instead,
    MonthDay,
    NthWeekday,
    Rule,
    Shift,
    Target,
    Timetable,
    Weekly,
    Workdays,
    YearEndDays,
    YearlySpan,
    hours_of,
)
from tests.domain.recurrence.strategies import some_of

Said = tuple[Timetable, str]
KANJI = "〇一二三四五六七八九"
FULL = str.maketrans("0123456789:", "０１２３４５６７８９：")
LETTERS = "月火水木金土日"
CIRCLED = "①②③④⑤"


def kanji(number: int) -> str:
    """12 → 十二."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{KANJI[tens]}十"
    return head + (KANJI[ones] if ones or not tens else "")


def plain(number: int) -> str:
    return str(number)


def full_width(number: int) -> str:
    """１２."""
    return str(number).translate(FULL)


NumberStyle = Callable[[int], str]
NUMBERS: list[NumberStyle] = [plain, plain, full_width, kanji]
DIGITS: list[NumberStyle] = [plain, full_width]


NthStyle = Callable[[tuple[int, ...], str, Callable[[int], str]], str]


def _shared(join: str, *, again: bool = True) -> NthStyle:
    """第1・第3木曜, 第1・3木曜."""

    def spell(nths: tuple[int, ...], weekday: str, number: Callable[[int], str]) -> str:
        words = [
            "最終" if n == -1 else ("第" if again or not at else "") + number(n) for at, n in enumerate(nths)
        ]
        return join.join(words) + weekday

    return spell


def _each(join: str) -> NthStyle:
    """第1木曜日と第3木曜日."""

    def spell(nths: tuple[int, ...], weekday: str, number: Callable[[int], str]) -> str:
        return join.join(("最終" if n == -1 else f"第{number(n)}") + weekday for n in nths)

    return spell


def _weeks(join: str) -> NthStyle:
    """第2週と第4週の木曜日."""

    def spell(nths: tuple[int, ...], weekday: str, number: Callable[[int], str]) -> str:
        return join.join("最終週" if n == -1 else f"第{number(n)}週" for n in nths) + "の" + weekday

    return spell


def _circled(nths: tuple[int, ...], weekday: str, number: Callable[[int], str]) -> str:
    return (
        "第" + "・".join(CIRCLED[n - 1] for n in nths) + weekday
        if min(nths) > 0
        else _shared("・")(nths, weekday, plain)
    )


JOINS = ["・", "、", "と", "，", ",", "及び", "および", "　", ""]
NTH_STYLES: list[NthStyle] = [
    *map(_shared, JOINS),
    *map(_each, ["・", "、", "と", "　", "／"]),
    *map(_weeks, ["・", "と", "、"]),
]
NTH_STYLES += [_shared("・", again=False), _shared("、", again=False), _circled]
ONE_WEEKDAY = ["{}曜日", "{}曜", "（{}）", "({})", "{}曜日", "の{}曜日"]
MONTHLY = ["毎月", "毎月", "", "", "毎月 ", "毎月　", "月の", "各月", "毎月の"]


@st.composite
def nth_weekday(draw: st.DrawFn) -> tuple[Rule, str]:
    nths = draw(st.sets(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1, max_size=3).map(last_at_end))
    weekday, months = draw(st.integers(0, 6)), draw(st.one_of(st.just(EVERY_MONTH), some_of(range(1, 13), 4)))
    style = draw(st.sampled_from(NTH_STYLES))
    named = draw(st.sampled_from(ONE_WEEKDAY)).format(LETTERS[weekday])
    named = named.removeprefix("の") if style.__qualname__.startswith(("_weeks", "_each")) else named
    when = draw(st.sampled_from(MONTHLY)) if months == EVERY_MONTH else draw(months_spelled(months))
    return NthWeekday(nths, (weekday,), months), when + style(nths, named, draw(st.sampled_from(NUMBERS)))


@st.composite
def months_spelled(draw: st.DrawFn, months: tuple[int, ...]) -> str:
    """偶数月, 4・7月の, 4月と7月の, 4月、7月の."""
    if months in ((2, 4, 6, 8, 10, 12), (1, 3, 5, 7, 9, 11)):
        return ("偶数月" if months[0] == 2 else "奇数月") + draw(st.sampled_from(["", "の", "　"]))
    number = draw(st.sampled_from(DIGITS))
    spelled = [
        "・".join(map(number, months)) + "月の",
        "、".join(f"{number(m)}月" for m in months) + "の",
        "と".join(f"{number(m)}月" for m in months) + "の",
        "・".join(f"{number(m)}月" for m in months) + " ",
        ",".join(map(number, months)) + "月の",
    ]
    return draw(st.sampled_from(spelled))


WEEKLY = ["毎週{}", "毎週{}", "{}", "毎週の{}", "毎週 {}", "毎週　{}"]
LISTS = ["{}曜日", "{}曜", "{}"]


@st.composite
def weekly(draw: st.DrawFn) -> tuple[Rule, str]:
    weekdays = draw(some_of(range(7), 4))
    letters = [LETTERS[day] for day in weekdays]
    ways = [form.format(join.join(letters)) for form in LISTS for join in ("・", "、")]
    ways += [
        "、".join(f"{letter}曜日" for letter in letters),
        "と".join(f"{letter}曜日" for letter in letters),
    ]
    ways += ["・".join(f"{letter}曜" for letter in letters)]
    if weekdays == tuple(range(weekdays[0], weekdays[-1] + 1)) and len(weekdays) > 2:
        first, last = letters[0], letters[-1]
        ways += [
            f"{first}～{last}",
            f"{first}曜日から{last}曜日まで",
            f"{first}曜～{last}曜",
            f"{first}曜日〜{last}曜日",
        ]
    return Weekly(weekdays), draw(st.sampled_from(WEEKLY)).format(draw(st.sampled_from(ways)))


@st.composite
def day_of_month(draw: st.DrawFn) -> tuple[Rule, str]:
    days = draw(some_of(range(1, 32), 3))
    number = draw(st.sampled_from(DIGITS))
    ways = [join.join(f"{number(day)}日" for day in days) for join in ("・", "、", "と")]
    ways += ["・".join(map(number, days)) + "日"]
    return DayOfMonth(days), draw(st.sampled_from(["毎月", "毎月 ", "毎月の"])) + draw(st.sampled_from(ways))


named = st.sampled_from(
    [
        (Workdays(), "平日"),
        (Workdays(), "平日（月～金）"),
        (Daily(), "毎日"),
        (DayOfMonth((-1,)), "毎月末日"),
        (DayOfMonth((5, 15, 25)), "毎月5のつく日"),
    ]
)
rules: st.SearchStrategy[tuple[Rule, str]] = st.one_of(
    nth_weekday(), nth_weekday(), weekly(), day_of_month(), named
)
LABELS = ["", "", "", "●", "開催日：", "■日時：", "【日程】", "子ども食堂　", "・", "日時 ", "〇開催日 "]
TAILS = ["", "", "", "　参加費無料", "（要予約）", "に開催", "です", "　定員20名", "　会場：第一公民館"]


@st.composite
def clock(draw: st.DrawFn, moment: time, *, half_said: bool) -> str:
    """One moment: 13:30, 13時30分, 13時半, 午後1時30分, PM1:30."""
    hour, minute = moment.hour, moment.minute
    ways = [
        f"{hour}:{minute:02d}",
        f"{hour}：{minute:02d}",
        f"{hour}時{minute:02d}分",
        f"{hour:02d}:{minute:02d}",
    ]
    ways += [f"{hour}時"] * 2 * (not minute) + [f"{hour}時半"] * (minute == 30)
    if not half_said:
        return draw(st.sampled_from(ways))
    half, short = ("午前", hour) if hour < 12 else ("午後", hour - 12)
    tail = f"時{minute}分" if minute else "時"
    ways = [
        f"{half}{short}{tail}",
        f"{half} {short}:{minute:02d}",
        f"{half}{short}時半" if minute == 30 else f"{half}{short}{tail}",
    ]
    return draw(st.sampled_from(["正午"] if moment == time(12) else ways))


@st.composite
def hours(draw: st.DrawFn) -> tuple[Hours, str]:
    start = time(draw(st.integers(8, 18)), draw(st.sampled_from([0, 15, 30])))
    end = time(draw(st.integers(start.hour + 1, 21)), draw(st.sampled_from([0, 30, 45])))
    half_said = draw(st.booleans())
    first, last = draw(clock(start, half_said=half_said)), draw(clock(end, half_said=half_said))
    dash = draw(st.sampled_from(["～", "〜", "~", "-", "－", "から", " ～ ", "　～　"]))
    if draw(st.integers(0, 3)) == 0:
        return hours_of(start), first + draw(st.sampled_from(["～", "から", "開始", "スタート", "より"]))
    tail = draw(st.sampled_from(["", "", "まで"])) if dash.strip() != "-" else ""
    return hours_of(start, end), f"{first}{dash}{last}{tail}"


EXCEPT = [
    "（{}を除く）",
    "（{}は除く）",
    "（{}除く）",
    "（{}はお休み）",
    "(ただし{}は休み)",
    "　※{}を除く",
    "（{}は休館）",
    " ※{}は休み",
]


@st.composite
def closed(draw: st.DrawFn) -> tuple[tuple[Closed, ...], str]:
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 20))
    span = YearlySpan(MonthDay(month, day), MonthDay(month, day + 3))
    items: list[tuple[Rule, list[str]]] = [
        (Holidays(), ["祝日", "祝祭日", "国民の祝日"]),
        (YearEndDays(), ["年末年始", "年末・年始"]),
        (Daily((8,)), ["8月", "８月", "八月"]),
        (
            span,
            [
                f"{month}月{day}日～{day + 3}日",
                f"{month}/{day}～{month}/{day + 3}",
                f"{month}月{day}日から{month}月{day + 3}日まで",
            ],
        ),
        (
            replace(span, name="お盆"),
            [f"お盆（{month}/{day}～{month}/{day + 3}）", f"お盆{month}月{day}日～{day + 3}日"],
        ),
    ]
    chosen = draw(st.lists(st.sampled_from(items), max_size=2, unique_by=lambda item: type(item[0])))
    words = draw(st.sampled_from(["、", "・", "と", "及び"])).join(
        draw(st.sampled_from(ways)) for _, ways in chosen
    )
    said = draw(st.sampled_from(EXCEPT)).format(words) if chosen else ""
    return tuple(Closed(rule) for rule, _ in chosen), said


SHIFTS: list[tuple[Target, list[str]]] = [
    ("next_day", ["翌日", "次の日", "翌日に振替", "その翌日"]),
    ("next_week", ["翌週", "次週", "翌週に変更", "次の週", "翌週に延期します"]),
    ("next_workday", ["翌平日", "翌営業日", "次の平日", "翌開館日"]),
    ("previous_workday", ["前営業日", "直前の平日"]),
    ("previous_day", ["前日"]),
    ("previous_week", ["前週", "前の週に開催"]),
]
HOLIDAY = [
    "（祝日の場合は{}）",
    "（祝日の場合、{}）",
    "（祝日のときは{}）",
    "　※祝日にあたる場合は{}",
    "（祝日と重なる場合は{}）",
    "（祝日は{}）",
]


@st.composite
def policy(draw: st.DrawFn) -> tuple[Shift | None, str]:
    if draw(st.integers(0, 4)):
        return None, ""
    to, ways = draw(st.sampled_from(SHIFTS))
    return Shift(to), draw(st.sampled_from(HOLIDAY)).format(draw(st.sampled_from(ways)))


@st.composite
def exchanged(draw: st.DrawFn, weekday: int) -> tuple[Instead, str]:
    month, nth = draw(st.integers(1, 12)), draw(st.integers(1, 4))
    day = f"第{nth}{LETTERS[weekday]}曜日"
    ways = [
        f"（{month}月は{day}）",
        f"　※{month}月は{day}",
        f"（ただし{month}月のみ{day}）",
        f"（{month}月は{day}に変更）",
        f" ※{month}月：{day}",
    ]
    return Instead(NthWeekday((nth,), (weekday,), (month,))), draw(st.sampled_from(ways))


@st.composite
def one_programme(draw: st.DrawFn) -> Said:
    """Label, days, hours, exclusions, policy, tail; the hours before or behind the brackets."""
    (rule, days), (clock_value, clock_words) = draw(rules), draw(st.one_of(st.just((NO_HOURS, "")), hours()))
    (off, off_words), (shift, shift_words) = draw(closed()), draw(policy())
    if isinstance(rule, Daily | Workdays) or any(isinstance(c.days, Holidays) for c in off):
        shift, shift_words = None, ""
    entry = Entry(rule, (clock_value,), off, shift=shift)
    note = off_words + shift_words
    if isinstance(rule, NthWeekday) and not note and draw(st.booleans()):
        instead, note = draw(exchanged(rule.weekdays[0]))
        entry = replace(entry, instead=(instead,))
    gap = (
        draw(st.sampled_from([" ", "　", "、", "の", ""]))
        if clock_words and not days.endswith(("日", "火", "水", "木"))
        else draw(st.sampled_from([" ", "　"]))
    )
    words = (
        f"{days}{note} {clock_words}"
        if draw(st.booleans()) and "※" not in note
        else f"{days}{gap}{clock_words}{note}"
    )
    tails = [
        tail for tail in TAILS if tail != "に開催" or not isinstance(rule, Weekly)
    ]  # 土曜に開催: on which Saturdays?
    said = draw(st.sampled_from(LABELS)) + words + (draw(st.sampled_from(tails)) if "※" not in note else "")
    return canonical(Timetable((entry,))), said


@st.composite
def two_programmes(draw: st.DrawFn) -> Said:
    """Two rules with their own hours on one line."""
    entries, parts = [], []
    for _ in range(2):
        (rule, days), (clock_value, clock_words) = draw(st.one_of(nth_weekday(), weekly())), draw(hours())
        entries.append(Entry(rule, (clock_value,)))
        carried = entries[0].rule != rule and getattr(entries[0].rule, "months", EVERY_MONTH) != EVERY_MONTH
        parts.append(f"{'毎月' if carried and days.startswith(('第', '最')) else ''}{days} {clock_words}")
    return canonical(Timetable(tuple(entries))), draw(st.sampled_from(["、", "／", "　", "\n", " "])).join(
        parts
    )


spellings: st.SearchStrategy[Said] = st.one_of(
    one_programme(), one_programme(), one_programme(), two_programmes()
)
