"""One small report with gold, and a claim that answers it."""

from __future__ import annotations

from typing import Any

import pytest

TEXT = "Libya gave Iran twenty Scuds in March, traders say. Tripoli denied it. China made the fuzes."


def evidence(words: str) -> list[dict[str, Any]]:
    start = TEXT.index(words)
    return [{"start": start, "end": start + len(words), "text": words}]


@pytest.fixture
def gold() -> dict[str, Any]:
    """Three claims, the last optional."""
    transfer = {
        "kind": "transfer",
        "supplier": [["Libya", "Tripoli"]],
        "recipient": [["Iran", "Tehran"]],
        "materiel": [{"names": ["Scud-B", "Scuds"], "quantity": {"min": 20, "max": 20}}],
        "polarity": "affirmed",
        "certainty": "asserted",
        "stage": "delivered",
        "means": "unspecified",
        "when": {"start": "1985-03", "end": "1985-03"},
        "attribution": [{"names": ["traders"], "role": "speaker"}],
        "evidence": evidence("Libya gave Iran twenty Scuds in March, traders say."),
    }
    denial = {
        **transfer,
        "polarity": "denied",
        "when": {"start": None, "end": None},
        "attribution": [{"names": ["Libya", "Tripoli"], "role": "speaker"}],
        "evidence": evidence("Tripoli denied it."),
    }
    production = {
        "kind": "production",
        "producer": [["China"]],
        "materiel": [{"names": ["fuzes"], "quantity": None}],
        "polarity": "affirmed",
        "certainty": "asserted",
        "when": {"start": None, "end": None},
        "attribution": [],
        "evidence": evidence("China made the fuzes."),
        "optional": True,
    }
    return {
        "file": "scuds.txt",
        "language": "en",
        "published": "1985-05-03",
        "publisher": "Barrel",
        "cites": [],
        "claims": [transfer, denial, production],
    }


@pytest.fixture
def said() -> dict[str, Any]:
    """The first gold claim, as software would write it, all right."""
    return {
        "id": "0",
        "file": "reports/scuds.txt",
        "kind": "transfer",
        "supplier": [{"name": "Libya", "id": "state/ly", "mention": "Libya"}],
        "recipient": [{"name": "Iran", "id": "state/ir", "mention": "Iran"}],
        "materiel": [{"name": "R-17", "id": None, "mention": "Scuds", "quantity": None}],
        "polarity": "affirmed",
        "certainty": "asserted",
        "stage": "delivered",
        "means": "unspecified",
        "when": {"start": "1985-03", "end": "1985-03"},
        "attribution": [{"name": "traders", "id": None, "mention": "traders", "role": "speaker"}],
        "evidence": evidence("Libya gave Iran twenty Scuds in March, traders say."),
    }
