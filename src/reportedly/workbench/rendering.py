"""Templates to pages. Everything is escaped; words of documents pass through `shown` or `marking`."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly import __version__
from reportedly.ledger import columns
from reportedly.workbench.links import link, with_params
from reportedly.workbench.visible import shown

NAVIGATION = (
    ("/", "Overview"),
    ("/review", "Review"),
    ("/claims", "Claims"),
    ("/allegations", "Allegations"),
    ("/network", "Network"),
    ("/map", "Map"),
    ("/timeline", "Timeline"),
    ("/entities", "Entities"),
    ("/documents", "Documents"),
    ("/add", "Add"),
    ("/custody", "Custody"),
)


@cache
def environment() -> Environment:
    env = Environment(
        loader=PackageLoader("reportedly.workbench", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "shown": shown,
        "when": columns.when,
        "quantity": columns.quantity,
        "row": columns.row_of,
        "words": lambda value: str(value).replace("_", " "),
        "count": lambda value: f"{value:,}",
    }
    env.globals |= {
        "list": list,
        "link": link,
        "with_params": with_params,
        "navigation": NAVIGATION,
        "version": __version__,
    }
    return env


def page(template: str, context: dict[str, Any], status: int = 200) -> HTMLResponse:
    """A page outside any session."""
    base = {"user": None, "path": "", "query": "", "ledger": "", "shared": False}
    return HTMLResponse(environment().get_template(template).render(base | context), status)


def render(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A page for the user of `request`."""
    base = {
        "user": request.scope.get("reportedly.user"),
        "path": request.url.path,
        "query": request.url.query,
        "ledger": request.app.state.bench.ledger.name,
        "shared": request.app.state.bench.shared,
    }
    return page(template, base | context, status)
