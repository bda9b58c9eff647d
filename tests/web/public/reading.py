"""A page as a reader has it: words, headings, links, facts, cards."""

import re
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr path circle".split())  # noqa: SIM905


class Page(HTMLParser):
    """The text of every element, by tag and by class, and every link with its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.open: list[tuple[str, dict[str, str], list[str]]] = []
        self.elements: list[tuple[str, dict[str, str], str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.handle_data(" ")
        if tag in VOID:
            self.elements.append((tag, known, ""))
        else:
            self.open.append((tag, known, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            name, attrs, texts = self.open.pop()
            text = re.sub(r"\s+", " ", "".join(texts)).strip()
            self.elements.append((name, attrs, text))
            if self.open:
                self.open[-1][2].append("".join(texts) + (" " if name in BLOCKS else ""))
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1][2].append(data)

    def texts(self, tag: str, kind: str = "") -> list[str]:
        """The texts of the elements of a tag, and of a class."""
        return [
            text
            for name, attrs, text in self.elements
            if name == tag and (not kind or kind in attrs.get("class", "").split())
        ]

    @property
    def main(self) -> str:
        """All words of the page itself."""
        return self.texts("main")[0]

    @property
    def title(self) -> str:
        return self.texts("title")[0]

    @property
    def links(self) -> dict[str, str]:
        """Words to addresses."""
        return {text: attrs["href"] for name, attrs, text in self.elements if name == "a" and "href" in attrs}

    @property
    def facts(self) -> dict[str, str]:
        """The two-column list."""
        return dict(zip(self.texts("dt"), self.texts("dd"), strict=True))

    @property
    def days(self) -> list[str]:
        """The headings of the days of a list."""
        return [text for tag in ("h2", "h3") for text in self.texts(tag, "day")]

    @property
    def cards(self) -> list[str]:
        """The sessions of the lists, one text each."""
        return self.texts("li", "session")


BLOCKS = frozenset("p li div h1 h2 h3 h4 dt dd ul ol small time td tr".split())  # noqa: SIM905
