"""The flyer and the poster, read by programs that others wrote."""

import asyncio
import io
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Any

import pytest
import typst
from msgspec import json
from msgspec.structs import replace
from PIL import Image

from app.domain.month import day_words
from app.publishing import flyer as flyers
from app.publishing.flyer import Look, flyer, poster, unprintable_on
from app.publishing.month_page import MonthPage
from app.publishing.press import FORMS, Press, Sheet, sheet
from tests.publishing.months import busy, month, session
from tests.publishing.reading import metadata, opened, sign_on, sizes_of, spoken_of, tags_of, words_of

PRESS = Press()
HOSTILE = '#set page(fill: red) $x^2$ *star* _under_ @label <tag> \\ "quote" // no comment /* nor this */ `raw` [a] {b} = -- ~'


def pdf(page: MonthPage, look: Look = flyers.PLAIN) -> bytes:
    return PRESS.compiled(flyer(page, look))


def picture_of(asked: Sheet) -> bytes:
    """The first page of a flyer as a camera sees it."""
    return PRESS.compiled(Sheet(asked.form, asked.data, "png"))


@pytest.fixture(scope="module")
def twenty() -> bytes:
    return pdf(busy(20))


def test_every_date_stands_on_the_flyer_in_its_order(twenty: bytes) -> None:
    words = words_of(twenty)
    places = [words.index(day_words(each.date)) for each in busy(20).sessions]
    assert places == sorted(places)
    assert words.count("13:30～15:30") == 20


def test_it_says_who_when_where_and_how(twenty: bytes) -> None:
    words = words_of(twenty)
    for said in (
        "狛江ひだまりの会",
        "2026年11月の予定",
        "みんなの家和室",
        "予約はいりません。費用：無料",
        "hidamari.example/p/4827",
        "電話03-1234-5678",
        "主催：狛江ひだまりの会共催：狛江市社会福祉協議会後援：狛江市",
        "第2版2026年10月20日",
    ):
        assert said in words


def test_it_is_tagged_japanese_and_says_so(twenty: bytes) -> None:
    root = opened(twenty).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("ja-JP", True)  # type: ignore[index]
    assert root["/StructTreeRoot"]["/K"]  # type: ignore[index]
    said = metadata(twenty)
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in said


def test_a_screen_reader_is_led_through_it(twenty: bytes) -> None:
    root: Any = opened(twenty).trailer["/Root"]
    tags = tags_of(pdf(replace(busy(20), since=("サロン　11月3日：会場が変わりました",) * 2)))
    assert {
        tag: tags[tag] for tag in ("/H1", "/H2", "/Table", "/TH", "/TR", "/TD", "/L", "/LI", "/Figure")
    } == {
        "/H1": 1,
        "/H2": 2,
        "/Table": 1,
        "/TH": 4,
        "/TR": 21,
        "/TD": 80,
        "/L": 1,
        "/LI": 2,
        "/Figure": 1,
    }
    assert spoken_of(twenty) == ["最新の予定を開くQRコード。行き先は hidamari.example/p/4827"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "狛江ひだまりの会　2026年11月の予定</rdf:li>" in metadata(twenty)


def test_its_fonts_are_in_it(twenty: bytes) -> None:
    fonts = opened(twenty).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    descendants = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts.values()]
    assert {str(each["/BaseFont"]).split("+")[1] for each in descendants} == {
        "BIZUDPGothic-Regular",
        "BIZUDPGothic-Bold",
    }
    assert all("/FontFile2" in each["/FontDescriptor"] for each in descendants)


@pytest.mark.parametrize(
    ("dates", "pages"), [(0, 1), (1, 1), (5, 1), (8, 1), (11, 1), (12, 1), (15, 1), (20, 1)]
)
def test_up_to_twenty_dates_fit_on_one_page(dates: int, pages: int) -> None:
    assert len(opened(pdf(busy(dates))).pages) == pages


def full(dates: int) -> MonthPage:
    """A month that has much to say beside its dates."""
    long = {
        "eligibility": "家にいることが多い方、ご家族、支える方。" * 3,
        "belongings": "飲みもの",
        "contact": "世話役",
    }
    told = {"theme": "手紙を書く", "ends": None}
    sessions = [session(number, **long, **(told if number % 2 else {})) for number in range(1, dates + 1)]
    return month(
        *sessions, since=tuple(f"ひだまりサロン　{day}日：会場が変わりました" for day in range(1, 9))
    )


@pytest.mark.parametrize("dates", [4, 8, 12, 16])
def test_a_month_with_much_to_say_is_set_as_large_as_one_page_allows(dates: int) -> None:
    assert len(opened(pdf(full(dates))).pages) == 1
    data = json.decode(flyer(full(dates)).data)
    largest = data | {"settings": data["settings"][:1]}
    assert len(opened(PRESS.compiled(sheet("flyer", largest))).pages) == 2


def test_sixty_dates_flow_on_and_none_is_lost() -> None:
    made = pdf(busy(60))
    words = words_of(made)
    assert len(opened(made).pages) > 1
    assert all(day_words(each.date) in words for each in busy(60).sessions)
    assert "1/2" in words


def test_large_type_is_large() -> None:
    assert min(sizes_of(pdf(busy(8), Look(large=True)))) >= 13
    assert 19.0 in sizes_of(pdf(busy(8), Look(large=True)))
    assert 19.0 not in sizes_of(pdf(busy(8)))


def test_discreet_paper_says_neither_name_nor_place() -> None:
    page = month(
        session(1, theme="ひきこもりを考える", eligibility="ひきこもりの方", contact="支援課"),
        session(2, state="cancelled", reason="支援課の都合"),
        session(3, state="handed", heir="別の支援団体"),
    )
    for look, hidden in ((Look(discreet=True), True), (flyers.PLAIN, False)):
        made = pdf(page, look)
        words = words_of(made) + metadata(made)
        for each in (page.organisation, "みんなの家", "ひきこもり", "支援", "社会福祉", "サロン"):
            assert (each not in words) is hidden, each
        assert "11月1日（日）" in words
        assert "【中止】" in words
    assert "定例の集まり" in words_of(pdf(page, Look(discreet=True)))


def test_what_is_off_and_what_moved_can_be_read_without_colour() -> None:
    page = month(
        session(1, state="cancelled", reason="会場の休館日のため"),
        session(2, former_date=date(2026, 10, 30)),
        session(40, state="left", former_date=date(2026, 11, 12)),
        session(41, ends=None),
        since=("ひだまりサロン　11月1日（日）：中止になりました",),
    )
    words = words_of(pdf(page))
    for said in (
        "【中止】家族のつどい",
        "会場の休館日のため",
        "10月30日（金）から変わりました",
        "11月12日（木）から12月10日（木）に移りました。",
        "終了時刻は未定",
        "第2版のあとに変わったこと・ひだまりサロン11月1日（日）：中止になりました",
    ):
        assert said in words


def test_an_empty_month_says_so_and_names_the_next_date() -> None:
    assert "11月はありません。次回は12月18日（金）です。" in words_of(
        pdf(month(next_date=date(2026, 12, 18)))
    )


def test_a_demo_says_that_it_is_one() -> None:
    assert "デモ：ここにある日程は見本です" in words_of(pdf(replace(busy(2), demo=True)))
    assert "デモ" not in words_of(pdf(busy(2)))


@pytest.mark.parametrize("make", [flyer, poster])
def test_the_sign_on_it_leads_to_the_short_address(make: Callable[[MonthPage], Sheet]) -> None:
    assert sign_on(picture_of(make(busy(3)))) == ["https://hidamari.example/p/4827"]
    elsewhere = replace(busy(3), short_address="https://elsewhere.example/p/1")
    assert sign_on(picture_of(make(elsewhere))) == ["https://elsewhere.example/p/1"]


def test_what_people_write_is_printed_and_never_obeyed() -> None:
    said = words_of(pdf(month(session(1, title=HOSTILE, venue=HOSTILE, theme=HOSTILE), organisation=HOSTILE)))
    assert said.count("".join(HOSTILE.split())) >= 4


def test_a_word_without_an_end_stays_on_the_paper() -> None:
    words = words_of(pdf(month(session(1, title="w" * 300), session(2, title="長" * 300))))
    assert "w" * 300 in words
    assert "長" * 300 in words


def test_a_sign_the_font_lacks_is_a_geta_and_the_organiser_can_be_told() -> None:
    page = month(session(1, title="お茶会😀 𠮷野さんと"), organisation="葛\U000e0100城の会")
    assert "お茶会〓〓野さんと" in words_of(pdf(page))
    assert unprintable_on(page) == ("😀", "𠮷")
    assert unprintable_on(busy(3)) == ()


def test_without_that_a_missing_glyph_fails_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flyers, "printable", lambda text: text)
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        pdf(month(session(1, title="お茶会😀")))


def test_a_picture_without_words_fails_the_build() -> None:
    data = json.decode(flyer(busy(1)).data) | {"sign_words": None}
    with pytest.raises(typst.TypstError, match="alt"):
        PRESS.compiled(sheet("flyer", data))


def test_every_press_makes_the_same_bytes() -> None:
    for asked in (flyer(busy(3)), poster(busy(3))):
        assert Press().compiled(asked) == PRESS.compiled(asked)


class Counting(Press):
    """A press that counts what it makes, and how much at once."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[bytes] = []
        self.guard = Lock()

    def compiled(self, asked: Sheet) -> bytes:
        with self.guard:
            self.made.append(asked.data)
        return super().compiled(asked)


async def test_fifty_who_ask_at_once_get_one_print() -> None:
    press = Counting()
    answers = await asyncio.gather(*(press.printed(flyer(busy(5))) for _ in range(50)))
    assert (len(press.made), len(set(answers))) == (1, 1)
    await press.printed(flyer(busy(5)))
    await press.printed(flyer(busy(6)))
    assert len(press.made) == 2


async def test_one_who_gives_up_takes_nothing_from_the_others() -> None:
    press = Counting()
    hasty = asyncio.ensure_future(press.printed(flyer(busy(5))))
    await asyncio.sleep(0)
    hasty.cancel()
    assert (await press.printed(flyer(busy(5)))).startswith(b"%PDF")
    assert len(press.made) == 1


async def test_a_press_keeps_no_more_than_its_shelf_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.publishing.press.MOST_BYTES", 150_000)
    press = Counting()
    for number in range(1, 6):
        await press.printed(flyer(busy(number)))
    assert 0 < press.bytes == sum(map(len, press.kept.values())) <= 150_000
    await press.printed(flyer(busy(1)))
    assert len(press.made) == 6


def test_the_poster_is_upright_and_as_wide_as_a_phone_wants() -> None:
    with Image.open(io.BytesIO(PRESS.compiled(poster(busy(4))))) as picture:
        assert picture.width == 1080
        assert picture.height > picture.width


def test_a_poster_of_many_dates_says_how_many_more_there_are() -> None:
    assert "ほか8回" in poster(busy(20)).data.decode()
    assert len(list(FORMS.glob("*.typ"))) == 3
