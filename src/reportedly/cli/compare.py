"""`reportedly compare`: what one version of the extraction gained and lost against another."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from reportedly.scoring.comparison import Change, Difference, compare, headline
from reportedly.scoring.figures import score
from reportedly.scoring.files import read_claims, read_gold

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
MARKS: dict[Change, str] = {
    "gained": "+",
    "better": "+",
    "no longer spurious": "+",
    "lost": "-",
    "worse": "-",
    "spurious": "-",
}


def line(difference: Difference) -> str:
    """One difference for people: `-` is a loss."""
    fields = f" [{', '.join(difference.fields)}]" if difference.fields else ""
    what = f"{difference.change}{fields}"
    return f"{MARKS[difference.change]} {difference.file}  {what}  {headline(difference.claim)}"


@click.command("compare")
@click.argument("old", type=FILE, metavar="OLD.jsonl")
@click.argument("new", type=FILE, metavar="NEW.jsonl")
@click.argument("gold", type=FOLDER, metavar="GOLD_DIR")
@click.option("--language", help="Only gold documents of this language (en, ja, ru, uk ...).")
@click.option("--json", "as_json", is_flag=True, help="One JSON line for each difference, no totals.")
def command(old: Path, new: Path, gold: Path, language: str | None, as_json: bool) -> None:
    """List gains and losses between two versions' claims, claim by claim, and the totals.

    \b
    Example:
      reportedly compare before.jsonl after.jsonl corpus/gold
    """
    before, after, golds = read_claims(old), read_claims(new), read_gold(gold, language)
    differences = compare(before, after, golds)
    if as_json:
        for difference in differences:
            click.echo(json.dumps(difference.to_json(), ensure_ascii=False))
        return
    for difference in differences:
        click.echo(line(difference))
    counts = Counter(d.change for d in differences)
    click.echo(", ".join(f"{counts[change]} {change}" for change in MARKS))
    was, now = (score(c, golds).figures["claim"] for c in (before, after))
    for key in ("precision", "recall", "f1"):
        click.echo(f"claim {key:9} {was[key]:.3f} -> {now[key]:.3f}")
