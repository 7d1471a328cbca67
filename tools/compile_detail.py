"""Compile `resources/languages/detail/*.yml` (dates and numbers, edited by hand) to the one JSON file that
is shipped.

`python tools/compile_detail.py` writes it; `--check` only says whether it is fresh (exit 1 if not).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

from reportedly.extract.detail.calendar import MEANINGS
from reportedly.extract.detail.templates import expand, first_classes

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "languages" / "detail"
TARGET = ROOT / "src" / "reportedly" / "extract" / "data" / "detail.json"


class DetailError(ValueError):
    """An entry that cannot be compiled: names the file and the entry."""


def load(path: Path) -> dict[str, Any]:
    """One language's file, with its examples."""
    data: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    # BaseLoader: every scalar is a string, so that no, on and 2022-03-26 stay words.
    if data.get("language") != path.stem:
        raise DetailError(f"{path.name}: language must be {path.stem}")
    data["words"] = {name: _plain(forms, path.name, name) for name, forms in data["words"].items()}
    data["spaced"] = data.get("spaced", "true") == "true"
    data["quantities"]["vigesimal"] = data["quantities"].get("vigesimal") == "true"
    data["quantities"]["numbers_flat"] = _numbers(data["quantities"], path.name)
    for entry in data["dates"]:
        entry["weak"] = entry.get("weak") == "true"
        _check_rule(entry, data, path.name)
    return data


def _plain(forms: Any, file: str, name: str) -> Any:
    """A word class, refused where a form is empty or no string."""
    listed = [f for fs in forms.values() for f in fs] if isinstance(forms, dict) else forms
    if bad := [f for f in listed if not isinstance(f, str) or not f]:
        raise DetailError(f"{file}: {name}: not a form: {bad[0]!r}")
    return forms


def _numbers(raw: dict[str, Any], file: str) -> dict[str, int]:
    """Number words by form; with `compound` the fused ones (vierundzwanzig) are made."""
    flat: dict[str, int] = {}
    for value, forms in raw["numbers"].items():
        for form in forms:
            if flat.setdefault(str(form).lower(), int(value)) != int(value):
                raise DetailError(f"{file}: numbers: {form} has two values")
    return dict(sorted((flat | _fused(flat, raw.get("compound", {}))).items()))


def _fused(flat: dict[str, int], compound: dict[str, Any]) -> dict[str, int]:
    """Vierundzwanzig, zweihundert; `one` is the form that one has in them."""
    if not compound:
        return {}
    units = [(w, v) for w, v in flat.items() if 2 <= v <= 9] + [(compound["one"], 1)]
    tens = [(w, v) for w, v in flat.items() if 20 <= v <= 90 and v % 10 == 0]
    fused = {u + compound["units_tens"] + t: a + b for u, a in units for t, b in tens}
    for value, forms in compound["multiples"].items():
        fused |= {w + form: v * int(value) for w, v in units for form in forms}
    return fused


def _check_rule(entry: dict[str, Any], data: dict[str, Any], file: str) -> None:
    where = f"{file}: {entry.get('rule')}"
    if entry.get("as") not in MEANINGS:
        raise DetailError(f"{where}: unknown meaning {entry.get('as')!r}")
    if not entry.get("match") or not entry.get("not"):
        raise DetailError(f"{where}: needs an example that must match and one that must not")
    try:
        first_classes(entry["pattern"])
        re.compile(expand(entry["pattern"], data))
    except (ValueError, re.error) as error:
        raise DetailError(f"{where}: {error}") from error


def compiled() -> str:
    """The text of the shipped file."""
    languages = {path.stem: _shipped(load(path)) for path in sorted(SOURCE.glob("*.yml"))}
    lines = [
        f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False, sort_keys=True)}" for k, v in languages.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _shipped(data: dict[str, Any]) -> dict[str, Any]:
    """Without the examples and the sources of what was made from them."""
    rules = [{k: v for k, v in r.items() if k not in ("match", "not")} for r in data["dates"]]
    left_out = ("examples", "none", "numbers", "compound")
    quantities = {k: v for k, v in data["quantities"].items() if k not in left_out}
    return {**data, "dates": rules, "quantities": quantities}


def main(arguments: list[str]) -> int:
    text = compiled()
    if "--check" in arguments:
        fresh = TARGET.exists() and TARGET.read_text("utf-8") == text
        print("fresh" if fresh else f"stale: run python {Path(__file__).name}", file=sys.stderr)
        return 0 if fresh else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
