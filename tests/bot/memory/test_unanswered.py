"""The file of questions asked in vain: counted by day, grouped, erased in time and for good."""

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.memory import unanswered as module
from bot.memory.unanswered import Asked, Unanswered, UnansweredUnusable, grouped

DAY = date(2026, 11, 22)
KALIX = Asked(
    "not_covered", "kind.goal name.2514", "Vilka mål har Kalix?", "sv", "goals", (), ("2514",)
)
BUS = Asked("off_topic", "word.buss", "När går bussen?", "sv")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file may lie; its folder is not there yet."""
    return tmp_path / "deep" / "unanswered.sqlite"


@pytest.fixture
def kept(path: Path) -> Iterator[Unanswered]:
    """A new file."""
    with Unanswered(path) as opened:
        yield opened


def test_what_is_kept_comes_back(kept: Unanswered, path: Path) -> None:
    """With its day and count, also when the file is opened again."""
    kept.keep(KALIX, DAY)
    kept.keep(KALIX, DAY)
    kept.keep(BUS, DAY)

    with Unanswered(path) as again:
        found = again.kept(DAY)
    assert {(one.asked, one.day, one.times) for one in found} == {(KALIX, DAY, 2), (BUS, DAY, 1)}


def test_like_questions_are_grouped(kept: Unanswered) -> None:
    """The most asked group first; in it, the most usual wording; first and last day."""
    other = replace(KALIX, text="kalix mål")
    for asked, day in [(BUS, 3), (KALIX, 1), (other, 2), (other, 2), (other, 4), (KALIX, 3)]:
        kept.keep(asked, DAY + timedelta(days=day))

    first, second = grouped(kept.kept(DAY + timedelta(days=4)))

    assert [one.text for one in first.wordings] == ["kalix mål", "Vilka mål har Kalix?"]
    assert (first.reason, first.times) == ("not_covered", 5)
    assert (first.first, first.last) == (DAY + timedelta(days=1), DAY + timedelta(days=4))
    assert second.wordings == (BUS,)


def test_one_gist_for_two_reasons_is_two_groups(kept: Unanswered) -> None:
    """The same words in vain for another reason are another piece of work."""
    kept.keep(KALIX, DAY)
    kept.keep(replace(KALIX, reason="not_in_sources"), DAY)

    assert {group.reason for group in grouped(kept.kept(DAY))} == {"not_covered", "not_in_sources"}


@pytest.mark.parametrize(
    ("days", "later", "left"), [(90, 90, 1), (90, 91, 0), (1, 1, 1), (1, 2, 0)]
)
def test_it_is_erased_in_time(path: Path, days: int, later: int, left: int) -> None:
    """After the days of the setting, when staff look, when a question comes, or when told to."""
    with Unanswered(path, days) as kept:
        kept.keep(KALIX, DAY)
        assert len(kept.kept(DAY + timedelta(days=later))) == left

        kept.keep(replace(KALIX, text="kalix"), DAY)
        kept.keep(BUS, DAY + timedelta(days=later))
        texts = [one.asked.text for one in kept.kept(DAY)]
        assert ("kalix" in texts) == bool(left)

        assert kept.expire(DAY + timedelta(days=later + days + 1)) == len(texts)


def test_what_is_erased_is_gone_from_the_disk(kept: Unanswered, path: Path) -> None:
    """Not only marked as free, nor left in the journal beside the file."""
    for number in range(200):
        kept.keep(replace(BUS, text=f"hemlighet {number}"), DAY)
    assert any(b"hemlighet" in file.read_bytes() for file in path.parent.iterdir())

    assert kept.forget() == 200
    assert kept.kept(DAY) == []
    assert all(b"hemlighet" not in file.read_bytes() for file in path.parent.iterdir())


def test_what_expired_is_gone_from_the_disk(kept: Unanswered, path: Path) -> None:
    """As what was erased on request."""
    kept.keep(replace(BUS, text="hemlighet"), DAY)

    kept.expire(DAY + timedelta(days=100))

    assert all(b"hemlighet" not in file.read_bytes() for file in path.parent.iterdir())


def test_a_flood_does_not_fill_the_disk(kept: Unanswered, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest of what was asked once makes room; what was repeated stays."""
    monkeypatch.setattr(module, "MOST_ROWS", 5)
    kept.keep(KALIX, DAY)
    kept.keep(KALIX, DAY)
    for number in range(9):
        kept.keep(replace(BUS, text=f"{number}"), DAY + timedelta(days=number))

    texts = [one.asked.text for one in kept.kept(DAY + timedelta(days=9))]

    assert texts == [KALIX.text, "5", "6", "7", "8"]


def test_two_processes_write_at_once(path: Path) -> None:
    """The bot and the terminal: each waits for the other, nothing is lost."""

    def write() -> None:
        with Unanswered(path) as kept:
            for _ in range(25):
                kept.keep(KALIX, DAY)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    with Unanswered(path) as kept:
        assert [one.times for one in kept.kept(DAY)] == [100]


def test_nobody_else_on_the_machine_reads_it(kept: Unanswered, path: Path) -> None:
    """Only the one who runs the bot."""
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"Habo" * 3000, b"SQLite format 3\0" + b"*" * 4096])
def test_a_damaged_file_is_told(path: Path, content: bytes) -> None:
    """With where it is."""
    path.parent.mkdir()
    path.write_bytes(content)

    with pytest.raises(UnansweredUnusable, match=r"unanswered\.sqlite: "):
        Unanswered(path)


def test_a_file_of_another_version_is_told(path: Path) -> None:
    """And left as it is."""
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute("pragma user_version = 7")
    db.close()

    with pytest.raises(UnansweredUnusable, match="version 7"):
        Unanswered(path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """In place of the folder there is a file."""
    (tmp_path / "file").touch()

    with pytest.raises(UnansweredUnusable):
        Unanswered(tmp_path / "file" / "unanswered.sqlite")
