"""The desk where months go out: seen as one list, looked at twice, told apart from what others did."""

import re
from datetime import date

import pytest

from app.actions.publish import publish
from app.domain.series_wish import HandDate, LineWish
from app.storage.editions import latest_edition
from app.storage.engine import rows
from tests.actions.programme import give_manager
from tests.rig.client import Client, staff_member
from tests.rig.clock import Clock
from tests.web.organiser.desk import BASE, Desk, signed_in

DECEMBER = f"{BASE}/months/2026-12"
SEEN = re.compile(r'name="seen" value="([0-9a-f]{64})"')


def sign_of(page: str) -> str:
    found = SEEN.search(page)
    assert found
    return found[1]


async def second_organiser(desk: Desk, clock: Clock) -> Client:
    return await signed_in(
        desk.client, await staff_member("b@example.org", "organiser", clock, organisation="ward")
    )


async def test_a_form_without_an_act_publishes_nothing(desk: Desk) -> None:
    await desk.house.series()
    for typed in ({}, {"act": ""}, {"act": "everything"}, {"months": "1"}):
        answer = await desk.client.submit(DECEMBER, typed)
        assert answer.status_code == 422
    assert await latest_edition(desk.organisation, date(2026, 12, 1)) is None


async def test_a_span_is_seen_as_it_will_go_out(desk: Desk, clock: Clock) -> None:
    await give_manager(desk.house.venue, clock())
    await desk.house.series("毎月第3金曜 13:30～15:30", in_room=True)
    await desk.house.series_of(LineWish(words="毎月第1金曜 10時～12時"), title="元日の会")
    await desk.house.series("年5回", added=(HandDate(date=date(2026, 12, 5)),))
    page = (await desk.client.get(f"{DECEMBER}?months=3")).text
    assert re.findall(r"<h3>(\d+年\d+月)</h3>", page) == ["2026年12月", "2027年1月", "2027年2月"]
    assert re.findall(r'<b><a class="number"[^>]*>([^<]*)</a></b>', page) == [
        "12月4日（金）",
        "12月5日（土）",
        "12月18日（金）",
        "1月1日（金）",
        "1月15日（金）",
        "2月5日（金）",
        "2月19日（金）",
    ]
    assert page.count("「部屋は調整中」と出ます。") == 3
    assert "年5回：今年度はあと4回" in page and "元日" in page
    answer = await desk.client.submit(DECEMBER, {"act": "publish", "months": "3", "seen": sign_of(page)})
    assert answer.headers["location"] == f"{DECEMBER}?said=published&months=3#said"
    [row] = await rows("SELECT first, months FROM edition WHERE month = {}", date(2027, 2, 1))
    assert (row["first"], row["months"]) == (date(2026, 12, 1), 3)


async def test_who_was_slower_is_told(desk: Desk, clock: Clock) -> None:
    await desk.house.series()
    seen = sign_of((await desk.client.get(DECEMBER)).text)
    await publish(desk.organisation, date(2026, 12, 1), now=clock())
    answer = await desk.client.submit(DECEMBER, {"act": "publish", "seen": seen})
    assert answer.headers["location"] == f"{DECEMBER}?said=others#said"
    page = (await desk.client.get(f"{DECEMBER}?said=others")).text
    assert "ほかの方が、先に2026年12月の第1版を出しました。" in page


async def test_what_changed_meanwhile_is_shown_before_it_goes_out(desk: Desk) -> None:
    await desk.house.series()
    seen = sign_of((await desk.client.get(DECEMBER)).text)
    await desk.house.series_of(LineWish(words="毎月第2金曜 10時～12時"), title="あとから")
    answer = await desk.client.submit(DECEMBER, {"act": "publish", "seen": seen})
    assert answer.status_code == 409
    assert "見ているあいだに、変わったところがありました。" in answer.text and "あとから" in answer.text


async def test_a_second_person_looks_before_it_goes_out(desk: Desk, clock: Clock) -> None:
    other = await second_organiser(desk, clock)
    settings = f"{BASE}/publishing"
    answer = await desk.client.submit(settings, {"second_look": "yes"})
    assert answer.headers["location"] == f"{settings}?said=kept#said"
    await desk.house.series()
    page = (await desk.client.get(DECEMBER)).text
    assert 'value="publish"' not in page and "この案を見てもらう" in page
    assert (await desk.client.submit(DECEMBER, {"act": "publish"})).status_code == 409
    await desk.client.submit(DECEMBER, {"act": "draft"})
    assert "もう一人の主催の方が確かめると、公開できます。" in (await desk.client.get(DECEMBER)).text
    assert (await desk.client.submit(DECEMBER, {"act": "look"})).status_code == 409
    seen = (await other.get(DECEMBER)).text
    assert "ほかの主催の方がつくった案です。" in seen
    assert (await other.submit(DECEMBER, {"act": "look", "seen": sign_of(seen)})).status_code == 303
    assert "もう一人の方が確かめました。" in (await desk.client.get(DECEMBER)).text
    done = await desk.client.submit(DECEMBER, {"act": "publish"})
    assert done.headers["location"] == f"{DECEMBER}?said=published#said"


WAITING = re.compile(r'<a href="([^"]*/months/[^"]*)">([^<]*案[^<]*)</a>')


async def test_the_desk_leads_each_to_the_draft_that_waits(desk: Desk, clock: Clock) -> None:
    other = await second_organiser(desk, clock)
    await desk.house.series()
    await desk.client.submit(f"{BASE}/publishing", {"second_look": "yes"})
    assert WAITING.findall((await other.get(BASE)).text) == []
    await desk.client.submit(DECEMBER, {"act": "draft", "months": "3"})
    span, months = f"{DECEMBER}?months=3", "2026年12月～2027年2月"
    mine = (await desk.client.get(BASE)).text
    assert WAITING.findall(mine) == [(span, f"{months}の案は、もう一人の方が確かめるのを待っています。")]
    theirs = (await other.get(BASE)).text
    assert WAITING.findall(theirs) == [(span, f"{months}の案が、確かめるのを待っています。")]
    page = (await other.get(span)).text
    await other.submit(DECEMBER, {"act": "look", "months": "3", "seen": sign_of(page)})
    assert "確かめました。公開できます。" in (await desk.client.get(BASE)).text
    await desk.client.submit(DECEMBER, {"act": "publish", "months": "3"})
    assert WAITING.findall((await desk.client.get(BASE)).text) == []


async def test_an_organiser_alone_is_told_that_nobody_could_look(desk: Desk) -> None:
    answer = await desk.client.submit(f"{BASE}/publishing", {"second_look": "yes", "limit": "300"})
    assert answer.status_code == 409
    assert "確かめる方がいません。" in answer.text and 'value="300"' in answer.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"limit": "0"}, "1から9999までの数で書いてください。"),
        ({"months": "2"}, "締切は、何か月前と何日の両方を書いてください。"),
        ({"limit": "たくさん"}, "数字で書いてください。"),
    ],
)
async def test_what_cannot_be_read_is_kept_and_explained(
    desk: Desk, typed: dict[str, str], words: str
) -> None:
    answer = await desk.client.submit(f"{BASE}/publishing", typed)
    assert answer.status_code == 422
    assert words in answer.text and f'value="{next(iter(typed.values()))}"' in answer.text


async def test_texts_are_ready_with_their_length_and_the_deadline(desk: Desk) -> None:
    await desk.house.series("毎週金曜 13:30～15:30")
    await desk.client.submit(f"{BASE}/publishing", {"limit": "１２０", "months": "1", "day": "5"})
    page = (await desk.client.get(f"{DECEMBER}/texts")).text
    assert "広報紙の締切は11月5日（木）です。" in page
    assert "載せるのは、公開してからにしてください。" in page
    [ward, line, mail] = re.findall(r"<textarea[^>]*readonly>\n(.*?)</textarea>", page, re.DOTALL)
    assert len(ward) <= 120 and f'<p class="soft">{len(ward)}字</p>' in page
    assert "入りきらないので、次のものを省きました。" in page and "<li>ページの場所</li>" in page
    assert line.startswith("なぎの会 2026年12月の予定") and mail.startswith("なぎの会　2026年12月の予定")
    await desk.client.submit(DECEMBER, {"act": "publish"})
    later = (await desk.client.get(f"{DECEMBER}/texts?limit=1000")).text
    assert "載せるのは" not in later and "入りきらない" not in later
