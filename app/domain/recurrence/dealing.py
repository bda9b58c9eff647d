"""Which hours belong to which days: those behind the days, or before them where hours come first."""

from app.domain.recurrence.draft import Draft
from app.domain.recurrence.pieces import At, Days, Pause, Piece
from app.domain.recurrence.rule import Hours, hours_of


def deal_hours(drafts: list[Draft], pieces: list[Piece]) -> None:
    """Hours belong to the days before them, several of both to one another; hours that come first, to the days after."""
    stated = _stated(pieces, doors=False) or _stated(pieces, doors=True)
    if not stated or not drafts:
        return
    if stated[0][0] < drafts[0].position and stated[-1][0] < drafts[-1].position:
        _deal_forward(drafts, stated)
    elif stated[0][0] < drafts[0].position or drafts[0].position < 0:
        _give(drafts, [hours for _, hours in stated])
    else:
        _deal_backward(drafts, stated, pieces)


def _stated(pieces: list[Piece], *, doors: bool) -> list[tuple[int, Hours]]:
    """The hours where they stand, without the pauses behind them; those of 受付 and 開場 only where asked for."""
    found: list[tuple[int, Hours]] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, At) and (doors or not piece.doors):
            found.append((at, piece.hours))
        elif isinstance(piece, Pause):
            found = [(i, part) for i, hours in found for part in _without(hours, piece.hours)]
    return found


def _without(hours: Hours, pause: Hours) -> list[Hours]:
    """10時～16時 without 12時～13時: the hours before and after."""
    start, end, first, last = hours.start, hours.end, pause.start, pause.end
    if start and end and first and last and start < first < last < end:
        return [hours_of(start, first), hours_of(last, end)]
    return [hours]


def _give(drafts: list[Draft], hours: list[Hours]) -> None:
    for draft in drafts:
        draft.hours += [h for h in hours if h not in draft.hours]


def _deal_forward(drafts: list[Draft], stated: list[tuple[int, Hours]]) -> None:
    for draft in drafts:
        before = [(at, hours) for at, hours in stated if at < draft.position]
        between = [d.position for d in drafts if d.position < before[-1][0]]
        since = max(between, default=-1)
        _give([draft], [hours for at, hours in before if at > since])


def _deal_backward(drafts: list[Draft], stated: list[tuple[int, Hours]], pieces: list[Piece]) -> None:
    for at, hours in stated:
        earlier = [d for d in drafts if d.position < at]
        last_before = max((a for a, _ in stated if a < earlier[-1].position), default=-1)
        theirs = [d for d in earlier if d.position > last_before]
        if _is_in_bracket(pieces[at]):
            theirs = [d for d in theirs if _is_in_bracket(pieces[d.position])] or theirs
        _give(theirs, [hours])


def _is_in_bracket(piece: Piece) -> bool:
    """月～金（第2土曜も開所 10時～12時）: the hours there are those of the days there."""
    return isinstance(piece, At | Days) and piece.place == "bracket"
