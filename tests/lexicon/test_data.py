"""The compiled data file is that of the entries, and small enough to load at once."""

from __future__ import annotations

import time

import pytest
from lexicon_paths import RESOURCES, TARGET

from lexicon_build.compiling import compile_folder
from reportedly.lexicon import Lexicon
from reportedly.lexicon.store import parse


@pytest.fixture(scope="module")
def regenerated() -> tuple[bytes, list[str]]:
    data, complaints = compile_folder(RESOURCES)
    return data, list(complaints)


def test_the_entries_have_nothing_wrong(regenerated: tuple[bytes, list[str]]) -> None:
    """The compiler finds nothing to complain of in the lexicon that is shipped."""
    assert regenerated[1] == []


def test_the_data_file_is_fresh(regenerated: tuple[bytes, list[str]]) -> None:
    """Compiling again gives the committed bytes: run tools/compile_lexicon.py when this fails."""
    assert regenerated[0] == TARGET.read_bytes()


def test_it_loads_in_a_fraction_of_a_second() -> None:
    """Parsing the data and building the automaton of Latin names is cheap enough for every start."""
    raw = TARGET.read_bytes()
    start = time.process_time()
    parse(raw)
    assert time.process_time() - start < 1.0


def test_there_are_as_many_entities_as_promised(lexicon: Lexicon) -> None:
    """All states, and the places and outlets that the lexicon is to have."""
    kinds = [entity.kind for entity in lexicon.entities.values()]
    assert kinds.count("state") >= 195 + 40
    assert kinds.count("place") >= 350
    assert kinds.count("outlet") >= 200


def test_every_entity_names_a_source(lexicon: Lexicon) -> None:
    """An entry that nobody can check does not ship."""
    assert [e.id for e in lexicon.entities.values() if not e.sources] == []


def test_every_state_has_names_in_four_languages(lexicon: Lexicon) -> None:
    """Each state that has a two-letter code is known in English, Japanese, Russian and Ukrainian."""
    for entity in lexicon.entities.values():
        if entity.kind == "state" and entity.category == "state":
            languages = {name.language for name in lexicon.names_of(entity.id)}
            assert {"en", "ja", "ru", "uk"} <= languages, entity.id
