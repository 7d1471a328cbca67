"""Compile `resources/languages/*.yml` into the JSON that the package ships: `python
tools/compile_languages.py [--check]`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import yaml

from case_packs import compile_cases
from glossed_packs import compile_glossed

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "resources" / "languages"
TARGET = ROOT / "src" / "reportedly" / "languages" / "data"

VOWELS = "aeiou"


def english_forms(lemma: str, irregular: dict[str, list[str]], third: dict[str, str]) -> dict[str, str]:
    """The inflected forms of an English verb by tag. A lemma of several words inflects its first."""
    past, participle = irregular.get(lemma, (None, None))
    if past is None:
        if lemma.endswith("e"):
            past = lemma + "d"
        elif lemma.endswith("y") and lemma[-2] not in VOWELS:
            past = lemma[:-1] + "ied"
        else:
            past = lemma + "ed"
        participle = past
    if lemma in third:
        present = third[lemma]
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        present = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        present = lemma[:-1] + "ies"
    else:
        present = lemma + "s"
    return {"VB": lemma, "VBZ": present, "VBD": past, "VBN": str(participle), "VBG": gerund(lemma, past)}


def gerund(lemma: str, past: str) -> str:
    """The -ing form; a consonant doubled in the past (shipped) is doubled here too (shipping)."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    if past == lemma + lemma[-1] + "ed" or lemma in DOUBLING:
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


DOUBLING = frozenset(
    {
        "get",
        "put",
        "set",
        "cut",
        "run",
        "hit",
        "sit",
        "let",
        "win",
        "dig",
        "split",
        "forbid",
        "begin",
        "beg",
        "swim",
    }
)


def english_verbs(pack: dict[str, Any]) -> dict[str, list[list[str]]]:
    """Every form of every listed verb: form -> [[lemma, tag], ...]."""
    lemmas: set[str] = set(pack["general_verbs"])
    for frame in pack["frames"].values():
        lemmas.update(v.split()[0] for v in frame.get("verbs", ()))
    for group in ("say", "deny", "accuse", "conceal", "no_claim"):
        lemmas.update(v.split()[0] for v in pack["report"][group])
    for group in pack["light"].values():
        lemmas.update(v.split()[0] for v in group)
    for group in pack["control"].values():
        lemmas.update(v.split()[0] for v in group)
    lemmas -= {"be", "'"}
    forms: dict[str, list[list[str]]] = {}
    for lemma in sorted(lemmas):
        for tag, form in english_forms(lemma, pack["irregular"], pack["verb_s_exceptions"]).items():
            forms.setdefault(form, []).append([lemma, tag])
    for form, lemma in pack["also_forms"].items():
        for tag in ("VBD", "VBN") if not form.endswith("ing") else ("VBG",):
            forms.setdefault(form, []).append([lemma, tag])
    return dict(sorted(forms.items()))


def compile_pack(path: Path) -> str:
    """One pack's YAML as canonical JSON text."""
    pack = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    if pack.get("language") == "en":
        pack["verb_forms"] = english_verbs(pack)
    if pack.get("analyser") == "cases":
        shared = yaml.load(
            (SOURCES / f"{pack['inherits']}.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
        )
        pack = compile_cases(pack, shared)
    if pack.get("analyser") == "glossed":
        pack = compile_glossed(pack)
    return json.dumps(pack, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def main() -> int:
    """Write each pack, or with --check say which committed file is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    TARGET.mkdir(parents=True, exist_ok=True)
    for path in sorted(SOURCES.glob("[!A-Z]*.yml")):
        text, target = compile_pack(path), TARGET / f"{path.stem}.json"
        if check and (not target.exists() or target.read_text(encoding="utf-8") != text):
            stale.append(target.name)
        elif not check:
            target.write_text(text, encoding="utf-8")
    if stale:
        print(f"stale: {', '.join(stale)}; run python tools/compile_languages.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
