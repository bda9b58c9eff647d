"""A form as a browser holds it: what its fields contain, to fill in and send on."""

from html.parser import HTMLParser

import httpx

from tests.web.organiser.desk import BASE, Desk

NEW = f"{BASE}/series/new"
Pairs = list[tuple[str, str]]


class Fields(HTMLParser):
    """The names and values that a browser would send for the form with fields, and the buttons beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: Pairs = []
        self.buttons: list[str] = []
        self.select = self.area = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        name = found.get("name", "")
        if tag == "input" and name and (found.get("type") not in {"checkbox", "radio"} or "checked" in found):
            self.pairs.append((name, found.get("value", "")))
        if tag == "button" and name:
            self.buttons.append(found.get("value", ""))
        if tag == "select":
            self.select = name
        if tag == "option" and self.select and "selected" in found:
            self.pairs.append((self.select, found.get("value", "")))
        if tag == "textarea":
            self.area, self.text = name, ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        if tag == "textarea" and self.area:
            self.pairs.append((self.area, self.text.removeprefix("\n")))
            self.area = ""


def fields_of(page: str) -> Fields:
    found = Fields()
    found.feed(page)
    return found


def filled(pairs: Pairs, changes: dict[str, str | list[str]]) -> dict[str, list[str]]:
    """The fields with some of them changed, as they are sent."""
    sent: dict[str, list[str]] = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    return sent | {name: value if isinstance(value, list) else [value] for name, value in changes.items()}


class Form:
    """A page with the form: each answer is the next page, as in a browser without scripts."""

    def __init__(self, desk: Desk, answer: httpx.Response, page: str) -> None:
        self.desk = desk
        self.answer = answer
        self.page = page

    @property
    def text(self) -> str:
        return self.answer.text

    def value(self, name: str) -> str:
        return dict(reversed(fields_of(self.text).pairs)).get(name, "")

    def values(self, name: str) -> list[str]:
        return [value for key, value in fields_of(self.text).pairs if key == name]

    async def send(self, **changes: str | list[str]) -> "Form":
        """Change some fields and send the form; `do` presses that button."""
        pairs = [pair for pair in fields_of(self.text).pairs if pair[0] != "_csrf_token"]
        token = self.value("_csrf_token")
        sent = {"_csrf_token": [token], **filled(pairs, changes)}
        return Form(self.desk, await self.desk.client.post(self.page, data=sent), self.page)

    async def follow(self) -> str:
        """The page that the answer leads to."""
        assert self.answer.status_code == 303, self.text
        return (await self.desk.client.get(self.answer.headers["location"])).text


async def form_of(desk: Desk, page: str = NEW) -> Form:
    return Form(desk, await desk.client.get(page), page)
