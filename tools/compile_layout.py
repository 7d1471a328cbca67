"""Compile resources/languages/layout/*.yml to the one JSON file that the layout package reads.

Usage: python tools/compile_layout.py          writes src/reportedly/layout/data/layout.json
       python tools/compile_layout.py --check  exit 1 where the committed file is stale
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "resources" / "languages" / "layout"
TARGET = ROOT / "src" / "reportedly" / "layout" / "data" / "layout.json"

KINDS = ("byline", "caption", "menu", "notice", "footer", "comment")
PLACES = ("line", "start", "within", "sure", "credit", "counted")
TOP = frozenset(
    {"function_words", "months", "weekdays", "dates", "boilerplate", "sections", "publishers", "agencies"}
)


def folded(text: str) -> str:
    """As the package folds a document before it looks for cues."""
    return text.lower().replace("\u2019", "'").replace("\u00a0", " ")


def listed(name: str, where: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SystemExit(f"{name}: {where} must be a list of strings")
    return sorted({folded(item) for item in value})


def compiled_language(name: str, source: dict[str, Any]) -> dict[str, Any]:
    """One language, checked and folded; empty parts are left out."""
    if unknown := set(source) - TOP:
        raise SystemExit(f"{name}: unknown keys {sorted(unknown)}")
    out: dict[str, Any] = {"function_words": sorted(set(folded(source["function_words"]).split()))}
    if "months" not in source:
        return out
    out["months"] = [listed(name, "months", month) for month in source["months"]]
    if len(out["months"]) != 12:
        raise SystemExit(f"{name}: months must be twelve lists")
    out["weekdays"] = listed(name, "weekdays", source["weekdays"])
    out["dates"] = {k: listed(name, k, source["dates"][k]) for k in ("published", "updated")}
    out["cues"] = {
        f"{kind}.{place}": listed(name, f"{kind}.{place}", cues)
        for kind, places in source["boilerplate"].items()
        for place, cues in places.items()
    }
    known = {f"{kind}.{place}" for kind in KINDS for place in PLACES}
    if unknown := set(out["cues"]) - known:
        raise SystemExit(f"{name}: unknown cues {sorted(unknown)}")
    out["sections"] = {k: listed(name, k, source["sections"][k]) for k in ("related", "comments")}
    publishers = source["publishers"]
    out["publishers"] = {k: listed(name, k, publishers[k]) for k in ("types", "never", "trim", "organ")}
    out["publishers"]["frames"] = sorted(publishers["frames"])
    out["agencies"] = source["agencies"]
    return out


def compiled() -> str:
    """The text of layout.json, from the sources as they stand."""
    languages = {
        path.stem: compiled_language(path.name, yaml.safe_load(path.read_text(encoding="utf-8")))
        for path in sorted(SOURCES.glob("*.yml"))
    }
    return json.dumps(languages, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def main(arguments: list[str]) -> int:
    text = compiled()
    if "--check" in arguments:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print(f"{TARGET.relative_to(ROOT)} is stale: run python tools/compile_layout.py", file=sys.stderr)
        return 0 if fresh else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
