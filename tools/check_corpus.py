"""Check a folder of the open corpus: `python tools/check_corpus.py corpus/en [corpus/ja ...] [--statistics]`.

Every report has gold and the mark that it was written for the corpus; every field of gold is in its closed
list; every stretch of evidence is what its offsets say; every filler answers to words of the report; gold is
what its sheet says. Prints a line for each fault, and exits 1 where there is one. With `--statistics`,
prints the table of the corpus' README.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from code_gold import SheetError, written
from reportedly.claims import ROLES, STAGED_KINDS, Certainty, Kind, Means, Polarity, SourceRole, Stage
from reportedly.errors import ReportedlyError
from reportedly.scoring.files import GROUPS_FILE, read_gold_file, read_text
from reportedly.scoring.names import folded

MARKS = {
    "ru": "Написано для корпуса reportedly; издания и говорящие вымышлены.",
    "uk": "Написано для корпусу reportedly; видання й мовці вигадані.",
    "ja": "reportedlyコーパスのために書かれた記事で、媒体と発言者は架空である。",
    "es": "Escrito para el corpus de reportedly; los medios y las personas que hablan son inventados.",
    "fr": "Écrit pour le corpus reportedly ; les médias et les personnes citées sont inventés.",
    "de": "Für das reportedly-Korpus geschrieben; Medien und Sprecher sind erfunden.",
    "ar": "كُتب هذا النص لمدونة reportedly؛ وسائل الإعلام والمتحدثون من نسج الخيال.",
    "en": "Written for the reportedly corpus; outlets and speakers are invented.",
}
"""The last line of every report, by language: nobody shall take it for a real one."""

IMPLIED = {"weapons"}
"""Names that a claim may hold without the word: "to arm X" has materiel weapons."""

CLOSED = {"polarity": Polarity, "certainty": Certainty, "stage": Stage, "means": Means}
FIELDS = {"kind", *ROLES, *CLOSED, "when", "attribution", "evidence", "optional"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def stands(names: list[str], text: str) -> bool:
    """True where one of the names is among the words of the folded text."""
    within = "{}" if unspaced(text) else " {} "
    return any(within.format(folded(name)) in text for name in names)


def unspaced(text: str) -> bool:
    """True for a text in a script that puts no space between words: kana stand in it."""
    return any("\u3040" <= c <= "\u30ff" for c in text)


def date_faults(when: Any) -> Iterator[str]:
    """Both ends are dates or null, and in order."""
    if not isinstance(when, dict) or set(when) != {"start", "end"}:
        yield "when needs start and end"
        return
    ends = [when["start"], when["end"]]
    for end in ends:
        if end is not None and not DATE.match(str(end)):
            yield f"{end!r} is not a date"
    if all(ends) and str(ends[0])[: len(str(ends[1]))] > str(ends[1]):
        yield f"when ends ({ends[1]}) before it starts ({ends[0]})"


def filler_faults(claim: dict[str, Any], words: str) -> Iterator[str]:
    """Every filler of every role, and every source, answers to words of the report."""
    for role in (*ROLES, "attribution"):
        for filler in claim.get(role, []):
            names = filler["names"] if isinstance(filler, dict) else filler
            if names[0] not in IMPLIED and not stands(names, words):
                yield f"{role} {names[0]!r}: none of its names stands in the report"
            if role == "attribution" and filler.get("role") not in get_args(SourceRole):
                yield f"source {names[0]!r} has the role {filler.get('role')!r}"
            if role == "materiel" and "quantity" not in filler:
                yield f"materiel {names[0]!r} has no quantity, not even null"


def claim_faults(claim: dict[str, Any], text: str, words: str, mark: int) -> Iterator[str]:
    """What is wrong with one claim. `mark` is the offset of the last line, which carries no evidence."""
    if claim["kind"] not in get_args(Kind):
        yield f"no such kind: {claim['kind']!r}"
    yield from (f"no such field: {key!r}" for key in claim if key not in FIELDS)
    for key, values in CLOSED.items():
        if key in claim and claim[key] not in get_args(values):
            yield f"{key} cannot be {claim[key]!r}"
        if key not in claim and (key in ("polarity", "certainty") or claim["kind"] in STAGED_KINDS):
            yield f"{key} is missing"
    yield from date_faults(claim.get("when"))
    yield from filler_faults(claim, words)
    if not claim.get("evidence"):
        yield "no evidence"
    for e in claim.get("evidence", []):
        if text[e["start"] : e["end"]] != e["text"] or not e["text"].strip():
            yield f"evidence {e['start']}-{e['end']} is not {e['text'][:40]!r}"
        if e["end"] > mark:
            yield "evidence in the mark at the end"


def report_faults(path: Path, gold_path: Path, language: str) -> Iterator[str]:
    """What is wrong with one report and its gold."""
    text = read_text(path, "report")
    mark = text.rfind(MARKS[language])
    if mark < 0 or text[mark:].strip() != MARKS[language]:
        yield f"the last line is not {MARKS[language]!r}"
    if not gold_path.exists():
        yield f"no gold file {gold_path.name}"
        return
    gold = read_gold_file(gold_path)
    if gold["file"] != path.name or gold.get("language") != language:
        yield "gold names another file or language"
    if gold.get("published") is not None and not DATE.match(gold["published"]):
        yield f"published {gold['published']!r} is not a date"
    words = f" {folded(text)} "
    for i, claim in enumerate(gold["claims"]):
        yield from (f"claim {i}: {fault}" for fault in claim_faults(claim, text, words, mark))


def stale(folder: Path) -> Iterator[str]:
    """Gold files that are not what their sheets say."""
    if not (folder / "sheets").is_dir():
        return
    try:
        for name, content in written(folder, []).items():
            path = folder / "gold" / name
            if not path.exists() or path.read_text(encoding="utf-8") != content:
                yield f"{path}: not what the sheet says; run tools/code_gold.py {folder}"
    except SheetError as why:
        yield str(why)


def faults(folder: Path) -> Iterator[str]:
    """Every fault of a corpus folder, one line each."""
    reports = sorted((folder / "docs").glob("*.txt"))
    for path in reports:
        try:
            found = list(report_faults(path, folder / "gold" / f"{path.stem}.json", folder.name))
        except ReportedlyError as why:
            found = [str(why)]
        yield from (f"{path.name}: {fault}" for fault in found)
    known = {p.stem for p in reports}
    for path in sorted((folder / "gold").glob("*.json")):
        if path.stem not in known and path.name != GROUPS_FILE:
            yield f"{path.name}: gold without a report"
    yield from stale(folder)


def statistics(folder: Path) -> list[tuple[str, int]]:
    """Rows of the statistics table: what is counted and how many."""
    golds = [read_gold_file(p) for p in sorted((folder / "gold").glob("*.json")) if p.name != GROUPS_FILE]
    claims = [c for g in golds for c in g["claims"]]
    words = sum(len(read_text(p, "report").split()) for p in sorted((folder / "docs").glob("*.txt")))
    kinds = Counter(c["kind"] for c in claims)
    return [
        ("reports", len(golds)),
        ("of them without a claim", sum(not g["claims"] for g in golds)),
        ("words", words),
        ("claims", len(claims)),
        ("of them optional", sum(bool(c.get("optional")) for c in claims)),
        *((f"kind: {kind}", kinds[kind]) for kind in get_args(Kind)),
        ("denied", sum(c["polarity"] == "denied" for c in claims)),
        ("hedged (probable or possible)", sum(c["certainty"] != "asserted" for c in claims)),
        ("with a source in the text", sum(bool(c["attribution"]) for c in claims)),
        ("with a chain of two or more", sum(len(c["attribution"]) > 1 for c in claims)),
        ("with a date", sum(any(c["when"].values()) for c in claims)),
    ]


def table(folders: list[Path]) -> str:
    """The statistics of the folders as a Markdown table, a column each."""
    columns = [dict(statistics(f)) for f in folders]
    lines = ["| | " + " | ".join(f.name for f in folders) + " |", "| --- |" + " ---: |" * len(folders)]
    lines += [f"| {key} | " + " | ".join(str(c[key]) for c in columns) + " |" for key in columns[0]]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    folders = [Path(a) for a in arguments if not a.startswith("--")]
    if "--statistics" in arguments:
        print(table(folders))
        return 0
    found = [f"{folder}: {fault}" for folder in folders for fault in faults(folder)]
    print("\n".join(found) if found else "no faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
