"""What a worker does with a shard: read, lay out, extract, harvest; whatever goes wrong with one input stays
with it."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.documents import Document, Failure, RawInput
from reportedly.errors import LexiconError, ReportedlyError
from reportedly.extract import extract
from reportedly.extract.coverage import noted
from reportedly.ingest import DEFAULT, Limits, Passed, read_raw
from reportedly.layout import lay_out
from reportedly.lexicon import load
from reportedly.pipeline.outcomes import (
    Batch,
    Done,
    Extracted,
    Failed,
    Harvest,
    Known,
    KnownDigest,
    Outcome,
    Screen,
)
from reportedly.pipeline.shards import Shard, name_of, open_shard

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings(Generic[T]):
    """How every shard is worked on. `harvest`, `known` and `screen` must pickle."""

    harvest: Harvest[T]
    known: KnownDigest | None = None
    screen: Screen | None = None
    limits: Limits = DEFAULT


def warm_up() -> None:
    """Loads what every document needs. Raises LexiconError."""
    load()
    # It lives as long as the process: the collector need not walk through it again and again.
    gc.freeze()


def work(shard: Shard, settings: Settings[T]) -> Batch[T]:
    """What comes of a shard, in its order."""
    outcomes: list[Outcome[T]] = []
    documents, passed = 0, Passed()
    for item, path in open_shard(shard, settings.limits, passed):
        for result in _outcomes(item, path, settings):
            documents += isinstance(result, (Done, Known))
            if not (isinstance(result, Done) and result.value is None):
                outcomes.append(result)
    return Batch(tuple(outcomes), documents, shard.size, tuple(sorted(passed.items())))


def crashed(shard: Shard) -> Batch[T]:
    """The outcome of a single input that ended its worker twice."""
    file, path = name_of(shard)
    failure = Failure(file, "crashed", "reading it ended the worker process, twice; set aside")
    return Batch((Failed(failure, path),), 0, shard.size)


def _outcomes(item: RawInput | Failure, path: str, settings: Settings[T]) -> Iterator[Outcome[T]]:
    if isinstance(item, Failure):
        yield Failed(item, path)
        return
    digest = item.digest
    if settings.known is not None and settings.known(digest):
        yield Known(item.file, path, digest)
        return
    try:
        found = read_raw(item, settings.limits)
    except Exception as error:
        yield _fault(item.file, path, error)
        return
    for document in found:
        yield (
            Failed(document, path)
            if isinstance(document, Failure)
            else _harvested(document, item, path, settings)
        )


def _harvested(document: Document, raw: RawInput, path: str, settings: Settings[T]) -> Outcome[T]:
    try:
        if settings.screen is not None and not settings.screen(document):
            value = settings.harvest(Extracted(document, [], raw, path))
        else:
            laid_out = noted(lay_out(document))
            value = settings.harvest(Extracted(laid_out, extract(laid_out), raw, path))
    except LexiconError:
        raise  # every document would fail of it
    except Exception as error:
        return _fault(document.file, path, error)
    # None is kept here, so that the document is counted; `work` leaves it out.
    return Done(value)  # type: ignore[arg-type]


def _fault(file: str, path: str, error: Exception) -> Failed:
    """An input that this program failed on: its own fault, so the place in the code is kept for
    `--traceback`."""
    if isinstance(error, ReportedlyError):
        return Failed(Failure(file, error.code, str(error).removeprefix(f"{file}: ")), path)
    said = " ".join(str(error).split())[:200]
    reason = f"a fault in reportedly, please report it: {type(error).__name__}{': ' if said else ''}{said}"
    return Failed(Failure(file, "internal", reason), path, "".join(traceback.format_exception(error)))


_settings: Settings[object] | None = None


def start(settings: Settings[object]) -> None:
    """Run once in each worker."""
    global _settings
    _settings = settings
    warm_up()


def work_in_worker(shard: Shard) -> Batch[object]:
    """`work` with the settings that the worker was started with."""
    assert _settings is not None
    return work(shard, _settings)
