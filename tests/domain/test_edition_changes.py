"""What is new in an edition: a sentence for every change, and none without one."""

from datetime import date, time
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.edition import Content, EditionSeries, EditionSession, content_of, in_form
from app.domain.edition_changes import differences
from app.domain.programme import Host, Organisation
from tests.domain.test_edition import NOVEMBER, OTHER, OUT, SALON, WARD, said

SERIES = EditionSeries(id=UUID(int=3), slug="salon", title="サロン")
few_words = st.none() | st.sampled_from(["あ", "い"])


def sessions(number: int) -> st.SearchStrategy[EditionSession]:
    return st.builds(
        EditionSession,
        id=st.just(UUID(int=number)),
        series_id=st.just(SERIES.id),
        date=st.dates(date(2026, 11, 1), date(2026, 11, 3)),
        starts=st.none() | st.just(time(10)),
        ends=st.none() | st.just(time(12)),
        state=st.sampled_from(["published", "cancelled", "left", "handed"]),
        reason=few_words,
        theme=few_words,
        venue=few_words,
        room=few_words,
        modes=st.sampled_from([(), ("in_person",), ("online",)]),
        former_date=st.none() | st.just(date(2026, 11, 1)),
        seats=st.sampled_from([(), ("in_person/talk",)]),
        area=few_words,
        address=few_words,
        heir=few_words,
    )


series = st.builds(
    EditionSeries,
    id=st.just(SERIES.id),
    slug=st.sampled_from(["salon", "other"]),
    title=st.sampled_from(["サロン", "家族会"]),
    about=few_words,
    audience=st.sampled_from([(), ("family",)]),
    eligibility=few_words,
    registration=st.sampled_from(["unstated", "walk_in"]),
    fee=few_words,
    contact=few_words,
    phone=few_words,
    owner=few_words,
    discreet_title=st.sampled_from(["", "予定"]),
    belongings=few_words,
    hosts=st.sampled_from([(), (("共催", "社協"),)]),
)
contents = st.builds(
    Content,
    organisation=st.sampled_from(["なぎの会", "となりの会"]),
    month=st.just(NOVEMBER),
    form=st.just(2),
    series=st.tuples(series),
    sessions=st.tuples(sessions(1)) | st.tuples(sessions(1), sessions(2)) | st.just(()),
)


@settings(max_examples=150, deadline=None)
@given(contents, contents)
def test_whatever_differs_has_a_sentence_and_nothing_else_has(before: Content, after: Content) -> None:
    assert bool(differences(before, after)) == (before != after)


def test_what_an_older_form_could_not_say_is_no_change() -> None:
    now = content_of(WARD, NOVEMBER, [OUT], {SALON.id: (Host(organisation=OTHER, role="共催"),)})
    then = in_form(now, 1)
    assert then != now
    assert differences(then, now) == ()
    later = replace(now, sessions=(replace(now.sessions[0], starts=time(14)),))
    assert len(differences(then, later)) == 1


def test_what_was_handed_over_is_told_as_that() -> None:
    handed = replace(OUT, owner=OTHER)
    assert differences(said(OUT), said(handed)) == (
        "サロン　11月20日（金） 13:30～15:30：これからはとなりの会が開きます",
        "サロン　主催が変わりました",
    )


def test_a_part_in_the_series_keeps_it_ours() -> None:
    theirs = replace(OUT, owner=OTHER)
    kept = content_of(WARD, NOVEMBER, [theirs], {SALON.id: (Host(organisation=WARD, role="共催"),)})
    assert [each.state for each in kept.sessions] == ["published"]


def test_a_private_address_is_in_no_edition() -> None:
    assert OUT.venue is not None
    hidden = replace(OUT, venue=replace(OUT.venue, address="ひみつ町1", address_public=False, area="狛江市"))
    [told] = said(hidden).sessions
    assert (told.area, told.address) == ("狛江市", None)


def test_a_new_name_of_the_organisation_is_a_change() -> None:
    renamed: Any = Organisation(id=WARD.id, slug="ward", name="なぎさの会")
    after = content_of(renamed, NOVEMBER, [])
    assert differences(said(), after) == ("団体の名前がなぎさの会に変わりました",)
