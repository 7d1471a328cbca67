"""`make bench`: how fast `reportedly extract` reads, how much memory it takes, and how that compares with a
spaCy pipeline on the same text in the same run.

Every figure is the median of the rounds; the tools take turns within a round, so that a slow moment of the
machine meets them all. Ratios are per CPU-second, start-up of `reportedly` included and that of spaCy not.
The spaCy pipeline has random weights: it stands for speed only. Writes benchmarks/results/TIME.json.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import alias_scan
import pile

HERE = Path(__file__).parent
REPORTEDLY = [sys.executable, "-m", "reportedly.cli.main"]
RIVAL = HERE / ".venv-bench" / "bin" / "python"
SAMPLE = 32
"""Reports of each pile that the spaCy pipeline reads in one round."""
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
MB = 1e6


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of a command cost: seconds on the clock and of the processor, bytes at the peak."""

    wall: float
    cpu: float
    peak: int


def cost(command: Sequence[str]) -> Cost:
    """Runs a command to its end; raises where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {said.decode(errors='replace')[-500:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def extract(path: Path, jobs: int = 1) -> Cost:
    return cost([*REPORTEDLY, "extract", str(path), "--jobs", str(jobs), "--output", os.devnull])


@contextmanager
def rival() -> Iterator[subprocess.Popen[str] | None]:
    """The spaCy pipeline, built and warm; None where its environment is not there."""
    if not RIVAL.exists():
        print(f"no spaCy environment at {RIVAL.parent.parent}: its ratios are left out", file=sys.stderr)
        yield None
        return
    process = subprocess.Popen(
        [RIVAL, HERE / "rival.py"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **ONE_THREAD},
    )
    try:
        yield process
    finally:
        process.communicate()


def rival_rate(process: subprocess.Popen[str], folder: Path) -> tuple[float, int]:
    """Documents per CPU-second of the spaCy pipeline on a sample spread over a pile, and its peak memory."""
    files = sorted(folder.rglob("*.txt"))
    chosen = files[:: max(1, len(files) // SAMPLE)][:SAMPLE]
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\t".join(map(str, chosen)) + "\n")
    process.stdin.flush()
    said = json.loads(process.stdout.readline())
    return said["documents"] / said["cpu"], said["peak"]


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile on disk."""

    name: str
    path: Path
    documents: int
    size: int


def make_piles(folder: Path, number: int) -> dict[str, Pile]:
    """The piles of the benchmark, written below `folder`."""
    dense = max(number // 10, 20)
    small = max(number // 10, 20)
    made = {}
    for name, many, share in (("mixed", number, 0.02), ("dense", dense, 1.0), ("tenth", small, 0.02)):
        path = folder / name
        made[name] = Pile(name, path, many, pile.write_files(path, pile.reports(many, share=share)))
    lines = folder / "mixed.jsonl"
    made["lines"] = Pile("lines", lines, number, pile.write_lines(lines, pile.reports(number, share=0.02)))
    return made


def one_round(piles: dict[str, Pile], process: subprocess.Popen[str] | None) -> dict[str, float]:
    """Each figure once, the tools taking turns."""
    figures: dict[str, float] = {}
    tenth = extract(piles["tenth"].path)
    for name in ("mixed", "dense", "lines"):
        one = piles[name]
        used = extract(one.path)
        figures[f"{name}.documents_per_second"] = one.documents / used.wall
        figures[f"{name}.mb_per_second"] = one.size / MB / used.wall
        figures[f"{name}.documents_per_cpu_second"] = one.documents / used.cpu
        figures[f"{name}.peak_mb"] = used.peak / MB
        if name == "mixed":
            warm = (one.documents - piles["tenth"].documents) / (used.cpu - tenth.cpu)
            figures["mixed.documents_per_cpu_second_once_started"] = warm
            figures["mixed.peak_growth_percent"] = 100 * (used.peak / tenth.peak - 1)
        if name != "lines":
            two = extract(one.path, jobs=2)
            figures[f"{name}.two_jobs_speedup"] = used.wall / two.wall
            if process is not None:
                rate, peak = rival_rate(process, one.path)
                figures[f"{name}.spacy_documents_per_cpu_second"] = rate
                figures[f"{name}.times_spacy"] = figures[f"{name}.documents_per_cpu_second"] / rate
                figures["spacy.peak_mb"] = peak / MB
    figures["help_seconds"] = cost([*REPORTEDLY, "--help"]).wall
    return figures


TARGETS = {
    "mixed.times_spacy": (150, 600),
    "dense.times_spacy": (10, 60),
    "mixed.two_jobs_speedup": (1.7, 1.95),
    "dense.two_jobs_speedup": (1.7, 1.95),
    "mixed.peak_mb": (300, 150),
    "dense.peak_mb": (300, 150),
    "mixed.peak_growth_percent": (20, 5),
    "help_seconds": (0.3, 0.15),
    "alias_scan.other_reports": (0.7, 0.9),
}
"""What must be reached and what is aimed at; of memory, growth and seconds, at most."""


def table(figures: dict[str, list[float]]) -> str:
    """The medians, with the spread and the targets."""
    rows = [f"{'':48}{'median':>11}{'lowest':>11}{'highest':>11}   must / aim"]
    for name, values in figures.items():
        must = " / ".join(f"{t:g}" for t in TARGETS[name]) if name in TARGETS else ""
        middle = statistics.median(values)
        rows.append(f"{name:48}{middle:11,.2f}{min(values):11,.2f}{max(values):11,.2f}   {must}")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=3000, help="reports in the mixed pile")
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    figures: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, rival() as process:
        piles = make_piles(Path(folder), chosen.documents)
        for one in piles.values():
            print(f"{one.name}: {one.documents} reports, {one.size / MB:.1f} MB", file=sys.stderr)
        for number in range(chosen.rounds):
            print(f"round {number + 1} of {chosen.rounds}", file=sys.stderr)
            for name, value in one_round(piles, process).items():
                figures.setdefault(name, []).append(value)
    for label, per_name in (("other_reports", 500), ("mixed", 100), ("about_arms", 12)):
        figures[f"alias_scan.{label}"] = [alias_scan.compare(label, per_name)]
    print(table(figures))
    print("spaCy: en_core_web_sm's architecture, random weights (speed only), NumPy's BLAS, batches of 16")
    _write(figures, chosen.documents)


def _write(figures: dict[str, list[float]], documents: int) -> None:
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    target = results / f"{time.strftime('%Y%m%dT%H%M%S')}.json"
    about = {"documents": documents, "python": platform.python_version(), "machine": platform.machine()}
    target.write_text(json.dumps({"about": about, "figures": figures}, indent=1) + "\n")
    print(f"written to {target}")


if __name__ == "__main__":
    main()
