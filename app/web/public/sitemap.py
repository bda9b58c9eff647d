"""sitemap.xml: the public pages, for search engines (sitemaps.org, protocol 0.9)."""

from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from litestar import Controller, Request, Response, get

from app.storage.site_map import public_paths
from app.web.conditional import Rendered, cached
from app.web.house import house_of

# Both as the protocol bounds one file; half of its addresses leave room for long ones.
MOST_ADDRESSES = 25_000
FIXED = ("", "about", "families", "information", "areas", "venues", "organisations", "subscribe", "words")
SECONDS = 3600
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


class SitemapController(Controller):
    path = "/sitemap.xml"

    @get()
    async def show(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        house = house_of(request)

        async def render() -> Rendered:
            paths = (*FIXED, *await public_paths(house.today(), MOST_ADDRESSES - len(FIXED)))
            return Rendered(sitemap_bytes(house.settings.base_url, paths), "application/xml")

        return await cached(request, render, kinds=("programme",), query=(), seconds=SECONDS)


def sitemap_bytes(base_url: str, paths: tuple[str, ...]) -> bytes:
    """The file, each address quoted and escaped."""
    lines = (f"<url><loc>{escape(f'{base_url}/{quote(path)}')}</loc></url>\n" for path in paths)
    return f"{HEAD}{''.join(lines)}</urlset>\n".encode()
