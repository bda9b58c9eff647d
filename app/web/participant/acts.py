"""What the buttons of a reservation's page do, each by one action, and what is said afterwards."""

from datetime import datetime

from msgspec import Struct

from app.actions.give_up import give_up
from app.actions.occasion import Occasion, hash_of_nonce
from app.actions.renew import renew
from app.actions.switch import switch, take_free_place
from app.domain.errors import Unusable
from app.domain.reservations import Reservation
from app.domain.secrets import link_token
from app.settings import Settings
from app.storage.holders import Holding
from app.web.i18n import gettext as _
from app.web.participant.places import WAIT, name_of

GIVE_UP, STAY, TAKE, RENEW, SWITCH = "give_up", "stay", "take", "renew", "switch"


class Done(Struct, frozen=True):
    """What was done, in a sentence, and the token of the reservation from now on."""

    said: str
    token: str


async def perform(act: str, holding: Holding, nonce: str, now: datetime, settings: Settings) -> Done:
    """Do what a button says; the same button of the same page again changes nothing. Raises what the action raises."""
    occasion = Occasion(
        session_id=holding.session.id,
        now=now,
        zone=settings.timezone,
        # A page has one nonce for all its buttons.
        nonce_hash=hash_of_nonce(f"{nonce}/{act}", settings.secret),
    )
    reservation = holding.reservation
    token = link_token(settings.secret, reservation.id, reservation.version)
    if act == RENEW:
        secrets = await renew(occasion, reservation.id, settings.secret)
        return Done(_("合言葉とリンクを新しくしました。前のものは、もう使えません。"), secrets.link_token)
    return Done(await change(act, holding, occasion), token)


async def change(act: str, holding: Holding, occasion: Occasion) -> str:
    """Give up, stay, take or change; the sentence to say."""
    reservation = holding.reservation
    if act == GIVE_UP:
        await give_up(occasion, reservation.id)
        return ""
    if act == TAKE:
        await take_free_place(occasion, reservation.id)
        return _("席をとりました。")
    if act == STAY and reservation.held:
        await switch(occasion, reservation.id, reservation.held.mode, reservation.held.seat)
        return _("待つのをやめました。いまの席はそのままです。")
    kind, mode, seat = parts_of(act)
    changed = await switch(occasion, reservation.id, mode, seat, wait=kind == WAIT)
    return changed_words(changed, holding)


def parts_of(act: str) -> tuple[str, str, str]:
    """switch:online:talk in its parts. Raises Unusable for what no button of ours sends."""
    kind, _colon, place = act.partition(":")
    mode, _colon, seat = place.partition(":")
    if kind not in (SWITCH, WAIT):
        raise Unusable("もう一度、ボタンを押してください。")
    return kind, mode, seat


def changed_words(changed: Reservation, holding: Holding) -> str:
    """What has become of a change."""
    if changed.waiting and changed.held:
        return _("空くのを待つことにしました。いまの席はそのままです。")
    if changed.waiting:
        return _("空くのを待つことにしました。")
    place = name_of(changed.held, holding.session) if changed.held else ""
    return _("%(place)sに変えました。") % {"place": place}
