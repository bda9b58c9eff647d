"""A whole life of reservations on a running server, with names and secrets that nothing else would contain."""

import json
import re
import sqlite3
from html import unescape
from pathlib import Path
from urllib.parse import quote

import httpx
from msgspec import Struct

from tests.journeys.town import HYBRID, Town
from tests.rig.client import TOKEN

PAGE_NAME, API_NAME, WAITING_NAME, PHONE_NAME, TYPED_NAME = (
    "かなりあ七三一",
    "かなりや八四二",
    "かなりあ待つ九五三",
    "かなりあ電話六二",
    "かなりあ書きかけ五",
)
JOIN_LINK = "https://meet.example.jp/kanaria-4711"
PRIVATE_ADDRESS = "かなりあ町9-9-9"
PASSWORD = "kanaria mistyped password"
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
WORD = re.compile(r"<li>([ぁ-ゖー]+)</li>")
BETWEEN = ("", " ", "　", "-", "・", "、", ",", "</li><li>", '","', '", "')


class Secrets(Struct, frozen=True):
    """What must stay between a person and the page: texts, and fours of words."""

    names: tuple[str, ...]
    texts: tuple[str, ...]
    fours: tuple[tuple[str, ...], ...]

    def found_in(self, seen: bytes) -> list[str]:
        """Which of them stand in some bytes, however they are written."""
        plain = seen.replace(b"\r\n ", b"")
        return [text for text in (*self.names, *self.private()) if any(form in plain for form in forms(text))]

    def private(self) -> tuple[str, ...]:
        """All but the names, which facilitators may see."""
        return (*self.texts, *(sign.join(four) for four in self.fours for sign in BETWEEN))


def forms(text: str) -> set[bytes]:
    """A text as pages, addresses and JSON write it."""
    escaped = json.dumps(text)[1:-1].encode()
    return {text.encode(), quote(text).encode(), quote(text, safe="").encode(), escaped}


def prepare(file: Path) -> None:
    """Before the server starts: a way in that is open at once, and an address that only those who reserved may see."""
    store = sqlite3.connect(file)
    with store:
        series = "SELECT id FROM series WHERE slug = ?"
        store.execute(
            "UPDATE series SET join_link = ?, join_minutes = 40000 WHERE slug = ?", (JOIN_LINK, HYBRID)
        )
        store.execute(f"UPDATE session SET join_link = ? WHERE series_id IN ({series})", (JOIN_LINK, HYBRID))
        store.execute(
            f"UPDATE venue SET address = ?, address_public = 0 WHERE id IN (SELECT venue_id FROM session WHERE series_id IN ({series}))",
            (PRIVATE_ADDRESS, HYBRID),
        )
    store.close()


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page, the last of each name."""
    return {name: unescape(value) for name, value in FIELD.findall(page)}


class Life:
    """Acts of several people, one after another; what they learn is kept."""

    def __init__(self, url: str, town: Town) -> None:
        self.url = url
        self.town = town
        self.session = f"/sessions/{town.named['session']}"
        self.full = f"/sessions/{town.named['full']}"
        self.tokens: list[str] = [*town.tokens.values()]
        self.fours: list[tuple[str, ...]] = []
        self.own_pages = b""

    def client(self, who: str = "nobody") -> httpx.Client:
        """Somebody's browser."""
        client = httpx.Client(base_url=self.url, trust_env=False, timeout=20)
        if who in self.town.tokens:
            client.cookies.set("staff", self.town.tokens[who])
        return client

    def note(self, page: str) -> str:
        """Keep what a page of one's own shows."""
        self.own_pages += page.encode()
        self.fours += [tuple(words) for words in [WORD.findall(page)] if len(words) == 4]
        self.tokens += re.findall(r"/r/([A-Za-z0-9_-]{20,})", page)
        self.tokens += re.findall(r"/feeds/my/([A-Za-z0-9_-]{20,})\.ics", page)
        self.tokens += [hidden(page)["token"]] if "token" in hidden(page) else []
        return page

    def secrets(self) -> Secrets:
        """Everything that must not be found elsewhere."""
        names = (PAGE_NAME, API_NAME, WAITING_NAME, PHONE_NAME, TYPED_NAME)
        texts = (*dict.fromkeys(self.tokens), JOIN_LINK, PRIVATE_ADDRESS, PASSWORD)
        return Secrets(names, texts, tuple(dict.fromkeys(self.fours)))

    def reserve(self, client: httpx.Client, session: str, nickname: str, place: str) -> str:
        """From the form to the receipt; sent twice, as thumbs do."""
        form = hidden(client.get(f"{session}/reserve").text)
        client.post(f"{session}/reserve", data=form | {"nickname": TYPED_NAME, "place": "nowhere"})
        filled = form | {"nickname": nickname, "place": place, "role": "participant"}
        answers = [client.post(f"{session}/reserve", data=filled) for _ in range(2)]
        client.post(f"{session}/reserve", data=filled | {"nickname": TYPED_NAME})
        return self.note(client.get(answers[0].headers["location"]).text)

    def act(self, client: httpx.Client, receipt: str, act: str) -> str:
        """A button of the receipt."""
        return self.note(client.post("/r", data=hidden(receipt) | {"act": act}).text)

    def by_page(self) -> None:
        """Reserve, open by words, switch, renew; wrong words, wrong addresses."""
        with self.client() as client:
            receipt = self.reserve(client, self.session, PAGE_NAME, "online:talk")
            self.act(client, receipt, "switch:in_person:talk")
            renewed = self.act(client, receipt, "renew")
            self.act(client, renewed, "switch:online:talk")
            token = hidden(renewed)["token"]
            form = hidden(client.get("/r").text)
            for words in ("".join(self.fours[-1]), " ".join(self.fours[0][:3]) + PAGE_NAME):
                self.note(client.post("/r", data=form | {"words": words}).text)
            for path in (f"/r/{token}x", f"/r/{token}/more", f"/feeds/my/{token}.ics", f"/{PAGE_NAME}"):
                client.get(path)
            client.post(f"/r/{token}", data=form)
            client.request("DELETE", f"/r/{token}", params={"nickname": PAGE_NAME})
            client.post("/r", data={"token": token, "act": "give_up"})
            self.note(client.get(f"/r/{token}").text)
            client.get(f"/feeds/my/{self.tokens[-1]}.ics")

    def by_waiting(self) -> None:
        """Wait where it is full."""
        with self.client() as client:
            self.reserve(client, self.full, WAITING_NAME, "in_person:talk:wait")

    def by_api(self) -> None:
        """Reserve, repeat, misuse, look, switch."""
        with self.client() as client:
            path = f"/api{self.session}/reservations"
            wish = {"nickname": API_NAME, "mode": "in_person", "seat": "talk"}
            key = {"Idempotency-Key": "kanaria-key-of-22-characters"}
            [answer, _] = [client.post(path, json=wish, headers=key) for _ in range(2)]
            made = answer.json()
            self.note(json.dumps(made, ensure_ascii=False))
            self.fours.append(tuple(re.split(r"[\s・、-]+", made["code"])))
            for body in (
                wish | {"nickname": TYPED_NAME},
                wish | {"mode": PAGE_NAME},
                wish | {"nickname": API_NAME * 9},
            ):
                client.post(path, json=body, headers=key)
            client.post(path, content=API_NAME.encode(), headers=key)
            mine = f"/api/reservations/{made['url'].rsplit('/', 1)[1]}"
            client.patch(mine, json={"seat": "listener"})
            client.patch(mine, json={"seat": API_NAME})
            client.get(mine)
            client.get(f"{mine}x")
            client.post(mine)

    def at_the_door(self) -> None:
        """Check in, take a telephone reservation, mistype."""
        door = f"/staff{self.session}"
        with self.client("own facilitator") as client:
            page = client.get(f"{door}/attendance").text
            for act in re.findall(r'value="(came:[^"]+)"', page):
                client.post(
                    f"{door}/attendance", data=hidden(client.get(f"{door}/attendance").text) | {"act": act}
                )
            form = hidden(client.get(f"{door}/telephone").text)
            taken = client.post(
                f"{door}/telephone", data=form | {"nickname": PHONE_NAME, "place": "in_person:listener"}
            )
            self.note(taken.text)
            client.post(f"{door}/telephone", data=form | {"nickname": TYPED_NAME, "place": ""})
            client.post(f"{door}/attendance", data=form | {"act": PHONE_NAME})
            token = TOKEN.search(client.get("/staff/sign-in").text)
            typed = {"_csrf_token": token[1] if token else "", "mail": "a@b.example", "password": PASSWORD}
            client.post("/staff/sign-in", data=typed)

    def end(self) -> None:
        """Give up what is left, by page and by API, twice."""
        with self.client() as client:
            form = hidden(client.get("/r").text)
            for token in dict.fromkeys(self.tokens):
                client.post(
                    "/r", data=form | {"token": token, "nonce": "kanaria-nonce-of-22-chars", "act": "give_up"}
                )
                client.delete(f"/api/reservations/{token}")
                client.get(f"/r/{token}")
