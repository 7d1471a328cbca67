"""Runs that read reports into the ledger behind the pages, one at a time."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportedly.errors import ReportedlyError
from reportedly.ingest import Found
from reportedly.ledger import Added, Duplicate, KnownDigests, Ledger, Parcel
from reportedly.ledger.adding import packed, write
from reportedly.ledger.search import index
from reportedly.pipeline import Batch, Done, run, run_version
from reportedly.pipeline import Outcome as PipelineOutcome


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: `read`, `duplicate` or `failed`."""

    file: str
    state: str
    claims: int = 0
    digest: str = ""
    reason: str = ""

    def to_json(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in ("file", "state", "claims", "digest", "reason")}


@dataclass
class Job:
    """One run. `outcomes` grows while it is under way; `error` says why it ended early."""

    number: int
    total: int
    by: str
    outcomes: list[Outcome] = field(default_factory=list)
    running: bool = True
    error: str = ""

    def counts(self) -> Counter[str]:
        return Counter(o.state for o in self.outcomes)

    def to_json(self, since: int = 0) -> dict[str, object]:
        return {
            "job": self.number,
            "running": self.running,
            "total": self.total,
            "done": len(self.outcomes),
            "claims": sum(o.claims for o in self.outcomes),
            "counts": dict(self.counts()),
            "error": self.error,
            "outcomes": [o.to_json() for o in self.outcomes[since:]],
        }


@dataclass
class Jobs:
    """The runs since the workbench was opened; one at a time reads."""

    known: list[Job] = field(default_factory=list)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def start(self, ledger: Ledger, where: str, by: str, inputs: Sequence[Found], folder: Path | None) -> Job:
        job = Job(len(self.known) + 1, len(inputs), by)
        self.known.append(job)
        threading.Thread(target=self._run, args=(job, ledger, where, inputs, folder), daemon=True).start()
        return job

    def _run(
        self, job: Job, ledger: Ledger, where: str, inputs: Sequence[Found], folder: Path | None
    ) -> None:
        try:
            with self._turn:
                _read(job, ledger, where, inputs, temporary=folder is not None)
        except ReportedlyError as error:
            job.error = str(error)
        except Exception as error:  # a thread has nobody else to tell
            job.error = f"A fault in reportedly, please report it: {type(error).__name__}"
        finally:
            job.running = False
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)


def _read(job: Job, ledger: Ledger, where: str, inputs: Sequence[Found], *, temporary: bool) -> None:
    with ledger.writing() as pen:
        pen.log("added_by", {"user": job.by, "inputs": len(inputs)})
    known = None if ledger.is_empty() else KnownDigests(where, run_version().fingerprint)
    for batch in run(inputs, packed, known=known):
        job.outcomes += _written(ledger, batch, temporary=temporary)
    index(ledger)


def _written(ledger: Ledger, batch: Batch[Parcel], *, temporary: bool) -> list[Outcome]:
    found = []
    for outcome in batch.outcomes:
        result = write(ledger, _unplaced(outcome) if temporary else outcome)
        if isinstance(result, Added):
            found.append(Outcome(result.file, "read", result.claims, result.digest))
        elif isinstance(result, Duplicate):
            found.append(Outcome(result.file, "duplicate", 0, result.digest))
        else:
            found.append(Outcome(result.failure.file, "failed", reason=result.failure.reason))
    return found


def _unplaced(outcome: PipelineOutcome[Parcel]) -> PipelineOutcome[Parcel]:
    """An upload lay nowhere that could be gone back to."""
    if isinstance(outcome, Done):
        return Done(replace(outcome.value, path=""))
    return replace(outcome, path="")
