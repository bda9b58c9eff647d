"""The paper of a month over HTTP: the same for everybody, kept, and never a fault because of what somebody wrote."""

import asyncio
from datetime import date
from uuid import UUID

import pytest

from app.actions.publish import publish
from tests.publishing.reading import opened, sign_on, sizes_of, words_of
from tests.rig import town
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock

MONTH = "/organisations/npo/2026-11"
DESK = "/staff/organisations/npo/months/2026-11/paper"


@pytest.fixture
async def npo(client: Client, clock: Clock) -> UUID:
    """A small organisation whose November is out, with an emoji in a title."""
    owner = await town.add_organisation("npo", name="まちの会", phone="03-1111-2222")
    venue = await town.add_venue("house", name="みんなの家")
    series = await town.add_series(owner, title="お茶会😀 #1", discreet_title="集まり")
    await town.add_session(series, date(2026, 11, 22), venue_id=venue)
    other = await town.add_series(owner, "quiet", title="しずかな会", discreet_title="集まり")
    await town.add_session(other, date(2026, 11, 18), state="planned", venue_id=venue)
    await publish(owner, date(2026, 11, 1), staff_id=None, now=clock())
    return owner


async def test_the_flyer_of_a_published_month(client: Client, npo: UUID) -> None:
    answer = await client.get(f"{MONTH}.pdf")
    words = words_of(answer.content)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert "お茶会〓#1" in words
    assert words.index("11月18日（水）") < words.index("11月22日（日）")
    assert "第1版" in words
    assert "set-cookie" not in answer.headers
    assert 19.0 in sizes_of((await client.get(f"{MONTH}.pdf?size=large")).content)
    discreet = words_of((await client.get(f"{MONTH}.pdf?titles=discreet")).content)
    assert "集まり" in discreet
    assert "みんなの家" not in discreet


async def test_it_is_kept_and_not_sent_twice(client: Client, npo: UUID) -> None:
    first = await client.get(f"{MONTH}.pdf")
    again = await client.get(f"{MONTH}.pdf", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (await client.get(f"{MONTH}.pdf?unknown=1")).content == first.content
    assert (await client.head(f"{MONTH}.pdf")).headers["etag"] == first.headers["etag"]


async def test_a_crowd_gets_one_answer(client: Client, npo: UUID) -> None:
    found = await asyncio.gather(*(client.get(f"{MONTH}.png") for _ in range(20)))
    assert {answer.status_code for answer in found} == {200}
    assert len({answer.content for answer in found}) == 1
    [leads_to] = sign_on(found[0].content)
    path = leads_to.removeprefix("http://127.0.0.1:8000")
    assert path.startswith("/p/")
    assert (await client.get(path)).headers["location"].startswith(MONTH)


async def test_nothing_is_printed_before_it_is_published(client: Client, npo: UUID) -> None:
    for path in ("/organisations/npo/2026-12.pdf", "/organisations/none/2026-11.pdf", f"{MONTH}.doc"):
        assert (await client.get(path)).status_code == 404


async def test_a_newer_truth_is_on_the_next_copy(client: Client, npo: UUID, clock: Clock) -> None:
    before = (await client.get(f"{MONTH}.pdf")).content
    series = await town.add_series(npo, "third", title="三つめの会")
    await town.add_session(series, date(2026, 11, 29), state="planned")
    await publish(npo, date(2026, 11, 1), staff_id=None, now=clock.move(minutes=1))
    after = words_of((await client.get(f"{MONTH}.pdf")).content)
    assert "三つめの会" not in words_of(before)
    assert "三つめの会" in after
    assert "第2版" in after
    assert len(opened(before).pages) == 1


async def test_the_desk_leads_to_the_paper_and_names_what_it_cannot_print(
    client: Client, npo: UUID, clock: Clock
) -> None:
    await client.sign_in(await staff_member("shusai@example.org", "organiser", clock, organisation="npo"))
    page = (await client.get(DESK)).text
    for address in (".pdf", ".pdf?size=large", ".pdf?titles=discreet", ".png"):
        assert f'href="{MONTH}{address}"' in page
    assert "紙に出せない文字があります" in page
    assert "😀" in page
    assert DESK in (await client.get("/staff/organisations/npo/months/2026-11")).text
    unpublished = (await client.get(DESK.replace("2026-11", "2026-12"))).text
    assert "公開すると、ここにちらしと画像ができます。" in unpublished
