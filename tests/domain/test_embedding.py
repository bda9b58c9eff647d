import pytest

from app.domain.embedding import frame_ancestors, read_places
from app.domain.errors import Unusable


@pytest.mark.parametrize(
    ("typed", "origins"),
    [
        pytest.param("", (), id="何も書かない"),
        pytest.param("https://www.city.example.jp", ("https://www.city.example.jp",), id="住所"),
        pytest.param(
            "https://WWW.City.example.jp/kurashi/a.html?x=1#y", ("https://www.city.example.jp",), id="ページ"
        ),
        pytest.param("https://city.example:443/", ("https://city.example",), id="いつもの番号"),
        pytest.param("https://city.example:8443", ("https://city.example:8443",), id="ほかの番号"),
        pytest.param("https://日本語.jp", ("https://xn--wgv71a119e.jp",), id="日本語の住所"),
        pytest.param(
            " https://a.example \n\nhttps://b.example\nhttps://a.example/x",
            ("https://a.example", "https://b.example"),
            id="二か所",
        ),
    ],
)
def test_pages_become_origins(typed: str, origins: tuple[str, ...]) -> None:
    assert read_places(typed) == origins


@pytest.mark.parametrize(
    "typed",
    [
        "http://city.example",
        "city.example",
        "https://*",
        "https://*.example",
        "https://city",
        "https://10.0.0.1",
        "https://user@city.example",
        "https://city.example:port",
        "https://a.example; script-src *",
        "https://a.example, https://b.example",
        "https://a..example",
        "https://[::1]",
        "javascript:alert(1)",
        "'self'",
        "https://" + "a" * 64 + ".example",
    ],
)
def test_what_is_no_site_of_https_is_refused_by_name(typed: str) -> None:
    with pytest.raises(Unusable, match="使えません") as refusal:
        read_places(f"https://good.example\n{typed}")
    assert refusal.value.field == "places"


def test_ten_sites_and_no_more() -> None:
    ten = [f"https://a{number}.example" for number in range(10)]
    assert len(read_places("\n".join(ten))) == 10
    with pytest.raises(Unusable, match="10か所まで"):
        read_places("\n".join([*ten, "https://b.example"]))


def test_nobody_named_is_none() -> None:
    assert frame_ancestors(()) == "'none'"
    assert (
        frame_ancestors(("https://a.example", "https://b.example")) == "https://a.example https://b.example"
    )
