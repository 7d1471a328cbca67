"""How the lexicon's tests write down entries and what a scan found."""

from __future__ import annotations

from pathlib import Path

from lexicon_build.compiling import compile_folder
from reportedly.lexicon import Lexicon
from reportedly.lexicon.store import parse


def compiled(folder: Path, yaml: str) -> tuple[bytes, list[str]]:
    """The data and the complaints of one file of entries."""
    (folder / "entries.yml").write_text(yaml, encoding="utf-8")
    data, complaints = compile_folder(folder)
    return data, list(complaints)


def small_lexicon(
    folder: Path, *names: str, kind: str = "actor", category: str = "armed_group", language: str = "en"
) -> Lexicon:
    """A lexicon of one entity to each name."""
    entries = "".join(
        f"- {{id: {kind}/n{i}, name: Entity {i} of the test, category: {category}, sources: [test], "
        f'names: {{{language}: ["{name}"]}}}}\n'
        for i, name in enumerate(names)
    )
    data, complaints = compiled(folder, entries)
    assert not complaints
    return parse(data)


def found(lexicon: Lexicon, text: str) -> list[str]:
    """The words of the text that are names."""
    return [text[m.start : m.end] for m in lexicon.scan(text)]


def meant(lexicon: Lexicon, text: str) -> list[str]:
    """The entities that the names of the text stand for, each match's first strong one, else first."""
    matches = (sorted(m.names, key=lambda n: n.weak) for m in lexicon.scan(text))
    return [names[0].entity for names in matches]
