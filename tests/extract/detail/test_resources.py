"""The language data: fresh, and each pattern true to its examples, both ways."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reportedly.extract.dates import accepted
from reportedly.extract.detail.templates import first_classes
from reportedly.extract.detail.vocabulary import vocabulary
from reportedly.extract.numerals import find_quantities

ROOT = Path(__file__).parents[3]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_detail", ROOT / "tools" / "compile_detail.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["compile_detail"] = module
    spec.loader.exec_module(module)
    return module


compile_detail = _tool()
LOADED: dict[str, dict[str, Any]] = {
    path.stem: compile_detail.load(path) for path in sorted(compile_detail.SOURCE.glob("*.yml"))
}
RULES = [(language, rule) for language, data in LOADED.items() for rule in data["dates"]]


def _rules_met(text: str, language: str) -> list[str]:
    words = vocabulary(language)
    assert words is not None
    return [placed.atom.rule for placed in accepted(words.folded(text), words)]


def test_the_shipped_file_is_fresh() -> None:
    """Edited YAML must be compiled and committed."""
    assert compile_detail.TARGET.read_text("utf-8") == compile_detail.compiled()


def test_all_eight_languages_are_there() -> None:
    """English, Japanese, Russian, Ukrainian; Spanish, French, German, Arabic."""
    assert sorted(LOADED) == ["ar", "de", "en", "es", "fr", "ja", "ru", "uk"]


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[rule["rule"] for _, rule in RULES])
def test_date_patterns_match_their_examples_and_not_the_others(language: str, rule: dict[str, Any]) -> None:
    """A pattern that no longer meets its example, or meets the counter-example, is broken."""
    missed = [text for text in rule["match"] if rule["rule"] not in _rules_met(text, language)]
    wrong = [text for text in rule["not"] if rule["rule"] in _rules_met(text, language)]
    assert (missed, wrong) == ([], [])


@pytest.mark.parametrize("language", sorted(LOADED))
def test_quantity_words_read_their_examples(language: str) -> None:
    """Each example gives its bounds, each counter-example nothing."""
    quantities = LOADED[language]["quantities"]
    for text, low, high in quantities["examples"]:
        found = [(m.quantity.min, m.quantity.max) for m in find_quantities(text, language=language)]
        assert found == [tuple(None if v == "null" else int(v) for v in (low, high))], text
    for text in quantities["none"]:
        assert find_quantities(text, language=language) == [], text


@pytest.mark.parametrize(
    ("language", "name"), [(lang, name) for lang in LOADED for name in ("month", "weekday")]
)
def test_calendars_are_complete(language: str, name: str) -> None:
    """Twelve months and seven days, wherever the language lists them."""
    forms = LOADED[language]["words"].get(name)
    if forms is None:
        assert (language, name) == ("ja", "month")
    else:
        assert len(forms) == {"month": 12, "weekday": 7}[name]


def test_a_pattern_must_begin_with_a_class() -> None:
    """Otherwise no word would say that it is worth trying."""
    assert first_classes("(?:{weekday},? )?{day} {month}") == ["weekday", "day"]
    for headless in ("of {month}", "(?:{day})?", "{day}|"):
        with pytest.raises(ValueError, match="begin with a word class"):
            first_classes(headless)


def test_a_rule_without_counter_example_is_refused(tmp_path: Path) -> None:
    """The message names the file and the rule."""
    source = (compile_detail.SOURCE / "de.yml").read_text("utf-8").replace("not: [gestrigen]", "not: []")
    broken = tmp_path / "de.yml"
    broken.write_text(source, "utf-8")
    with pytest.raises(compile_detail.DetailError, match=r"de\.yml: de\.day_shift: needs an example"):
        compile_detail.load(broken)
