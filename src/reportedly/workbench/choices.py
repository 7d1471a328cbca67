"""The closed lists of the codebook, as a form offers them."""

from __future__ import annotations

from typing import get_args

from reportedly.claims import Certainty, Kind, Means, Polarity, SourceRole, Stage

CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
    "stage": get_args(Stage),
    "means": get_args(Means),
    "source_role": get_args(SourceRole),
}
