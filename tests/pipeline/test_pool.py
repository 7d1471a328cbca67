"""A pool keeps order, bounds what is in flight, and outlives its workers."""

from __future__ import annotations

from collections.abc import Iterator

import hazards
import pytest

from reportedly.errors import ReportedlyError
from reportedly.pipeline.pool import Pool


def pool(
    task,
    *,
    jobs=2,
    split=lambda piece: [piece],
    crashed=lambda piece: ("crashed", piece),
    start=hazards.start,
):
    return Pool(task, jobs, split=split, crashed=crashed, initializer=start)


def test_results_come_in_the_order_of_the_work():
    """Whichever worker is done first."""
    assert [r for (r,) in pool(hazards.double).map(range(50))] == [2 * n for n in range(50)]


def test_no_more_is_taken_in_than_is_needed_to_keep_workers_busy():
    """So that a pile of any length fits."""
    taken: list[int] = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    results = pool(hazards.double).map(endless())
    for _ in range(5):
        next(results)
    results.close()
    assert len(taken) <= 5 + 2 * 4


def test_an_item_that_ends_its_worker_is_set_aside_and_the_rest_is_done():
    """It is found by taking its piece apart."""
    pieces = [(1, 2), (3, 4), (6, 7, 8), (9,), (10, 11)]
    run = pool(hazards.double_unless_seven, split=lambda piece: [(n,) for n in piece]).map(pieces)
    assert list(run) == [[(2, 4)], [(6, 8)], [(12,), ("crashed", (7,)), (16,)], [(18,)], [(20, 22)]]


def test_a_worker_that_dies_once_costs_nothing(tmp_path):
    """What it held is done by another."""
    pieces = ["", "", str(tmp_path / "died"), "", ""]
    assert list(pool(hazards.die_once).map(pieces)) == [["done"]] * 5


def test_workers_that_cannot_start_are_one_error():
    """Not every input set aside as the one that crashed."""
    with pytest.raises(ReportedlyError) as error:
        list(pool(hazards.double, start=hazards.die).map([1, 2]))
    assert error.value.code == "no_workers"
