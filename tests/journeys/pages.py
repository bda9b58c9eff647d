"""Every GET route of the application with addresses to try it at. A new route without a row here fails a test.

Braces are filled from the town. Several addresses show several states of one page.
"""

from litestar import Litestar

Rows = dict[str, tuple[str, ...]]

# Read by everybody, the same for everybody.
PUBLIC: Rows = {
    "/": ("/", "/?audience=participant&mode=online&seat=listener", "/?area=大島町", "/?lang=en"),
    "/about": ("/about",),
    "/areas": ("/areas",),
    "/areas/{area:str}": ("/areas/{area}",),
    "/families": ("/families",),
    "/information": ("/information",),
    "/organisations": ("/organisations",),
    "/organisations/{slug:str}": ("/organisations/{slug}",),
    "/organisations/{slug:str}/{month:str}": ("/organisations/{slug}/{month}",),
    "/organisations/{slug:str}/{month:str}/{number:int}": ("/organisations/{slug}/{month}/1",),
    "/series/{slug:str}": ("/series/{series}", "/series/mihon-oshaberi"),
    "/sessions/{session_id:uuid}": (
        "/sessions/{session}",
        "/sessions/{full}",
        "/sessions/{cancelled}",
        "/sessions/{moved}",
        "/sessions/{planned}",
    ),
    "/subscribe": ("/subscribe",),
    "/embed/organisations/{slug:str}": ("/embed/organisations/{slug}",),
    "/signage/venues/{slug:str}": ("/signage/venues/{venue}", "/signage/venues/{venue}?titles=discreet"),
    "/venues": ("/venues",),
    "/words": ("/words",),
    "/venues/{slug:str}": ("/venues/{venue}", "/venues/mihon-yoshino-ie", "/venues/{venue}?month={month}"),
}

# Forms and what belongs to one person: never kept.
PERSONAL: Rows = {
    "/i/{words:str}": ("/i/{words}",),
    "/r": ("/r",),
    "/r/{token:str}": ("/r/{held}", "/r/{waiting}", "/r/{lost}", "/r/unknown-token"),
    "/sessions/{session_id:uuid}/reserve": (
        "/sessions/{session}/reserve",
        "/sessions/{full}/reserve",
        "/sessions/{cancelled}/reserve",
    ),
    "/staff/door/{token:str}": ("/staff/door/{door}", "/staff/door/unknown-token"),
    "/staff/join": ("/staff/join",),
    "/staff/join/{token:str}": ("/staff/join/{join}", "/staff/join/unknown-token"),
    "/staff/password": ("/staff/password",),
    "/staff/password/{token:str}": ("/staff/password/{forgot}", "/staff/password/unknown-token"),
    "/staff/sign-in": ("/staff/sign-in",),
}

GONE = frozenset(
    {
        "/r/unknown-token",
        "/sessions/{cancelled}/reserve",
        "/staff/door/unknown-token",
        "/staff/join",
        "/staff/join/unknown-token",
        "/staff/password",
        "/staff/password/unknown-token",
    }
)

ORGANISER: Rows = {
    "/staff": ("/staff",),
    "/staff/account": ("/staff/account",),
    "/staff/account/second-step": ("/staff/account/second-step",),
    "/staff/organisations/{slug:str}/people": ("/staff/organisations/{slug}/people",),
    "/staff/organisations/{slug:str}/people/{staff_id:uuid}": (
        "/staff/organisations/{slug}/people/{colleague}",
    ),
    "/staff/organisations/{slug:str}": ("/staff/organisations/{slug}",),
    "/staff/organisations/{slug:str}/acts": ("/staff/organisations/{slug}/acts",),
    "/staff/organisations/{slug:str}/closures": ("/staff/organisations/{slug}/closures",),
    "/staff/organisations/{slug:str}/hand-overs/{offer_id:uuid}": (
        "/staff/organisations/{slug}/hand-overs/{offer}",
    ),
    "/staff/organisations/{slug:str}/months/{month:str}/paper": (
        "/staff/organisations/{slug}/months/{month}/paper",
    ),
    "/staff/organisations/{slug:str}/embedding": ("/staff/organisations/{slug}/embedding",),
    "/staff/organisations/{slug:str}/months/{month:str}": (
        "/staff/organisations/{slug}/months/{month}",
        "/staff/organisations/{slug}/months/{month}?months=3",
    ),
    "/staff/organisations/{slug:str}/months/{month:str}/texts": (
        "/staff/organisations/{slug}/months/{month}/texts",
    ),
    "/staff/organisations/{slug:str}/rooms/{venue_slug:str}": (
        "/staff/organisations/{slug}/rooms/{venue}?week={week}",
        "/staff/organisations/{slug}/rooms/{venue}?day={today}",
    ),
    "/staff/organisations/{slug:str}/publishing": ("/staff/organisations/{slug}/publishing",),
    "/staff/organisations/{slug:str}/periods": ("/staff/organisations/{slug}/periods",),
    "/staff/organisations/{slug:str}/report": (
        "/staff/organisations/{slug}/report",
        "/staff/organisations/{slug}/report?from=2024-04-01&to=2024-04-30",
        "/staff/organisations/{slug}/report?variant=shareable",
    ),
    "/staff/organisations/{slug:str}/report/commissioned": (
        "/staff/organisations/{slug}/report/commissioned",
    ),
    "/staff/organisations/{slug:str}/report/sharing": ("/staff/organisations/{slug}/report/sharing",),
    "/staff/organisations/{slug:str}/report/{month:str}": (
        "/staff/organisations/{slug}/report/{past_month}",
        "/staff/organisations/{slug}/report/{closed_month}",
    ),
    "/staff/organisations/{slug:str}/report/sessions/{session_id:uuid}": (
        "/staff/organisations/{slug}/report/sessions/{past}",
    ),
    "/staff/organisations/{slug:str}/series/new": ("/staff/organisations/{slug}/series/new",),
    "/staff/organisations/{slug:str}/series/paste": ("/staff/organisations/{slug}/series/paste",),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}": (
        "/staff/organisations/{slug}/series/{series_id}",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/dates": (
        "/staff/organisations/{slug}/series/{series_id}/dates",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/edit": (
        "/staff/organisations/{slug}/series/{series_id}/edit",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/hand-over": (
        "/staff/organisations/{slug}/series/{series_id}/hand-over",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/hosts": (
        "/staff/organisations/{slug}/series/{series_id}/hosts",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/invitations": (
        "/staff/organisations/{slug}/series/{series_id}/invitations",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/year": (
        "/staff/organisations/{slug}/series/{series_id}/year",
        "/staff/organisations/{slug}/series/{series_id}/year?asked={month}-01",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/lines/new": (
        "/staff/organisations/{slug}/series/{series_id}/lines/new",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/lines/{line_id:uuid}": (
        "/staff/organisations/{slug}/series/{series_id}/lines/{line}",
    ),
    "/staff/organisations/{slug:str}/series/{series_id:uuid}/lines/{line_id:uuid}/place": (
        "/staff/organisations/{slug}/series/{series_id}/lines/{line}/place",
    ),
    "/staff/organisations/{slug:str}/sessions/{session_id:uuid}": (
        "/staff/organisations/{slug}/sessions/{session}",
        "/staff/organisations/{slug}/sessions/{cancelled}",
    ),
    "/staff/organisations/{slug:str}/sessions/{session_id:uuid}/notice": (
        "/staff/organisations/{slug}/sessions/{cancelled}/notice",
    ),
    "/staff/sessions": ("/staff/sessions",),
    "/staff/sessions/{session_id:uuid}/attendance": (
        "/staff/sessions/{session}/attendance",
        "/staff/sessions/{cancelled}/attendance",
    ),
    "/staff/sessions/{session_id:uuid}/capacity": ("/staff/sessions/{session}/capacity",),
    "/staff/sessions/{session_id:uuid}/people/{reservation_id:uuid}": (
        "/staff/sessions/{session}/people/{person}",
    ),
    "/staff/sessions/{session_id:uuid}/sheet": ("/staff/sessions/{session}/sheet",),
    "/staff/sessions/{session_id:uuid}/telephone": ("/staff/sessions/{session}/telephone",),
}

ADMIN: Rows = {"/staff/installation": ("/staff/installation",)}

MANAGER: Rows = {
    "/staff/venues/{slug:str}/rooms/sheet": (
        "/staff/venues/{venue}/rooms/sheet?day={today}",
        "/staff/venues/{venue}/rooms/sheet?day={today}&titles=discreet",
    ),
    "/staff/venues/{slug:str}/bookings/{booking_id:uuid}": ("/staff/venues/{venue}/bookings/{booking}",),
    "/staff/venues/{slug:str}/closing": ("/staff/venues/{venue}/closing",),
    "/staff/venues/{slug:str}/requests": ("/staff/venues/{venue}/requests",),
    "/staff/venues/{slug:str}/rooms": (
        "/staff/venues/{venue}/rooms?day={today}",
        "/staff/venues/{venue}/rooms?week={week}",
    ),
    "/staff/venues/{slug:str}/settings": ("/staff/venues/{venue}/settings",),
    "/staff/venues/{slug:str}/uses/new": ("/staff/venues/{venue}/uses/new",),
}

# Forms that were sent as they came: whose, where, and what the answer says.
REFUSALS: tuple[tuple[str, str, int], ...] = (
    ("nobody", "/nowhere", 404),
    ("nobody", "/r", 422),
    ("nobody", "/sessions/{session}/reserve", 422),
    ("nobody", "/staff/sign-in", 422),
    ("own organiser", "/staff/organisations/{other}", 403),
    ("own organiser", "/staff/organisations/{slug}/series/new", 422),
    ("own organiser", "/staff/organisations/{slug}/closures", 422),
    ("own organiser", "/staff/organisations/{slug}/series/{series_id}/dates", 422),
    ("own organiser", "/staff/organisations/{slug}/series/{series_id}/hand-over", 422),
    ("own facilitator", "/staff/sessions/{session}/telephone", 422),
    ("own manager", "/staff/venues/{venue}/uses/new", 422),
)

# Bytes for programs.
FEEDS: Rows = {
    "/feeds/all.ics": ("/feeds/all.ics", "/feeds/all.ics?titles=discreet"),
    "/feeds/organisations/{name:str}": ("/feeds/organisations/{slug}.ics", "/feeds/organisations/{slug}.rss"),
    "/feeds/series/{name:str}": ("/feeds/series/{series}.ics",),
    "/feeds/venues/{name:str}": ("/feeds/venues/{venue}.ics",),
}
API: Rows = {
    "/api": ("/api",),
    "/api/openapi.json": ("/api/openapi.json",),
    "/api/series": ("/api/series",),
    "/api/series/{slug:str}": ("/api/series/{series}",),
    "/api/sessions": ("/api/sessions",),
    "/api/sessions/{session_id:uuid}": ("/api/sessions/{session}", "/api/sessions/{full}"),
    "/api/venues": ("/api/venues",),
    "/api/venues/{slug:str}": ("/api/venues/{venue}",),
    "/api/venues/{slug:str}/sessions": ("/api/venues/{venue}/sessions",),
    "/api/{path:str}": ("/api/unknown",),
}
PAPERS: Rows = {"/p/{number:str}": ()}
PLAIN: Rows = {"/healthz": ("/healthz",), "/robots.txt": ("/robots.txt",), "/sitemap.xml": ("/sitemap.xml",)}
SECRET: Rows = {
    "/api/reservations/{token:str}": ("/api/reservations/{held}",),
    "/feeds/my/{name:str}": ("/feeds/my/{feed}.ics",),
}
# Tables for the desk's own programs.
TABLES: Rows = {
    "/staff/organisations/{slug:str}/report.csv": ("/staff/organisations/{slug}/report.csv",),
    "/staff/organisations/{slug:str}/report/commissioned/table.csv": (
        "/staff/organisations/{slug}/report/commissioned/table.csv",
    ),
}
# What the open page of a door asks for.
DOOR: Rows = {
    "/staff/sessions/{session_id:uuid}/board": ("/staff/sessions/{session}/board",),
    "/staff/sessions/{session_id:uuid}/live": ("/staff/sessions/{session}/live",),
}
PROGRAMS = FEEDS | DOOR | TABLES | API | PLAIN | SECRET | PAPERS
PAGES = PUBLIC | PERSONAL | ORGANISER | MANAGER | ADMIN
STATIC = "/static/{file_path:path}"


def who_opens(route: str) -> str:
    """Whose page it is, as a sign-in of the town."""
    if route in MANAGER:
        return "own manager"
    if route in ADMIN:
        return "admin"
    return "own organiser" if route in ORGANISER else "nobody"


def addresses(rows: Rows) -> list[tuple[str, str]]:
    """Each route with each of its addresses, braces not filled."""
    return [(route, address) for route, several in rows.items() for address in several]


def get_routes(app: Litestar) -> set[str]:
    """The paths of the router that answer GET."""
    return {
        route.path
        for route in app.routes
        for handler in getattr(route, "route_handlers", [])
        if "GET" in handler.http_methods
    }
