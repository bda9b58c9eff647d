"""What a handler may ask for by name: now, today, lang, settings, typed, staff."""

from datetime import date, datetime
from typing import Any

from litestar import Request
from litestar.di import Provide

from app.domain.staff import Staff
from app.settings import Settings
from app.web.forms import Typed, typed_of
from app.web.guards import require_staff
from app.web.house import house_of
from app.web.i18n import LANGUAGE, Lang

AnyRequest = Request[Any, Any, Any]


async def now(request: AnyRequest) -> datetime:
    """The time of this request, aware UTC."""
    return house_of(request).clock()


async def today(request: AnyRequest) -> date:
    """The local date of this request."""
    return house_of(request).today()


async def lang() -> Lang:
    """The language of this request."""
    return LANGUAGE.get()


async def settings(request: AnyRequest) -> Settings:
    """The settings of the installation."""
    return house_of(request).settings


async def typed(request: AnyRequest) -> Typed:
    """The form that was sent."""
    return await typed_of(request)


async def staff(request: AnyRequest) -> Staff:
    """Who is signed in. Raises NotSignedIn."""
    return await require_staff(request)


DEPENDENCIES = {
    "now": Provide(now),
    "today": Provide(today),
    "lang": Provide(lang),
    "settings": Provide(settings),
    "typed": Provide(typed),
    "staff": Provide(staff),
}
