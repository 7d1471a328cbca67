"""Write gold files from coding sheets: `python tools/code_gold.py corpus/en [NAME ...]`.

A coder reads a report and writes a sheet, `sheets/NAME.sheet`; this finds the offsets and spells out the
acceptable names. A sheet is a header and claims, parted by blank lines (`#` begins a comment line):

    published: 1986-05-12
    publisher: Lisbon Evening Courier
    cites: Radio Porto; Atlantic News Agency

    transfer | supplier=Soviet Union | recipient=Angola ~ Luanda | materiel=T-55 {31}; ammunition ~ shells
      | stage=delivered | when=1986-03 | by=speaker:diplomat ~ Western diplomat > outlet:Radio Porto
    " shipped thirty-one T-55 tanks
    = The first words of a stretch ... its last words

A filler is its canonical English name, then after `~` the words of the text and any further acceptable
names, by commas; the aliases of `names.yml` are added. `{31}` is a quantity: `{40+}` at least, `{-400}` at
most, `{3-5}` between. `by` is the attribution chain, nearest the fact first, links parted by `>`. `when` is
one date or `start..end`, either end may be empty. A line that begins with a double quote is evidence, grown
to the sentence around it; one that begins with `=` is taken from the first words to the last, as they stand.
`optional` as a field marks the claim as one that careful coders may leave out.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

from reportedly.claims import ROLES

SCRAP = re.compile(r"^(?P<name>[^~{]+?)\s*(?:\{(?P<quantity>[^}]+)\})?\s*(?:~(?P<words>.*))?$")
ABBREVIATIONS = re.compile(
    r"(?:\b(?:[A-Z]|Mr|MR|MS|Mrs|Ms|Dr|No|Nos|Lt|Col|Gen|Capt|Maj|Sgt|St|Sen|Rep|vs|v|cf|art|approx|paras?"
    r"|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)|[A-Z]\.[A-Z])\.$"
)
END = re.compile(r"[.!?…][\"”’')\]»]*(?:\[\d+\])*(?=\s)|[。！？]+[」』）]*(?![^「『」』\n]*[」』])")
DEFAULTS = {"polarity": "affirmed", "certainty": "asserted", "stage": "unspecified", "means": "unspecified"}

Names = dict[str, list[str]]


class SheetError(ValueError):
    """A sheet that cannot be turned into gold: which, where and why."""


def quantity(written: str | None) -> dict[str, int | None] | None:
    """`31`, `40+`, `-400` or `3-5` as the lowest and the highest number."""
    if not written:
        return None
    if written.endswith("+"):
        return {"min": int(written[:-1]), "max": None}
    low, dash, high = written.partition("-")
    if not dash:
        return {"min": int(low), "max": int(low)}
    return {"min": int(low) if low else None, "max": int(high)}


def acceptable(scrap: str, names: Names) -> tuple[list[str], dict[str, int | None] | None]:
    """The acceptable names of one filler, canonical first, without repeats, and its quantity."""
    match = SCRAP.match(scrap.strip())
    if not match:
        raise SheetError(f"cannot read the filler {scrap.strip()!r}")
    name = match["name"].strip()
    words = [w.strip() for w in (match["words"] or "").split(",") if w.strip()]
    return list(dict.fromkeys([name, *names.get(name, []), *words])), quantity(match["quantity"])


def role_fillers(role: str, value: str, names: Names) -> list[Any]:
    """The fillers of a role as gold writes them: lists of names, or names with a quantity for materiel."""
    out: list[Any] = []
    for scrap in value.split(";"):
        spelt, number = acceptable(scrap, names)
        out.append({"names": spelt, "quantity": number} if role == "materiel" else spelt)
    return out


def chain(value: str, names: Names) -> list[dict[str, Any]]:
    """The attribution chain, nearest the fact first."""
    links = []
    for link in value.split(">"):
        role, _, scrap = link.strip().partition(":")
        links.append({"names": acceptable(scrap, names)[0], "role": role})
    return links


def boundaries(text: str) -> list[int]:
    """Where sentences may begin: after every line end, and after an end mark that closes no abbreviation."""
    marks = {0, len(text)} | {m.end() for m in re.finditer(r"\n", text)}
    marks |= {m.end() for m in END.finditer(text) if not ABBREVIATIONS.search(text[: m.start() + 1][-12:])}
    return sorted(marks)


def sentence(text: str, snippet: str) -> tuple[int, int]:
    """The sentence that holds `snippet`, which must stand in the text exactly once."""
    if text.count(snippet) != 1:
        raise SheetError(f"{text.count(snippet)} places read {snippet!r}")
    at = text.index(snippet)
    marks = boundaries(text)
    start = max(m for m in marks if m <= at)
    end = min(m for m in marks if m >= at + len(snippet))
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())


def evidence(text: str, line: str) -> dict[str, Any]:
    """One evidence line of a sheet as offsets and words."""
    wanted = line[1:].strip()
    if line[0] == '"':
        start, end = sentence(text, wanted)
    else:
        first, _, last = wanted.partition(" ... ")
        if text.count(first) != 1:
            raise SheetError(f"{text.count(first)} places read {first!r}")
        start = text.index(first)
        end = text.index(last or first, start) + len(last or first)
    return {"start": start, "end": end, "text": text[start:end]}


def claim(block: list[str], text: str, names: Names) -> dict[str, Any]:
    """One claim from the lines of its block."""
    fields = " ".join(x.strip() for x in block if x[0] not in '"=').split("|")
    out: dict[str, Any] = {"kind": fields[0].strip()}
    said: dict[str, str] = {}
    for written in fields[1:]:
        key, _, value = written.strip().partition("=")
        said[key.strip()] = value.strip()
    for role in ROLES:
        if role in said:
            out[role] = role_fillers(role, said.pop(role), names)
    optional = "optional" in said
    said.pop("optional", None)
    start, dots, end = said.pop("when", "").partition("..")
    by = said.pop("by", "")
    for key, default in DEFAULTS.items():
        if key in ("stage", "means") and out["kind"] not in ("transfer", "support") and key not in said:
            continue
        out[key] = said.pop(key, default)
    if said:
        raise SheetError(f"no such field: {', '.join(said)}")
    out["when"] = {"start": start or None, "end": (end if dots else start) or None}
    out["attribution"] = chain(by, names) if by else []
    out["evidence"] = [evidence(text, x) for x in block if x[0] in '"=']
    if optional:
        out["optional"] = True
    return out


def gold(sheet: Path, folder: Path, names: Names) -> dict[str, Any]:
    """The gold file of one sheet."""
    text = (folder / "docs" / f"{sheet.stem}.txt").read_bytes().decode("utf-8")
    lines = [x for x in sheet.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    blocks = [b.splitlines() for b in re.split(r"\n\s*\n", "\n".join(lines).strip())]
    header = dict(x.split(":", 1) for x in blocks[0])
    try:
        claims = [claim(b, text, names) for b in blocks[1:]]
    except SheetError as why:
        raise SheetError(f"{sheet.name}: {why}") from None
    return {
        "file": f"{sheet.stem}.txt",
        "language": folder.name,
        "published": header.get("published", "").strip() or None,
        "publisher": header.get("publisher", "").strip() or None,
        "cites": [c.strip() for c in header.get("cites", "").split(";") if c.strip()],
        "claims": claims,
    }


def written(folder: Path, only: list[str]) -> dict[str, str]:
    """Gold file name to its content, for every sheet of `folder` (or those named)."""
    names: Names = yaml.safe_load((folder / "names.yml").read_text(encoding="utf-8"))
    sheets = [s for s in sorted((folder / "sheets").glob("*.sheet")) if not only or s.stem in only]
    return {
        f"{s.stem}.json": json.dumps(gold(s, folder, names), ensure_ascii=False, indent=1) + "\n"
        for s in sheets
    }


def main() -> int:
    folder = Path(sys.argv[1])
    try:
        files = written(folder, sys.argv[2:])
    except SheetError as why:
        print(f"bad sheet: {why}", file=sys.stderr)
        return 1
    for name, content in files.items():
        (folder / "gold" / name).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
