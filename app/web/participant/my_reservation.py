"""My reservation: by its link or its four words, and every act on it. A GET never changes anything."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from app.actions.invite import invitation_series
from app.domain.errors import DomainError, Ended, PoolFull
from app.storage.holders import Holding, holding_by_link, holding_by_words
from app.web.errors import status_of
from app.web.forms import Typed
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.limits import ALL_WORDS, WORDS
from app.web.participant.acts import GIVE_UP, perform
from app.web.participant.ended import ended_page, or_ended
from app.web.participant.receipt import receipt_context, seen

AnyRequest = Request[Any, Any, Any]
PRIVATE = {"X-Robots-Tag": "noindex"}


class MyReservationController(Controller):
    path = "/r"

    @get()
    async def ask(self) -> Template:
        return words_page()

    @get("/{token:str}")
    async def show(self, request: AnyRequest, token: FromPath[str]) -> Template:
        return await or_ended(request, receipt_page(request, token))

    @post(status_code=200)
    async def answer(
        self, request: AnyRequest, typed: NamedDependency[Typed], now: NamedDependency[datetime]
    ) -> Response[Any] | Template:
        if "token" in typed:
            return await or_ended(request, acted_page(request, typed, now))
        if not typed.get("words", "").strip():
            return words_page(_("四つの言葉を書いてください。"))
        return await opened_by_words(request, typed["words"], now)


def words_page(error: str = "") -> Template:
    """The form that asks for the four words."""
    return Template(
        "participant/words.html",
        context={"error": error},
        status_code=422 if error else 200,
        headers=PRIVATE,
    )


async def opened_by_words(request: AnyRequest, words: str, now: datetime) -> Response[Any] | Template:
    """The page that words open; an invitation's words lead to its series. Wrong ones count, for a client and in all."""
    house = house_of(request)
    house.limits.check(request, WORDS)
    await house.limits.slow_down(request, ALL_WORDS)
    try:
        holding = await holding_by_words(words, house.settings.secret, now, house.settings.timezone)
    except Ended:
        if await invitation_series(words, house.settings.secret):
            return Redirect(link(f"/i/{quote(''.join(words.split()))}"), status_code=303)
        house.limits.spend(request, WORDS)
        return await ended_page(request)
    return await page_of(request, holding, now)


async def receipt_page(request: AnyRequest, token: str, *, said: str = "") -> Template:
    """The page of a link. Raises Ended, also once the reservation is given up."""
    house = house_of(request)
    now = house.clock()
    holding = await holding_by_link(token, now, house.settings.timezone)
    if holding.reservation.given_up:
        raise Ended
    return await page_of(request, holding, now, said=said)


async def acted_page(request: AnyRequest, typed: Typed, now: datetime) -> Template:
    """Do what a button of the page says, and show what has become of it. Raises Ended."""
    settings = house_of(request).settings
    act = typed.get("act", "")
    holding = await holding_by_link(typed["token"], now, settings.timezone)
    if holding.reservation.given_up and act != GIVE_UP:
        raise Ended
    try:
        done = await perform(act, holding, typed.get("nonce", ""), now, settings)
    except Ended:
        raise
    except DomainError as refusal:
        return await refused_page(request, typed["token"], now, refusal)
    if act == GIVE_UP:
        return Template("participant/left.html", headers=PRIVATE)
    current = await holding_by_link(done.token, now, settings.timezone)
    return await page_of(request, current, now, said=done.said)


async def refused_page(request: AnyRequest, token: str, now: datetime, refusal: DomainError) -> Template:
    """The page as it stands, with the sentence that says why nothing has changed. Raises Ended."""
    holding = await holding_by_link(token, now, house_of(request).settings.timezone)
    words = _(str(refusal))
    if is_kept(refusal, holding):
        words = _("この席は満席になりました。いまの席はそのままです。")
    return await page_of(request, holding, now, refused=words, status=status_of(refusal))


def is_kept(refusal: DomainError, holding: Holding) -> bool:
    """Whether a change was refused to one who has a place."""
    return isinstance(refusal, PoolFull) and holding.reservation.held is not None


async def page_of(
    request: AnyRequest,
    holding: Holding,
    now: datetime,
    *,
    said: str = "",
    refused: str = "",
    status: int = 200,
) -> Template:
    """The receipt."""
    context = await receipt_context(seen(request, holding, now), said, refused)
    return Template("participant/receipt.html", context=context, status_code=status, headers=PRIVATE)
