"""`reportedly score`: precision, recall and F1 of claims against gold files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from reportedly.scoring.figures import by_file, file_name, score
from reportedly.scoring.files import read_claims, read_documents, read_gold

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def figure_lines(figures: dict[str, Any]) -> list[str]:
    """The figures as a table for people."""
    lines = []
    for key, value in figures.items():
        if isinstance(value, dict):
            value = (
                f"P {value['precision']:.3f}  R {value['recall']:.3f}  F1 {value['f1']:.3f}"
                f"  ({value['hit']} right of {value['said']} said, {value['gold']} gold)"
            )
        lines.append(f"{key:11} {value}")
    return lines


@click.command("score")
@click.argument("claims", type=FILE, metavar="CLAIMS.jsonl")
@click.argument("gold", type=FOLDER, metavar="GOLD_DIR")
@click.option("--documents", type=FOLDER, help="Folder of the .txt documents: check evidence against them.")
@click.option("--language", help="Only gold documents of this language (en, ja, ru, uk ...).")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
@click.option(
    "--errors",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write each missed, nearly right and spurious claim here, one JSON line each.",
)
def command(
    claims: Path, gold: Path, documents: Path | None, language: str | None, as_json: bool, errors: Path | None
) -> None:
    """Measure claims (as `reportedly extract` writes them) against the gold files of a folder.

    \b
    Example:
      reportedly extract corpus/docs -o claims.jsonl
      reportedly score claims.jsonl corpus/gold
    """
    said, golds = read_claims(claims), read_gold(gold, language)
    result = score(said, golds, read_documents(documents) if documents else None)
    without = set(by_file(said)) - {file_name(g["file"]) for g in golds}
    if without and language is None:
        click.echo(f"{len(without)} documents have claims but no gold file; passed over", err=True)
    if errors:
        lines = [json.dumps(e, ensure_ascii=False) + "\n" for e in result.errors]
        errors.write_text("".join(lines), encoding="utf-8")
    if as_json:
        click.echo(json.dumps(result.figures, ensure_ascii=False))
    else:
        click.echo("\n".join(figure_lines(result.figures)))
