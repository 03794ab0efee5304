"""What people said was missing, read from the Telegram bot's memory while it runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.memory.feedback import Feedback
from bot.memory.file import MemoryFile
from bot.memory.remarks import forget_remarks, remarks
from bot.memory.unanswered import UnansweredUnusable


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[Feedback]:
    """The memory as the bot holds it open."""
    file = MemoryFile(tmp_path / "memory.sqlite")
    yield Feedback(file)
    file.close()


def test_remarks_are_read_without_personal_data(bot: Feedback, tmp_path: Path) -> None:
    """The latest first."""
    bot.remark("Målet om vatten")
    bot.remark("mvh Anna Berg")

    assert remarks(tmp_path / "memory.sqlite") == ["mvh [name]", "Målet om vatten"]


def test_remarks_are_erased_for_good(bot: Feedback, tmp_path: Path) -> None:
    """From the file and from the journal beside it, while the bot holds both open."""
    bot.remark("hemlighet")

    assert forget_remarks(tmp_path / "memory.sqlite") == 1
    assert remarks(tmp_path / "memory.sqlite") == []
    assert all(b"hemlighet" not in file.read_bytes() for file in tmp_path.iterdir())
    bot.remark("den går att skriva i")
    assert bot.remarks() == ["den går att skriva i"]


def test_without_a_memory_there_are_none(tmp_path: Path) -> None:
    """And none is made by looking."""
    assert remarks(tmp_path / "memory.sqlite") == []
    assert forget_remarks(tmp_path / "memory.sqlite") == 0
    assert list(tmp_path.iterdir()) == []


def test_a_memory_without_remarks_has_none(tmp_path: Path) -> None:
    """An empty file, as the bot leaves one when it is stopped at its first start."""
    (tmp_path / "memory.sqlite").touch()

    assert remarks(tmp_path / "memory.sqlite") == []


def test_a_damaged_memory_is_told(tmp_path: Path) -> None:
    """With where it is."""
    (tmp_path / "memory.sqlite").write_bytes(b"Habo" * 2000)

    with pytest.raises(UnansweredUnusable, match=r"memory\.sqlite"):
        remarks(tmp_path / "memory.sqlite")
