"""What comes of an input: something harvested from its claims, bytes that are known already, or a failure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from reportedly.claims import Claim
from reportedly.documents import Document, Failure, RawInput

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document with its claims, and the bytes and file it was read from."""

    document: Document
    claims: list[Claim]
    raw: RawInput
    path: str


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """`value` is what the harvest made of a document."""

    value: T


@dataclass(frozen=True, slots=True)
class Known:
    """The bytes are where they should go already; they were not parsed again."""

    file: str
    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that gave nothing. `trace` is set where the fault is this program's own."""

    failure: Failure
    path: str
    trace: str = ""


Outcome: TypeAlias = Done[T] | Known | Failed


@dataclass(frozen=True, slots=True)
class Batch(Generic[T]):
    """What came of some inputs, in their order. `documents` counts those read, also where the harvest made
    nothing of them;
    `size` is the bytes of input they stand for, `passed` what was passed over on purpose (records that are no
    reports)."""

    outcomes: tuple[Outcome[T], ...]
    documents: int
    size: int
    passed: tuple[tuple[str, int], ...] = ()


Harvest: TypeAlias = Callable[[Extracted], T | None]
"""Makes of a document what is to be sent back; None where there is nothing to send. Must be importable by
workers."""

Screen: TypeAlias = Callable[[Document], bool]
"""Says of a document, before it is laid out, whether it may hold a claim. Must be importable by workers."""

KnownDigest: TypeAlias = Callable[[str], bool]
"""Says of a digest whether the document need not be read again. Is sent to workers, so it must pickle."""
