"""Measures and prints: `python -m benchmarks.load --questions 20000`; `make load` runs it.

Ends with 1 where a question was lost, answered twice or with something else.
"""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.load.cores import Cores
from benchmarks.load.pairs import Pair, double, in_pairs, lost, memory, ratio, speed, wrong
from benchmarks.load.side import ECHO, KOMMUNMAL, running
from benchmarks.tables import measured_on
from knowledge.build import build
from knowledge.library import Library

_PAIRS = 5
_GOAL = 0.8


def main() -> int:
    """Run the load; gives back the exit status."""
    chosen = _arguments()
    cores = Cores.of_this_machine()
    each = max(chosen.questions // _PAIRS, 2)
    print(measured_on(datetime.now(UTC).astimezone().date()))
    print(
        f"{_PAIRS} alternating pairs of {each:,} questions, {chosen.open} open at once, each in a "
        f"chat of its own; {cores}.\nTelegram's limit is lifted for both "
        "(TELEGRAM_MESSAGES_A_SECOND=0), that for one person too (TELEGRAM_QUESTIONS_A_MINUTE=0).",
        flush=True,
    )
    echo = (*ECHO, *(["aiohttp"] if chosen.echo_over_aiohttp else []))
    pairs = _measured(cores, each, chosen.open, echo)
    print(f"\n{speed(pairs)}\n\n{memory(pairs)}\n")
    found = ratio(pairs)
    print(f"{found:.2f} of the echo bot's rate; the goal is at least {_GOAL}.")
    ours = [pair.ours for pair in pairs]
    return 1 if lost(ours) or double(ours) or wrong(ours) else 0


def _measured(cores: Cores, each: int, open_at_once: int, echo_bot: Sequence[str]) -> list[Pair]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        database = folder / "knowledge.sqlite"
        build(Library(), database)
        cores.pin_server()
        where = (database, cores, open_at_once)
        with (
            running(KOMMUNMAL, folder / "kommunmal", *where) as ours,
            running(echo_bot, folder / "echo", *where) as echo,
        ):
            return list(in_pairs(ours, echo, _PAIRS, each))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.load", description=__doc__)
    parser.add_argument("--questions", type=int, default=5000, help="to each bot, in all")
    parser.add_argument("--open", type=int, default=32, help="questions open at once")
    parser.add_argument(
        "--echo-over-aiohttp",
        action="store_true",
        help="the echo bot calls Telegram as Kommunmål does, not over the library's own httpx",
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
