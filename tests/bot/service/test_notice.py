"""The operator's notice: seen by the next question, harmless when it is wrong."""

import logging
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.phrases import phrases
from bot.service.notice import LONGEST, Notice, Notices
from knowledge.store import Store

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)  # 12.00 in Sweden


def test_no_file_no_notice(tmp_path: Path) -> None:
    """Neither without a setting nor with a name that nothing bears yet."""
    assert Notices(None).now() is None
    assert Notices(tmp_path / "notice.toml").now() is None


def test_it_is_seen_without_a_restart(tmp_path: Path, store: Store) -> None:
    """Written, changed, emptied, written again, taken away: each at the next question."""
    path = tmp_path / "notice.toml"
    notices = Notices(path)
    seen = []
    for text in ('sv = "Hej!"', 'sv = "Stängt."\nclosed = true', "", 'sv = "Hej igen!"', None):
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
        notice = notices.now()
        seen.append(notice and (notice.closed, notice.said(phrases("sv", store))))

    assert seen == [(False, "Hej!"), (True, "Stängt."), None, (False, "Hej igen!"), None]


def test_it_is_read_only_when_it_has_changed(tmp_path: Path) -> None:
    """A question costs one look at the folder."""
    path = tmp_path / "notice.toml"
    path.write_text('sv = "Hej!"')
    notices = Notices(path)
    first = notices.now()

    assert notices.now() is first
    os.utime(path, ns=(1, 1))
    assert notices.now() is not first


@pytest.mark.parametrize(
    ("text", "sv", "en"),
    [
        ('sv = "Hej!"\nen = "Hello!"', "Hej!", "Hello!"),
        ('sv = "Hej!"', "Hej!", "Hej!"),
        ('en = "Hello!"', "Hello!", "Hello!"),
        ("closed = true", "Jag är ur drift en stund.", "I am out of service for a while."),
    ],
)
def test_the_language(tmp_path: Path, store: Store, text: str, sv: str, en: str) -> None:
    """That of the reply; the other one where there is no more; a kind sentence where none is."""
    path = tmp_path / "notice.toml"
    path.write_text(text)
    notice = Notices(path).now()

    assert notice
    assert notice.said(phrases("sv", store)).startswith(sv)
    assert notice.said(phrases("en", store)).startswith(en)


@pytest.mark.parametrize(
    ("times", "holds"),
    [
        ("", True),
        ("starts = 2026-12-01T12:00:00", True),
        ("starts = 2026-12-01T12:00:01", False),
        ("ends = 2026-12-01T12:00:00", False),
        ("ends = 2026-12-01T12:00:01", True),
        ("starts = 2026-12-01T11:00:00Z\nends = 2026-12-01T11:01:00Z", True),
        ("starts = 2026-12-02", False),
        ("ends = 2026-12-02", True),
    ],
)
def test_planned_ahead(tmp_path: Path, times: str, holds: bool) -> None:
    """From its start until its end, in Swedish time where no other is given."""
    path = tmp_path / "notice.toml"
    path.write_text(f"closed = true\n{times}\n")

    assert (Notices(path, lambda: NOON).now() is not None) is holds


WRONG = {
    'closed = "yes"': "closed: Input should be a valid boolean",
    'clsoed = true\nsv = "Hej!"': "clsoed: Extra inputs are not permitted",
    "sv = ": "TOMLDecodeError",
    "closed = false": "neither a text",
    f'sv = "{"x" * (LONGEST + 1)}"': "sv: String should have at most",
    "closed = true\nstarts = 2026-12-02\nends = 2026-12-01": "it ends before it starts",
}


@pytest.mark.parametrize(("text", "told"), WRONG.items())
def test_a_wrong_file_changes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str, told: str
) -> None:
    """What was said before stays; the log says once what is wrong, without the text itself."""
    path = tmp_path / "notice.toml"
    path.write_text('sv = "Hej!"')
    notices = Notices(path)
    before = notices.now()
    path.write_text(text)

    with caplog.at_level(logging.ERROR):
        assert notices.now() is before is not None
        assert notices.now() is before

    assert len(caplog.records) == 1
    assert told in caplog.text
    assert "xxx" not in caplog.text


@given(st.binary(max_size=200))
def test_any_file_raises_nothing(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever bytes it holds."""
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)

    notice = Notices(path).now()

    assert notice is None or isinstance(notice, Notice)


def test_a_folder_in_its_place(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Is no notice, and told."""
    assert Notices(tmp_path).now() is None
    assert "IsADirectoryError" in caplog.text
