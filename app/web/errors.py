"""How refusals are answered: a gentle page, or JSON under /api. The words say what to do next, never what went wrong inside."""

import logging
import traceback
from typing import Any
from urllib.parse import quote

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.response import Redirect, Template
from litestar.types import ExceptionHandlersMap

from app.domain.errors import (
    DomainError,
    Ended,
    Misfilled,
    NotAllowed,
    Overloaded,
    Refused,
    TooMany,
    Unknown,
    Unusable,
)
from app.web.guards import NotSignedIn
from app.web.i18n import gettext, link

LOG = logging.getLogger("hidamari.errors")
STATUSES: dict[type[DomainError], int] = {
    Unusable: 422,
    NotSignedIn: 401,
    NotAllowed: 403,
    Unknown: 404,
    Refused: 409,
    Ended: 410,
    TooMany: 429,
    Overloaded: 503,
}
CODES = {
    400: "unusable",
    401: "not_signed_in",
    403: "not_allowed",
    404: "not_found",
    405: "not_here",
    413: "too_large",
    422: "unusable",
    429: "too_many",
    503: "overloaded",
}
SENTENCES = {
    400: "書き方を確かめてください。",
    403: NotAllowed.sentence,
    404: Unknown.sentence,
    405: "このページでは、その操作はできません。",
    413: "送られたものが大きすぎます。短くして、もう一度お送りください。",
    500: "こちらの不具合です。すこし待って、もう一度お試しください。",
}
PAGES = frozenset({403, 404, 405, 409, 410, 413, 422, 429, 500, 503})
RETRY_SECONDS = 5


def status_of(error: DomainError) -> int:
    """The status of the kind of an error."""
    return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 409)


def messages_of(refusal: DomainError | None, otherwise: str = "") -> dict[str, str]:
    """The sentences of a refusal by field; one that names no field stands under `otherwise`."""
    if refusal is None:
        return {}
    if isinstance(refusal, Misfilled):
        return {field: gettext(text) for field, text in refusal.messages.items()}
    field = refusal.field if isinstance(refusal, Unusable) else ""
    return {field or otherwise: gettext(str(refusal))}


def is_api(request: Request[Any, Any, Any]) -> bool:
    """Whether a program asks."""
    return request.url.path.startswith("/api/")


def answer_domain_error(request: Request[Any, Any, Any], error: DomainError) -> Response[Any]:
    """A refusal of the domain that no handler took up."""
    status = status_of(error)
    headers = waiting(error)
    if is_api(request):
        return Response(error_body(error), status_code=status, headers=headers, media_type="application/json")
    if isinstance(error, NotSignedIn):
        return Redirect(sign_in_address(request), status_code=303)
    return error_page(status, str(error), headers)


def waiting(error: DomainError) -> dict[str, str]:
    """Retry-After where waiting helps."""
    if isinstance(error, TooMany):
        return {"Retry-After": str(error.seconds)}
    return {"Retry-After": str(RETRY_SECONDS)} if isinstance(error, Overloaded) else {}


def error_body(error: DomainError) -> dict[str, Any]:
    """The JSON of a refusal."""
    fields: dict[str, str] = {}
    if isinstance(error, Misfilled):
        fields = error.messages
    elif isinstance(error, Unusable) and error.field:
        fields = {error.field: str(error)}
    return json_error(error.code, str(error), fields)


def json_error(code: str, message: str, fields: dict[str, str] | None = None) -> dict[str, Any]:
    """An error as the API answers it."""
    found = [{"field": field, "message": gettext(text)} for field, text in (fields or {}).items()]
    return {"error": code, "message": gettext(message), "errors": found}


def error_page(status: int, message: str = "", headers: dict[str, str] | None = None) -> Template:
    """The page of a status; the same bytes for every address and every reason."""
    page = status if status in PAGES else 422 if status < 500 else 500
    return Template(
        f"errors/{page}.html",
        context={"message": gettext(message)},
        status_code=status,
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


def sign_in_address(request: Request[Any, Any, Any]) -> str:
    """Where to sign in, and back to this page afterwards."""
    if request.method != "GET":
        return link("/staff/sign-in")
    query = f"?{request.url.query}" if request.url.query else ""
    return link(f"/staff/sign-in?next={quote(request.url.path + query, safe='/')}")


def answer_http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """A refusal of the framework: unknown address, wrong method, a body that cannot be read."""
    status = 422 if isinstance(error, ValidationException) else error.status_code
    message = SENTENCES.get(status, SENTENCES[400] if status < 500 else SENTENCES[500])
    headers = {name: value for name, value in (error.headers or {}).items() if name.lower() == "allow"}
    if not is_api(request):
        return error_page(status, message, headers)
    body = json_error(CODES.get(status, "failed"), message, faulty_fields(error))
    return Response(body, status_code=status, headers=headers, media_type="application/json")


def faulty_fields(error: HTTPException) -> dict[str, str]:
    """The fields the framework names; its English words stay inside."""
    extra = error.extra if isinstance(error, ValidationException) and isinstance(error.extra, list) else []
    return {
        str(found["key"]): SENTENCES[400] for found in extra if isinstance(found, dict) and found.get("key")
    }


def answer_fault(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """A fault of ours. The log gets the place in the code and never a value, which might be someone's words."""
    frames = [
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    LOG.error("%s at %s", type(error).__name__, " < ".join(reversed(frames)))
    if is_api(request):
        body = json_error("failed", SENTENCES[500])
        return Response(body, status_code=500, media_type="application/json")
    return error_page(500)


HANDLERS: ExceptionHandlersMap = {
    DomainError: answer_domain_error,
    HTTPException: answer_http_error,
    Exception: answer_fault,
}
