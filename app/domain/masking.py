"""伏せる: which figures of a report that leaves the house are left out, so that no small group can be read off.

Heads of 1 to 4 are left out, and so are others until none of the small ones can be worked out from what is left: not by
subtraction from a total, and not across tables (a series that met in one month at one venue stands in three of them).

Whoever reads the report is taken to know the programme: which series met in which month at which venue, with which seats.
What they do not know is how many came. For a small figure to be safe there has to be, for each number from 1 to 4, a
course of events that fits everything published and in which the figure is that number. Such a course is found by letting
single heads come elsewhere: to a gathering that was held, and only so that figures change which are left out. In it no
figure that is left out becomes zero, since zeros are shown as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from app.domain.head_report import DIMENSIONS, OF_HEADS, OF_SESSION, Cell, Dimension, cells_of, heads_by_cell
from app.domain.heads import Counted, Heads

SMALLEST_SHOWN = 5
# What a small figure might be, as far as anybody can tell.
MIGHT_BE = range(1, SMALLEST_SHOWN)
# Whoever comes may come in any way and say any role; the rest of what is counted is where they come to.
FREE: tuple[Dimension, ...] = ("way", "role")
WHERE = len(DIMENSIONS) - len(FREE)

Place = tuple[Cell, ...]
"""A seat in a month, at a series and a venue: its line in each dimension but the free ones."""
Kind = tuple[Cell, ...]
"""A kind of head: its line in every dimension, in the order of DIMENSIONS."""


class Masks(Struct, frozen=True):
    """The lines whose heads are left out, and whether the total is."""

    cells: frozenset[Cell] = frozenset()
    total: bool = False


class World:
    """One course of events: where heads could come to, how many of each kind came, and what that makes in each line."""

    def __init__(self, places: tuple[Place, ...], heads: dict[Kind, int], lines: dict[Cell, int]) -> None:
        self.places = places
        self.heads = heads
        self.lines = lines

    def copy(self) -> "World":
        """The same, to be changed."""
        return World(self.places, dict(self.heads), defaultdict(int, self.lines))

    def move(self, source: Kind, target: Kind) -> None:
        """One head comes elsewhere."""
        for kind, step in ((source, -1), (target, 1)):
            self.heads[kind] = self.heads.get(kind, 0) + step
            for cell in kind:
                self.lines[cell] += step


class Screen:
    """A choice of lines that are left out: places that are alike to whoever reads the others."""

    def __init__(self, places: Iterable[Place], masked: set[Cell]) -> None:
        self.masked = masked
        self.seen: dict[Place, Place] = {}
        self.alike: dict[Place, list[Place]] = defaultdict(list)
        for place in places:
            seen = tuple(cell for cell in place if cell not in masked)
            self.seen[place] = seen
            self.alike[seen].append(place)


def masks_of(sessions: Iterable[Counted]) -> Masks:
    """What has to be left out of the report of some gatherings; nothing where no figure is small."""
    found = tuple(sessions)
    counts = heads_by_cell(found)
    small = [cell for cell in ordered(counts) if counts[cell] in MIGHT_BE]
    if not small:
        return Masks()
    world = world_of(found)
    masked = completed(world, small)
    if masked is None:
        return Masks(frozenset(cell for cell, count in counts.items() if count), total=True)
    return Masks(frozenset(thinned(world, small, masked)))


def world_of(sessions: tuple[Counted, ...]) -> World:
    """What happened, among all that could have happened at these gatherings."""
    places: set[Place] = set()
    heads: dict[Kind, int] = defaultdict(int)
    for session in sessions:
        seats = {*session.places, *((each.mode, each.seat) for each in session.heads)} if session.held else ()
        for mode, seat in seats:
            places.add(cells_of(session, Heads(mode, seat, "unsaid", "walk_in", 0))[:WHERE])
        for each in session.heads:
            heads[cells_of(session, each)] += each.count
    return World(tuple(sorted(places)), dict(heads), defaultdict(int, heads_by_cell(sessions)))


def ordered(counts: Iterable[Cell]) -> list[Cell]:
    """Lines in the order of their tables."""
    return sorted(counts, key=lambda cell: (DIMENSIONS.index(cell[0]), cell[1]))


def completed(world: World, small: list[Cell]) -> set[Cell] | None:
    """The small lines and as many others as it takes to keep them safe; None if no choice of lines does."""
    masked = set(small)
    while (cell := first_unsafe(world, small, masked)) is not None:
        more = complement(world, cell, masked)
        if more is None:
            return None
        masked.add(more)
    return masked


def first_unsafe(world: World, small: Iterable[Cell], masked: set[Cell]) -> Cell | None:
    """The first of the small lines that is not safe; None if all are."""
    screen = Screen(world.places, masked)
    return next((cell for cell in small if not is_safe(world, cell, screen)), None)


def complement(world: World, cell: Cell, masked: set[Cell]) -> Cell | None:
    """One more line to leave out: the smallest that makes a line safe, its own table first; else the smallest.

    None if all lines are left out.
    """
    shown = [each for each in ordered(world.lines) if world.lines[each] and each not in masked]
    shown.sort(key=lambda each: (each[0] != cell[0], world.lines[each]))
    enough = (each for each in shown if is_safe(world, cell, Screen(world.places, masked | {each})))
    return next(enough, shown[0] if shown else None)


def thinned(world: World, small: list[Cell], masked: set[Cell]) -> set[Cell]:
    """The same without lines that turned out not to be needed, the largest first."""
    others = sorted(masked - set(small), key=lambda each: (-world.lines[each], each))
    for cell in others:
        if first_unsafe(world, small, masked - {cell}) is None:
            masked = masked - {cell}
    return masked


def is_safe(world: World, cell: Cell, screen: Screen) -> bool:
    """Whether a small line might be any small number, as far as the lines that are not left out tell.

    On the way to the highest and to the lowest number it passes through all others.
    """
    return all(could_be(world, cell, number, screen) for number in (MIGHT_BE[-1], MIGHT_BE[0]))


def could_be(world: World, cell: Cell, number: int, screen: Screen) -> bool:
    """Whether a course of events can be found that fits what is published, and in which a line has so many heads."""
    other = world.copy()
    while other.lines[cell] != number:
        move = move_to(other, cell, screen, up=other.lines[cell] < number)
        if move is None:
            return False
        other.move(*move)
    return True


def move_to(world: World, cell: Cell, screen: Screen, *, up: bool) -> tuple[Kind, Kind] | None:
    """A single head that might have come elsewhere, so that a line has one more (or fewer) and no published one changes.

    From the largest line, which spares one most easily; None if there is no such head.
    """
    table = DIMENSIONS.index(cell[0])
    sources = [kind for kind, count in world.heads.items() if count and (kind[table] == cell) != up]
    targets = elsewhere if table < WHERE else otherwise
    found = ((source, target) for source in sources for target in targets(source, cell, screen, up=up))
    possible = (each for each in found if spares(world, *each))
    return min(possible, key=lambda each: (-world.lines[each[0][table]], each), default=None)


def elsewhere(source: Kind, cell: Cell, screen: Screen, *, up: bool) -> Iterator[Kind]:
    """The same head at places that look alike."""
    for place in screen.alike[screen.seen[source[:WHERE]]]:
        if (cell in place) == up:
            yield (*place, *source[WHERE:])


def otherwise(source: Kind, cell: Cell, screen: Screen, *, up: bool) -> Iterator[Kind]:
    """The same head at the same place, having come in another way or said another role."""
    table = DIMENSIONS.index(cell[0])
    if source[table] not in screen.masked:
        return
    for other in screen.masked:
        if other[0] == cell[0] and (other == cell) == up:
            yield (*source[:table], other, *source[table + 1 :])


def spares(world: World, source: Kind, target: Kind) -> bool:
    """Whether every line that loses the head keeps another one: none that is left out becomes zero."""
    return all(world.lines[left] > 1 for left, new in zip(source, target, strict=True) if left != new)


assert (*OF_SESSION, *OF_HEADS) == DIMENSIONS  # noqa: S101 -- the order in which cells_of gives them
assert DIMENSIONS[WHERE:] == FREE  # noqa: S101 -- a new dimension has to be one or the other
