"""Every frame of every pack: its examples give a claim of its kind, and its counter-examples give none."""

from __future__ import annotations

from importlib import resources

import pytest

from notation import document
from reportedly.claims import Claim
from reportedly.extract import extract
from reportedly.languages.frames import load_frames
from reportedly.languages.pack import load_pack

PACKS = sorted(
    p.name.removesuffix(".json")
    for p in resources.files("reportedly.languages").joinpath("data").iterdir()
    if p.name.endswith(".json") and p.name != "frames.json"
)

COMPANY = {"ja": "ヒズボラ。", "ru": "Хезболла.", "uk": "Хезболла.", "ar": "حزب الله."}
"""Names of the field as a paragraph of their own, so that weak names ("tanks", "drones") are in company."""


def claims_of(text: str, language: str) -> list[Claim]:
    """The claims of an example in company."""
    return extract(document(f"{text}\n\n{COMPANY.get(language, 'Hezbollah.')}", language=language))


def examples(key: str) -> list[object]:
    found = []
    for language in PACKS:
        pack = load_pack(language)
        assert pack is not None
        for frame, entry in pack.data["frames"].items():
            found.extend(
                pytest.param(language, frame, text, id=f"{language}-{frame}-{i}")
                for i, text in enumerate(entry.get(key, ()))
            )
    return found


@pytest.mark.parametrize(("language", "frame", "text"), examples("must"))
def test_what_must_give_a_claim_gives_one_of_the_frames_kind(language: str, frame: str, text: str) -> None:
    """An example of a frame makes a claim of its kind."""
    kinds = {claim.kind for claim in claims_of(text, language)}
    assert load_frames()[frame].kind in kinds


@pytest.mark.parametrize(("language", "frame", "text"), examples("must_not"))
def test_what_must_not_give_a_claim_gives_none_of_the_frames_kind(
    language: str, frame: str, text: str
) -> None:
    """A counter-example makes no claim of the frame's kind."""
    assert load_frames()[frame].kind not in {claim.kind for claim in claims_of(text, language)}


def test_every_frame_a_pack_names_is_known() -> None:
    """A frame of a pack stands in `frames.yml`."""
    for language in PACKS:
        pack = load_pack(language)
        assert pack is not None
        assert set(pack.data["frames"]) <= set(load_frames()), language
