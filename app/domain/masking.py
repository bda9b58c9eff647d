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
from itertools import product

from msgspec import Struct

from app.domain.head_report import DIMENSIONS, Cell, cells_of, heads_by_cell
from app.domain.heads import HEAD_ROLES, HEAD_WAYS, Counted, Heads

SMALLEST_SHOWN = 5
# What a small figure might be, as far as anybody can tell.
MIGHT_BE = range(1, SMALLEST_SHOWN)

Atom = tuple[Cell, ...]
"""A kind of head: its line in every dimension, in the order of DIMENSIONS."""


class Masks(Struct, frozen=True):
    """The lines whose heads are left out, and whether the total is."""

    cells: frozenset[Cell] = frozenset()
    total: bool = False


class World:
    """One course of events: how many heads of each kind came, and how many that makes in each line."""

    def __init__(self, kinds: Iterable[Atom], heads: dict[Atom, int]) -> None:
        self.kinds = tuple(kinds)
        self.heads = dict(heads)
        self.lines: dict[Cell, int] = defaultdict(int)
        for kind, count in heads.items():
            for cell in kind:
                self.lines[cell] += count

    def copy(self) -> "World":
        """The same, to be changed."""
        return World(self.kinds, self.heads)

    def move(self, source: Atom, target: Atom) -> None:
        """One head comes elsewhere."""
        for kind, step in ((source, -1), (target, 1)):
            self.heads[kind] = self.heads.get(kind, 0) + step
            for cell in kind:
                self.lines[cell] += step


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
    kinds: set[Atom] = set()
    heads: dict[Atom, int] = defaultdict(int)
    for session in sessions:
        seats = {*session.places, *((each.mode, each.seat) for each in session.heads)} if session.held else ()
        for (mode, seat), role, way in product(seats, HEAD_ROLES, HEAD_WAYS):
            kinds.add(cells_of(session, Heads(mode, seat, role, way, 0)))
        for each in session.heads:
            heads[cells_of(session, each)] += each.count
    return World(sorted(kinds), heads)


def ordered(counts: Iterable[Cell]) -> list[Cell]:
    """Lines in the order of their tables."""
    return sorted(counts, key=lambda cell: (DIMENSIONS.index(cell[0]), cell[1]))


def completed(world: World, small: list[Cell]) -> set[Cell] | None:
    """The small lines and as many others as it takes to keep them safe; None if no choice of lines does."""
    masked = set(small)
    while (cell := next((each for each in small if not is_safe(world, each, masked)), None)) is not None:
        more = complement(world, cell, masked)
        if more is None:
            return None
        masked.add(more)
    return masked


def complement(world: World, cell: Cell, masked: set[Cell]) -> Cell | None:
    """One more line to leave out: the smallest that makes a line safe, its own table first; else the smallest.

    None if all lines are left out.
    """
    shown = [each for each in ordered(world.lines) if world.lines[each] and each not in masked]
    shown.sort(key=lambda each: (each[0] != cell[0], world.lines[each]))
    enough = (each for each in shown if is_safe(world, cell, masked | {each}))
    return next(enough, shown[0] if shown else None)


def thinned(world: World, small: list[Cell], masked: set[Cell]) -> set[Cell]:
    """The same without lines that turned out not to be needed, the largest first."""
    others = sorted(masked - set(small), key=lambda each: (-world.lines[each], each))
    for cell in others:
        fewer = masked - {cell}
        if all(is_safe(world, each, fewer) for each in small):
            masked = fewer
    return masked


def is_safe(world: World, cell: Cell, masked: set[Cell]) -> bool:
    """Whether a line might be any small number, as far as the lines that are not left out tell."""
    return all(could_be(world, cell, number, masked) for number in MIGHT_BE)


def could_be(world: World, cell: Cell, number: int, masked: set[Cell]) -> bool:
    """Whether a course of events can be found that fits what is published, and in which a line has so many heads."""
    other = world.copy()
    while other.lines[cell] != number:
        move = next(moves(other, cell, masked, up=other.lines[cell] < number), None)
        if move is None:
            return False
        other.move(*move)
    return True


def moves(world: World, cell: Cell, masked: set[Cell], *, up: bool) -> Iterator[tuple[Atom, Atom]]:
    """Single heads that might have come elsewhere, so that a line has one more (or fewer) and no published one changes."""
    targets: dict[Atom, list[Atom]] = defaultdict(list)
    for kind in world.kinds:
        if (cell in kind) == up:
            targets[published(kind, masked)].append(kind)
    table = DIMENSIONS.index(cell[0])
    sources = [kind for kind, count in world.heads.items() if count and (cell in kind) != up]
    # Large lines spare a head more easily.
    for source in sorted(sources, key=lambda kind: (-world.lines[kind[table]], kind)):
        for target in targets[published(source, masked)]:
            if all(world.lines[left] > 1 for left, new in zip(source, target, strict=True) if left != new):
                yield source, target


def published(kind: Atom, masked: set[Cell]) -> Atom:
    """The lines of a kind of head that everybody can read: heads with the same ones cannot be told apart."""
    return tuple(cell for cell in kind if cell not in masked)
