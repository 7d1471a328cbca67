"""Which software makes claims: the same fingerprint for the same code and lexicon, and for no other."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from reportedly import __version__

_PARTS = ("claims.py", "documents.py", "ingest", "layout", "languages", "extract")
_DATA = ("lexicon",)


class RunVersion(NamedTuple):
    """What is remembered of the software behind a claim."""

    fingerprint: str
    software: str
    extractor: str
    lexicon: str


@cache
def run_version() -> RunVersion:
    """The version of what stands between bytes and claims, by the content of its files: a changed rule is a
    changed version, whether or not anybody thought of raising a number."""
    extractor, lexicon = _digest(_PARTS), _digest(_DATA)
    return RunVersion(f"{__version__}+{extractor}.{lexicon}", __version__, extractor, lexicon)


def _digest(names: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for name in names:
        _add(digest, files("reportedly") / name, name)
    return digest.hexdigest()[:12]


def _add(digest: hashlib._Hash, place: Traversable, name: str) -> None:
    if place.is_file():
        digest.update(f"{name}\0".encode() + hashlib.sha256(place.read_bytes()).digest())
    elif place.is_dir():
        for entry in sorted(place.iterdir(), key=lambda item: item.name):
            if entry.name != "__pycache__":
                _add(digest, entry, f"{name}/{entry.name}")
