"""Addresses of pages: every one can be kept and sent, with its filters in it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode

Params = Iterable[tuple[str, str]]


def link(*parts: str, **params: object) -> str:
    """`/claims/3f9c?…`: parts and parameters are escaped, empty parameters left out."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return with_params(path, [(k, str(v)) for k, v in params.items() if v not in (None, "")])


def with_params(path: str, params: Params) -> str:
    pairs = [(k, v) for k, v in params if v != ""]
    return f"{path}?{urlencode(pairs)}" if pairs else path
