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
GAPS = frozenset({"SPACE"})
JOINS = frozenset({"JOIN", "OR", "SPACE"})


class Cursor:
    """Tokens, a position, and the surroundings that decide how a word is taken."""

    def __init__(self, tokens: tuple[Token, ...], anchor: date | None, periods: Periods) -> None:
        self.tokens = tokens
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
        return self.at >= len(self.tokens)

    def peek(self, *, gaps: bool = True) -> Token | None:
        """The next token, spaces passed over."""
        at = self.at
        while gaps and at < len(self.tokens) and self.tokens[at].kind in GAPS:
            at += 1
        return self.tokens[at] if at < len(self.tokens) else None

    def previous(self) -> Token | None:
        """The token before."""
        return self.tokens[self.at - 1] if self.at else None

    def take(self, *kinds: str, gaps: bool = True) -> Token | None:
        """The next token if it is of one of these kinds, and a step past it; else None and no step."""
        token = self.peek(gaps=gaps)
        if token is None or token.kind not in kinds:
            return None
        while self.tokens[self.at] is not token:
            self.at += 1
        self.at += 1
        return token

    def skip(self, *kinds: str) -> list[Token]:
        """All next tokens of these kinds."""
        passed = []
        while (token := self.peek(gaps=False)) and token.kind in kinds:
            passed.append(token)
            self.at += 1
        return passed

    def attempt(self, production: Callable[["Cursor"], T]) -> T:
        """What a production finds; where it finds nothing, the cursor stands where it stood."""
        at, months = self.at, self.months
        found = production(self)
        if found is None:
            self.at, self.months = at, months
        return found


def changes_rule(piece: Piece) -> bool:
    """Whether a piece says which days are held."""
    return isinstance(piece, Days | Exchange)
