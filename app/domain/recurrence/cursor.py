"""A place in the tokens that can be tried from and gone back to, and what the grammar has seen so far."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from app.domain.recurrence.pieces import At, Days, EveryMonth, Exchange, Limits, Off, Piece, Place
from app.domain.recurrence.rule import DatedSpan, YearlySpan
from app.domain.recurrence.tokens import Token

T = TypeVar("T")
Periods: TypeAlias = Mapping[str, tuple[YearlySpan | DatedSpan, ...]]
NO_PERIODS: Periods = MappingProxyType({})
GAP = "SPACE"
END = ""
JOINS = frozenset({"JOIN", "OR", "SPACE"})


class Cursor:
    """Tokens, a position, and the surroundings that decide how a word is taken."""

    def __init__(self, tokens: tuple[Token, ...], anchor: date | None, periods: Periods) -> None:
        self.tokens = tokens
        self.kinds = (*(token.kind for token in tokens), END)
        self.end = len(tokens)
        self.past_gaps = past_gaps(self.kinds)
        self.at = 0
        self.anchor = anchor
        self.dated: date | None = None
        self.periods = periods
        self.depth = 0
        self.opened = 0
        self.noted = False
        self.pieces: list[Piece] = []
        self.months: tuple[int, ...] | None = None
        self.months_used = False
        self.month: int | None = None

    @property
    def place(self) -> Place:
        """Whether the words here stand on the line, in a bracket, or in a note (※)."""
        if self.noted:
            return "note"
        return "bracket" if self.depth else "line"

    @property
    def has_days(self) -> bool:
        """Whether a rule of days has been read."""
        return any(isinstance(piece, Days) for piece in self.pieces)

    @property
    def has_hours(self) -> bool:
        """Whether hours have been read: of a place whose days follow from its closing."""
        return any(isinstance(piece, At) for piece in self.pieces)

    @property
    def has_closing(self) -> bool:
        """Whether a weekly closing of the place has been read."""
        return any(isinstance(piece, Off) and piece.closing for piece in self.pieces)

    @property
    def has_dates_here(self) -> bool:
        """Whether days or limits have been read since this bracket, note or line began."""
        return any(
            isinstance(piece, Days | Limits | EveryMonth | Exchange) for piece in self.pieces[self.opened :]
        )

    def over(self) -> bool:
        """Whether all tokens are read."""
        return self.at >= self.end

    def peek(self, *, gaps: bool = True) -> Token | None:
        """The next token, spaces passed over."""
        at = self.past_gaps[self.at] if gaps else self.at
        return self.tokens[at] if at < self.end else None

    def previous(self) -> Token | None:
        """The token before."""
        return self.tokens[self.at - 1] if self.at else None

    def take(self, *kinds: str, gaps: bool = True) -> Token | None:
        """The next token if it is of one of these kinds, and a step past it; else None and no step."""
        at = self.past_gaps[self.at] if gaps else self.at
        if self.kinds[at] not in kinds:
            return None
        self.at = at + 1
        return self.tokens[at]

    def skip(self, *kinds: str) -> list[Token]:
        """All next tokens of these kinds."""
        start = self.at
        while self.kinds[self.at] in kinds:
            self.at += 1
        return list(self.tokens[start : self.at])

    def until(self, *kinds: str) -> list[Token]:
        """All next tokens up to one of these kinds."""
        start = self.at
        while self.at < self.end and self.kinds[self.at] not in kinds:
            self.at += 1
        return list(self.tokens[start : self.at])

    def attempt(self, production: Callable[["Cursor"], T]) -> T:
        """What a production finds; where it finds nothing, the cursor stands where it stood."""
        at, months = self.at, self.months
        found = production(self)
        if found is None:
            self.at, self.months = at, months
        return found


def past_gaps(kinds: tuple[str, ...]) -> list[int]:
    """For every place, where the next token stands that is no space."""
    places = list(range(len(kinds)))
    for at in reversed(places):
        if kinds[at] == GAP:
            places[at] = places[at + 1]
    return places


def changes_rule(piece: Piece) -> bool:
    """Whether a piece says which days are held."""
    return isinstance(piece, Days | Exchange)
