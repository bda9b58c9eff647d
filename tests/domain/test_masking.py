"""Nobody can work a small figure out from a report with figures left out: not by subtraction, not across tables.

Two ways of looking that share nothing with the code: linear algebra over what is published, and every course of events
that fits it, one by one.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import masking
from app.domain.head_report import Cell, cells_of, heads_by_cell, report_of
from app.domain.heads import HEAD_ROLES, HEAD_WAYS, Counted, HeadRole, Heads, HeadWay, in_order
from app.domain.masking import Kind, Masks, masks_of, world_of
from app.domain.seats import Mode, Seat

APRIL = date(2026, 4, 1)
Seats = tuple[tuple[Mode, Seat], ...]
HALL: tuple[Mode, Seat] = ("in_person", "talk")
SCREEN: tuple[Mode, Seat] = ("online", "listener")
OFFERS: tuple[Seats, ...] = (
    (HALL,),
    (SCREEN,),
    (HALL, SCREEN),
    (HALL, ("in_person", "listener"), ("online", "talk"), SCREEN),
)
NO_MASKS = Masks()
Sum = dict[Kind, Fraction]
"""How often each kind of head counts in it; those that do not are missing."""


def gathering(
    month: int, series: int, venue: int, *heads: tuple[HeadRole, HeadWay, int], seats: Seats = (HALL,)
) -> Counted:
    """A gathering with heads of (role, way, count) in its first seat."""
    return Counted(
        id=UUID(int=month * 10000 + series * 100 + venue),
        date=APRIL + timedelta(days=31 * month),
        series_id=UUID(int=series),
        series=f"定例{series}",
        venue_id=UUID(int=venue),
        venue=f"会場{venue}",
        places=seats,
        heads=in_order(Heads(*seats[0], role, way, count) for role, way, count in heads),
    )


def many(seed: int, sessions: int, series: int, most: int) -> tuple[Counted, ...]:
    """A year of an organisation as chance has it: some series at some venues, with seats of their own."""
    chance = Random(seed)
    kinds: list[tuple[int, int, Seats]] = [
        (number, chance.randrange(1, 2 + series // 2), chance.choice(OFFERS))
        for number in range(1, series + 1)
    ]
    return tuple(random_session(chance, number, *chance.choice(kinds), most) for number in range(sessions))


def random_session(chance: Random, number: int, series: int, venue: int, seats: Seats, most: int) -> Counted:
    found = [
        Heads(
            *seat,
            chance.choice(HEAD_ROLES) if chance.random() < 0.3 else "unsaid",
            way,
            chance.randrange(most),
        )
        for seat in seats
        for way in HEAD_WAYS
    ]
    day = APRIL + timedelta(days=chance.randrange(365))
    empty = gathering(0, series, venue, seats=seats)
    return Counted(
        id=UUID(int=number),
        date=day,
        series_id=empty.series_id,
        series=empty.series,
        venue_id=empty.venue_id,
        venue=empty.venue,
        places=seats,
        heads=in_order(found),
    )


def small_cells(sessions: tuple[Counted, ...]) -> set[Cell]:
    return {cell for cell, count in heads_by_cell(sessions).items() if 1 <= count <= 4}


def kinds_of(sessions: tuple[Counted, ...]) -> Iterator[Kind]:
    """Every kind of head that could have come."""
    for place in world_of(sessions).places:
        for way in HEAD_WAYS:
            for role in HEAD_ROLES:
                yield (*place, ("way", way), ("role", role))


def shown_cells(sessions: tuple[Counted, ...], masks: Masks) -> set[Cell]:
    """Every line that is published, those that could have been filled and were not among them."""
    return {cell for kind in kinds_of(sessions) for cell in kind} - masks.cells


def possible(sessions: tuple[Counted, ...], masks: Masks) -> list[Kind]:
    """The kinds of heads that may have come: not those of a line that is published as zero."""
    counts = heads_by_cell(sessions)
    kinds = kinds_of(sessions)
    return [kind for kind in kinds if all(counts.get(cell) or cell in masks.cells for cell in kind)]


def given_back(sessions: tuple[Counted, ...], masks: Masks) -> set[Cell]:
    """Small lines that are a linear combination of published ones, over all heads there could have been."""
    kinds = possible(sessions, masks)
    published = [sum_of(cell, kinds) for cell in sorted(shown_cells(sessions, masks))]
    published += [] if masks.total else [dict.fromkeys(kinds, Fraction(1))]
    basis = reduced(published)
    return {cell for cell in small_cells(sessions) if not remainder(basis, sum_of(cell, kinds))}


def sum_of(cell: Cell, kinds: list[Kind]) -> Sum:
    """What a line adds up."""
    return {kind: Fraction(1) for kind in kinds if cell in kind}


def reduced(sums: list[Sum]) -> list[tuple[Kind, Sum]]:
    """A basis of the sums, each with a kind that it has once."""
    basis: list[tuple[Kind, Sum]] = []
    for each in sums:
        if rest := remainder(basis, each):
            first, factor = next(iter(rest.items()))
            basis.append((first, {kind: value / factor for kind, value in rest.items()}))
    return basis


def remainder(basis: list[tuple[Kind, Sum]], whole: Sum) -> Sum:
    """What of a sum the basis does not give."""
    rest = dict(whole)
    for first, known in basis:
        factor = rest.get(first, Fraction(0))
        for kind, value in known.items() if factor else ():
            rest[kind] = rest.get(kind, Fraction(0)) - factor * value
            if not rest[kind]:
                del rest[kind]
    return rest


def courses(sessions: tuple[Counted, ...], masks: Masks) -> Iterator[dict[Cell, int]]:
    """The lines of every course of events that fits what is published; what is left out is never zero."""
    counts = heads_by_cell(sessions)
    total = sum(counts[cell] for cell in counts if cell[0] == "mode")
    kinds = possible(sessions, masks)
    for heads in spread(total, len(kinds)):
        lines: dict[Cell, int] = defaultdict(int)
        for kind, count in zip(kinds, heads, strict=True):
            for cell in kind:
                lines[cell] += count
        shown = all(lines[cell] == counts.get(cell, 0) for cell in shown_cells(sessions, masks))
        if shown and all(lines[cell] for cell in masks.cells):
            yield lines


def spread(heads: int, kinds: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread heads over kinds."""
    if kinds < 2:
        yield (heads,) * kinds
        return
    for first in range(heads + 1):
        for rest in spread(heads - first, kinds - 1):
            yield (first, *rest)


def unsafe(sessions: tuple[Counted, ...], masks: Masks) -> set[Cell]:
    """Small lines that cannot be every number from 1 to 4, as far as the published figures tell."""
    might: dict[Cell, set[int]] = defaultdict(set)
    for lines in courses(sessions, masks):
        for cell in small_cells(sessions):
            might[cell].add(lines[cell])
    return {cell for cell in small_cells(sessions) if not might[cell] >= {1, 2, 3, 4}}


RESERVED: tuple[HeadRole, HeadWay] = ("unsaid", "reserved")
ONE_FACT_IN_THREE_TABLES = (
    gathering(0, 1, 1, (*RESERVED, 6)),
    gathering(1, 2, 2, (*RESERVED, 2)),
    gathering(0, 2, 2, (*RESERVED, 5)),
)
TINY = {
    "a month of two": (gathering(0, 1, 1, (*RESERVED, 2)), gathering(1, 1, 1, (*RESERVED, 6))),
    "two of four": (gathering(0, 1, 1, (*RESERVED, 4)), gathering(1, 1, 1, (*RESERVED, 4))),
    "one fact in three tables": ONE_FACT_IN_THREE_TABLES,
    "three small months": tuple(gathering(month, 1, 1, (*RESERVED, 2)) for month in range(3)),
    "one and seven": (gathering(0, 1, 1, (*RESERVED, 7)), gathering(1, 2, 1, (*RESERVED, 1))),
    "nobody in May": (
        gathering(0, 1, 1, (*RESERVED, 3)),
        gathering(1, 1, 1),
        gathering(2, 1, 1, (*RESERVED, 5)),
    ),
}


@pytest.mark.parametrize("sessions", TINY.values(), ids=TINY)
def test_every_small_figure_might_be_any_small_number(sessions: tuple[Counted, ...]) -> None:
    masks = masks_of(sessions)
    assert masks.cells >= small_cells(sessions)
    assert unsafe(sessions, masks) == set()
    assert given_back(sessions, masks) == set()


# Where several small ones hide each other, none beside them has to go.
ENOUGH = {"two of four", "three small months"}


@pytest.mark.parametrize("name", TINY)
def test_leaving_out_the_small_ones_alone_does_only_where_they_hide_each_other(name: str) -> None:
    """Negative control: what is asked here does find a figure that is left open."""
    found = unsafe(TINY[name], Masks(frozenset(small_cells(TINY[name]))))
    assert (found == set()) == (name in ENOUGH)


def test_tables_that_are_safe_one_by_one_may_give_a_figure_back_together() -> None:
    """The second series hides behind the first, its venue behind the third's: but who was at the first venue is known."""
    sessions = (
        gathering(0, 1, 1, (*RESERVED, 5)),
        gathering(0, 2, 2, (*RESERVED, 2)),
        gathering(0, 3, 3, (*RESERVED, 6)),
        gathering(0, 4, 1, (*RESERVED, 5)),
    )
    apart: set[Cell] = {("series", str(UUID(int=number))) for number in (1, 2)}
    apart |= {("venue", str(UUID(int=number))) for number in (2, 3)}
    assert given_back(sessions, Masks(frozenset(apart))) == small_cells(sessions)
    masks = masks_of(sessions)
    assert given_back(sessions, masks) == unsafe(sessions, masks) == set()


@pytest.mark.parametrize(
    ("seed", "sessions", "series", "most"), [(1, 30, 5, 3), (2, 60, 8, 2), (7, 12, 4, 3)]
)
def test_no_sum_or_difference_of_published_figures_is_a_small_one(
    seed: int, sessions: int, series: int, most: int
) -> None:
    found = many(seed, sessions, series, most)
    masks = masks_of(found)
    assert small_cells(found)
    assert not masks.total
    assert given_back(found, masks) == set()
    assert given_back(found, Masks(frozenset(small_cells(found)))) != set()


PLACES = st.tuples(st.integers(0, 2), st.integers(1, 2), st.integers(1, 2))


@given(
    st.lists(
        st.tuples(PLACES, st.integers(0, 5)),
        min_size=1,
        max_size=4,
        unique_by=lambda each: each[0],
    )
)
@settings(max_examples=25, deadline=None)
def test_small_programmes_of_any_shape_give_nothing_away(
    found: list[tuple[tuple[int, int, int], int]],
) -> None:
    sessions = tuple(gathering(*place, (*RESERVED, count)) for place, count in found)
    masks = masks_of(sessions)
    assert masks.cells >= small_cells(sessions)
    if not masks.total and sum(session.total for session in sessions) <= 9:
        assert unsafe(sessions, masks) == set()


def test_large_figures_are_all_shown() -> None:
    assert masks_of(many(4, 300, 3, 9)) == NO_MASKS


def test_a_total_that_is_small_leaves_only_zeros() -> None:
    alone = (gathering(0, 1, 1, ("family", "reserved", 3)), gathering(1, 1, 1))
    masks = masks_of(alone)
    assert masks.total
    assert masks.cells == set(cells_of(alone[0], alone[0].heads[0]))


def test_a_year_of_months_with_one_head_each_tells_nothing() -> None:
    """Twelve signs that add up to twelve would be twelve ones."""
    assert masks_of(tuple(gathering(month, 1, 1, (*RESERVED, 1)) for month in range(6))).total


def test_nobody_at_all_needs_no_mask() -> None:
    assert masks_of((gathering(0, 1, 1),)) == NO_MASKS
    assert masks_of(()) == NO_MASKS


def test_every_table_adds_up_to_the_total() -> None:
    sessions = many(5, 40, 6, 4)
    report = report_of(sessions, APRIL, date(2027, 3, 31), date(2027, 4, 1))
    assert {sum(line.heads for line in table.lines) for table in report.tables} == {report.total.heads}


def test_masks_are_the_same_in_whatever_order_the_sessions_come() -> None:
    sessions = many(1, 30, 5, 3)
    assert masks_of(sessions) == masks_of(tuple(reversed(sessions)))


def test_nothing_is_left_out_needlessly() -> None:
    """Each line that is left out beside the small ones is needed."""
    sessions = many(2, 60, 8, 2)
    small, masks = small_cells(sessions), masks_of(sessions)
    world = world_of(sessions)
    for cell in masks.cells - small:
        fewer = set(masks.cells) - {cell}
        assert masking.first_unsafe(world, small, fewer) is not None


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 160))
def test_years_of_many_kinds_give_no_small_figure_back(seed: int) -> None:
    chance = Random(seed)
    found = many(seed, chance.choice((10, 30, 60)), chance.choice((3, 6, 10)), chance.choice((2, 3, 4)))
    masks = masks_of(found)
    assert masks.cells >= small_cells(found)
    assert masks.total or given_back(found, masks) == set()
