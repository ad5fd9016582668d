"""How long a booklet takes: whole processes and inside one, as ratios measured side by side in one run.

The commands take turns, so that a slow moment of the machine hits all of them alike; the median is printed.
"""

import datetime as dt
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import platypus_booklet

from generator import Goal, Request, choose_routine, make_booklet, read_library
from generator.library.loading import load_library

ROOT = Path(__file__).resolve().parent.parent
GOALS = (Goal.EXTENSION, Goal.ROTATION)
ROUNDS_OF_PROCESSES = 11
ROUNDS_IN_PROCESS = 31


def medians(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Milliseconds of each task, all tasks once a round."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()  # once unmeasured, for the disk's and the interpreter's caches
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def table(title: str, results: Mapping[str, float], one: str) -> None:
    print(f"\n{title}")
    print(f"{'':34}{'ms':>8}{f'  × {one}':>20}")
    for name, value in results.items():
        print(f"{name:34}{value:8.1f}{value / results[one]:20.2f}")


def whole_processes(ids: list[str], folder: str) -> None:
    thoracic = str(Path(sys.executable).with_name("thoracic"))
    make = [thoracic, "make", "-g", "extension", "-g", "rotation", "--date", "2026-01-31", "--force"]
    platypus = [sys.executable, str(ROOT / "bench/platypus_booklet.py")]
    commands = {
        "bare python": [sys.executable, "-c", "pass"],
        "thoracic --help": [thoracic, "--help"],
        "thoracic make": [*make, "-o", f"{folder}/booklet.pdf"],
        "platypus, the same booklet": [*platypus, f"{folder}/platypus.pdf", *ids],
        "platypus, its words alone": [*platypus, "--words-only", f"{folder}/words.pdf", *ids],
    }
    tasks = {
        name: lambda command=command: subprocess.run(command, check=True, capture_output=True)
        for name, command in commands.items()
    }
    results = medians(tasks, ROUNDS_OF_PROCESSES)
    table("Whole process, cold", results, "bare python")
    for peer in ("platypus, the same booklet", "platypus, its words alone"):
        print(f"{f'thoracic make / {peer}':44}{results['thoracic make'] / results[peer]:18.2f}")


def in_process(ids: list[str]) -> None:
    clients = iter(range(10**6))

    def asked() -> Request:
        return Request(goals=GOALS, client=f"Client {next(clients)}", date=dt.date(2026, 1, 31))

    results = medians(
        {
            "make a booklet": lambda: make_booklet(asked()),
            "choosing alone": lambda: choose_routine(asked()),
            "the library, prepared": read_library,
            "the library, read and checked": load_library,
            "platypus, the same booklet": lambda: platypus_booklet.make(io.BytesIO(), ids),
        },
        ROUNDS_IN_PROCESS,
    )
    table("In one process, another client's name each time", results, "platypus, the same booklet")


def main() -> None:
    chosen = choose_routine(Request(goals=GOALS)).routine.chosen
    ids = [item.exercise.id for item in chosen]
    with tempfile.TemporaryDirectory() as folder:
        whole_processes(ids, folder)
    in_process(ids)


if __name__ == "__main__":
    main()
