"""The template engine: what every template knows without being told.

`_`, `link(address)`, `csrf_token()`, the filters of `wording`, and lang, demo, staff, other_language and base_url.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, pass_context
from litestar import Request
from litestar.plugins.jinja import JinjaTemplateEngine

from app.settings import ROOT, Settings
from app.web.csrf import csrf_token
from app.web.guards import known_staff
from app.web.i18n import LANGUAGE, gettext, in_language, link, ngettext
from app.web.wording import FILTERS


class Page:
    """A template that adds what every page knows."""

    def __init__(self, template: Template, settings: Settings) -> None:
        self.template = template
        self.settings = settings

    def render(self, *_: Any, **context: Any) -> str:
        """The page; what the handler gives wins over what every page knows."""
        return self.template.render({**self.common(context["request"]), **context})

    def common(self, request: Request[Any, Any, Any]) -> dict[str, Any]:
        """What every page knows."""
        lang = LANGUAGE.get()
        return {
            "lang": lang,
            "demo": self.settings.demo,
            "base_url": self.settings.base_url,
            "staff": known_staff(request),
            "other_language": in_language(own_address(request), "ja" if lang == "en" else "en"),
        }


def own_address(request: Request[Any, Any, Any]) -> str:
    """The path and query of the page that is shown."""
    query = request.url.query if request.method == "GET" else ""
    return request.url.path + (f"?{query}" if query else "")


class Templates(JinjaTemplateEngine):
    """Litestar's engine with our pages."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(engine_instance=environment())
        self.settings = settings
        # After Litestar's own, which would hand out a token that no cookie goes with.
        self.engine.globals["csrf_token"] = pass_context(lambda context: csrf_token(context["request"]))

    def get_template(self, template_name: str) -> Any:
        """The page of a name."""
        return Page(super().get_template(template_name), self.settings)


@cache
def environment() -> Environment:
    """Jinja as we use it: everything escaped, no blank lines left by tags."""
    env = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=400,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals["link"] = link
    env.filters.update(FILTERS)
    return env


def rendered(request: Request[Any, Any, Any], name: str, context: Mapping[str, Any]) -> bytes:
    """A page as bytes, for answers that are kept."""
    engine = request.app.template_engine
    if engine is None:
        raise RuntimeError("no templates")
    page: str = engine.get_template(name).render(**{**context, "request": request})
    return page.encode()
