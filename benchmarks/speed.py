"""How fast claimx reads: by layer, as a whole, and how long its command line takes to start.

    python -m benchmarks.speed [FOLDER] [--repeat N] [--json FILE]

Reads every *.txt below FOLDER (default: seeds/), each text in turn through all layers as the pipeline does, and gives for each
layer the best of N runs in MB/s (10**6 bytes of UTF-8). "whole" is the public interface, claimx.extract, in a run of its own: a page
that has just been read is read faster again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import claimx
from claimx import attributions, claims, dates, layout, pipeline, quantities, speakers
from claimx.decode import decode
from claimx.reading import Reading

T = TypeVar("T")
LAYERS = ("layout", "reading", "dates", "quantities", "attributions", "speakers", "claims")


class Clock:
    """Seconds spent, by layer."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys((*LAYERS, "whole"), 0.0)

    def time(self, layer: str, work: Callable[[], T]) -> T:
        begun = time.perf_counter()
        result = work()
        self.seconds[layer] += time.perf_counter() - begun
        return result


def read(text: str, clock: Clock) -> None:
    """One text through the layers, as the pipeline does it."""
    page = clock.time("layout", lambda: layout.read(text))
    reading = clock.time("reading", lambda: Reading.of(page))
    times = clock.time("dates", lambda: dates.find(reading, page.published))
    numbers, times = pipeline.settle(clock.time("quantities", lambda: quantities.find(reading)), times)
    said = clock.time("attributions", lambda: attributions.find(reading))
    said, _ = clock.time("speakers", lambda: speakers.resolve(reading, said))
    clock.time("claims", lambda: claims.join(reading, numbers, times, said, page.published))


def start_up(*arguments: str) -> float:
    """Seconds that a new process takes, the best of seven."""
    taken = []
    for _ in range(7):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("seeds"), help="folder of *.txt files")
    parser.add_argument("--repeat", type=int, default=3, help="runs, of which the best counts")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    given = parser.parse_args()
    texts = [decode(path.read_bytes()).text for path in sorted(given.folder.rglob("*.txt"))]
    size = sum(len(text.encode()) for text in texts)
    if not size:
        parser.error(f"{given.folder}: no *.txt file with text in it")
    for text in texts[:3]:  # patterns are compiled and word files read on first use
        claimx.extract(text)
    best = dict.fromkeys((*LAYERS, "whole"), float("inf"))
    for _ in range(max(1, given.repeat)):
        clock = Clock()
        for text in texts:
            read(text, clock)
        for text in texts:
            clock.time("whole", partial(claimx.extract, text))
        best = {layer: min(best[layer], seconds) for layer, seconds in clock.seconds.items()}
    print(f"{len(texts)} files, {size / 1e6:.2f} MB\n")
    for layer, seconds in best.items():
        print(f"{layer:<14}{size / 1e6 / seconds:>8.2f} MB/s{100 * seconds / best['whole']:>7.0f} %")
    started = {"claimx --help": start_up("-m", "claimx", "--help"), "import claimx.pipeline": start_up("-c", "import claimx.pipeline")}
    print()
    for name, seconds in started.items():
        print(f"{name:<24}{1000 * seconds:>6.0f} ms")
    if given.json:
        figures = {"files": len(texts), "bytes": size, "seconds": best, "start": started}
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
