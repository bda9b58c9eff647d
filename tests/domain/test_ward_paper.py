"""The ward's paper and its deadline."""

from datetime import date

import pytest

from app.domain.errors import Misfilled
from app.domain.ward_paper import WardPaper, checked, deadline_of


@pytest.mark.parametrize(
    ("months", "day", "deadline"),
    [
        (2, 5, date(2026, 11, 5)),
        (2, 31, date(2026, 11, 30)),
        (0, 1, date(2027, 1, 1)),
        (None, 5, None),
        (2, None, None),
    ],
)
def test_the_deadline_is_so_many_months_before(
    months: int | None, day: int | None, deadline: date | None
) -> None:
    assert deadline_of(WardPaper(months=months, day=day), date(2027, 1, 1)) == deadline


@pytest.mark.parametrize(
    ("paper", "field"),
    [
        (WardPaper(limit=0), "limit"),
        (WardPaper(limit=10_000), "limit"),
        (WardPaper(months=7, day=1), "months"),
        (WardPaper(months=1, day=32), "day"),
        (WardPaper(months=1), "day"),
        (WardPaper(day=1), "months"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(paper: WardPaper, field: str) -> None:
    with pytest.raises(Misfilled) as refusal:
        checked(paper)
    assert list(refusal.value.messages) == [field]


def test_nothing_said_is_fine() -> None:
    assert checked(WardPaper()) == WardPaper()
