"""`kommunmal unanswered`, as staff call it after people have asked."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.memory.feedback import Feedback
from bot.memory.file import MemoryFile
from knowledge.build import build
from knowledge.library import Library

QUESTIONS = [
    "Vilka mål har Kalix?", "kalix mål?", "What are the goals of Kalix?",
    "Vilka mål har Kiruna?", "Jag heter Greta Lundkvist. När går bussen?", "=1+1 Piteås vision",
    "Vilka mål har Värnamo?",
]  # fmt: skip


@pytest.fixture
def environ(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Settings under which the questions of the terminal are kept."""
    environ = {
        "KOMMUNMAL_DATABASE": str(database),
        "KOMMUNMAL_MEMORY": str(tmp_path / "memory.sqlite"),
        "KOMMUNMAL_UNANSWERED": "all",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    return environ


def kommunmal(*words: str, stdin: str | None = None, **env: str) -> Result:
    """The command with these words."""
    return CliRunner().invoke(main, words, input=stdin, env=env)


@pytest.fixture
def asked(environ: dict[str, str]) -> dict[str, str]:
    """The same after some questions were asked."""
    assert kommunmal("ask", stdin="\n".join(QUESTIONS)).exit_code == 0
    return environ


def listed(*words: str, **env: str) -> list[dict[str, Any]]:
    """The list as JSON."""
    found: list[dict[str, Any]] = json.loads(
        kommunmal("unanswered", "--format", "json", *words, **env).stdout
    )
    return found


@pytest.mark.usefixtures("asked")
def test_the_table_tells_reason_and_count() -> None:
    """Like questions together, the most asked first, in the language of the locale."""
    english = kommunmal("unanswered").stdout.splitlines()
    swedish = kommunmal("unanswered", LC_ALL="sv_SE.UTF-8").stdout

    assert english[0].split() == ["Times", "Reason", "Last", "Question"]
    assert english[2].split()[:4] == ["3", "municipality", "not", "covered"]
    assert english[2].endswith("Vilka mål har Kalix? (and 2 like it)")
    assert "Jag heter [name]. När går bussen?" in "\n".join(english)
    assert "Värnamo" not in "\n".join(english)
    assert "Vilka mål har Kalix? (och 2 liknande)" in swedish
    assert "Jag heter [namn]. När går bussen?" in swedish


@pytest.mark.usefixtures("asked")
def test_json_and_csv_tell_the_same() -> None:
    """All wordings and municipalities; what would run as a formula is text."""
    rows = listed()
    sheet = kommunmal("unanswered", "--format", "csv").stdout_bytes.decode("utf-8-sig")
    cells = list(csv.DictReader(io.StringIO(sheet, newline=""), delimiter=";"))

    assert rows[0]["reason"] == "not_covered"
    assert sorted(rows[0]["wordings"]) == sorted(QUESTIONS[:3])
    assert rows[0]["uncovered"] == rows[0]["municipalities"] == ["Kalix"]
    assert sum(row["times"] for row in rows) == 6
    assert [row["times"] for row in cells] == [str(row["times"]) for row in rows]
    assert "'=1+1 Piteås vision" in [row["question"] for row in cells]


@pytest.mark.usefixtures("asked")
def test_municipalities_by_demand() -> None:
    """So that demand decides which come next."""
    rows = listed("--by", "municipality")

    assert [(row["municipality"], row["code"], row["times"]) for row in rows] == [
        ("Kalix", "2514", 3), ("Piteå", "2581", 1), ("Kiruna", "2584", 1),
    ]  # fmt: skip
    assert "Kalix" in kommunmal("unanswered", "--by", "municipality").stdout


def with_kalix(folder: Path) -> Path:
    """A database in which Kalix is covered: its plan is Värnamo's under another name."""
    shipped = Library().base
    for kind, name in (("plans", "varnamo.toml"), ("pages", "varnamo/reviderad-vision.txt")):
        source = shipped / kind / name
        target = folder / kind / name.replace("varnamo", "kalix")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(
            source.read_bytes()
            if kind == "pages"
            else source.read_text("utf-8").replace('"0683"', '"2514"').replace(
                "varnamo", "kalix"
            ).encode()
        )  # fmt: skip
    path = folder / "with-kalix.sqlite"
    build(Library(overlays=(folder,)), path)
    return path


@pytest.mark.usefixtures("asked")
def test_trying_again_shows_what_is_answered_now(tmp_path: Path) -> None:
    """Nothing before the data changed, Kalix's goals after; trying keeps nothing."""
    before = listed("--try")
    database = str(with_kalix(tmp_path / "own"))
    after = listed("--try", KOMMUNMAL_DATABASE=database)
    table = kommunmal("unanswered", "--try", KOMMUNMAL_DATABASE=database).stdout
    places = listed("--by", "municipality", KOMMUNMAL_DATABASE=database)

    assert "answer" not in {row["now"] for row in before}
    assert [row["question"] for row in after if row["now"] == "answer"] == ["Vilka mål har Kalix?"]
    assert after[0]["now"] == "answer"
    assert table.endswith("\nAnswered now: 1 of 4.\n")
    assert [row["covered"] for row in places] == [True, False, False]
    assert sum(row["times"] for row in listed()) == 6


def test_a_question_that_went_on_from_another_is_tried_so(environ: dict[str, str]) -> None:
    """Alone it names nobody."""
    lines = [
        {"q": "Vilka mål har Värnamo?", "chat": "a"},
        {"q": "Vilka är fokusområdena?", "chat": "a"},
    ]
    kommunmal("ask", "--json", stdin="\n".join(map(json.dumps, lines)))

    (row,) = listed("--try")

    assert (row["reason"], row["now"]) == ("not_in_sources", "not_in_sources")


def remember(path: str, *texts: str) -> None:
    """Remarks in the Telegram bot's memory."""
    file = MemoryFile(Path(path))
    for text in texts:
        Feedback(file).remark(text)
    file.close()


def test_remarks_are_listed_too(asked: dict[str, str]) -> None:
    """What people told the bot was missing, after the questions."""
    remember(asked["KOMMUNMAL_MEMORY"], "Budgeten saknas, hälsningar Greta")

    assert listed()[-1]["reason"] == "remark"
    assert "said to be missing" in kommunmal("unanswered").stdout
    assert "Budgeten saknas, hälsningar [name]" in kommunmal("unanswered").stdout


def test_all_of_it_is_erased(asked: dict[str, str], tmp_path: Path) -> None:
    """Questions and remarks, from the disk too."""
    remember(asked["KOMMUNMAL_MEMORY"], "Budgeten saknas")

    result = kommunmal("unanswered", "--forget")

    assert result.stdout == "Erased: questions 6, remarks 1.\n"
    assert listed() == []
    assert kommunmal("unanswered").stdout == "Nothing was asked in vain.\n"
    assert all(b"Kalix" not in file.read_bytes() for file in tmp_path.glob("unanswered*"))


@pytest.mark.usefixtures("environ")
@pytest.mark.parametrize("whose", ["off", "bot", ""])
def test_questions_of_the_terminal_are_kept_only_where_a_setting_says_so(
    tmp_path: Path, whose: str
) -> None:
    """Not even a file is made."""
    kommunmal("ask", "Kalix mål", KOMMUNMAL_UNANSWERED=whose)

    assert kommunmal("unanswered").stdout == "Nothing was asked in vain.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("asked")
def test_staff_are_told_what_is_set() -> None:
    """Beside the table, not in it."""
    assert "kept for 90 days (KOMMUNMAL_KEEP_DAYS)" in kommunmal("unanswered").stderr
    off = kommunmal("unanswered", KOMMUNMAL_UNANSWERED="off")
    assert "not kept: KOMMUNMAL_UNANSWERED=off" in off.stderr


@pytest.mark.usefixtures("asked")
def test_a_chat_is_kept_as_well() -> None:
    """`kommunmal chat` asks in the same way."""
    kommunmal("chat", stdin="Vilka mål har Boden?\n")

    assert "Boden" in [row["municipality"] for row in listed("--by", "municipality")]


WRONG = [
    (["unanswered", "--try", "--forget"], {}, "Choose one of --by, --try and --forget."),
    (["unanswered", "--by", "topic"], {}, "topic"),
    (["unanswered"], {"KOMMUNMAL_KEEP_DAYS": "ten"}, "KOMMUNMAL_KEEP_DAYS must be a number"),
    (["ask", "hej"], {"KOMMUNMAL_KEEP_DAYS": "0"}, "KOMMUNMAL_KEEP_DAYS must be a number"),
]


@pytest.mark.usefixtures("environ")
@pytest.mark.parametrize(("words", "env", "told"), WRONG)
def test_wrong_usage_is_exit_status_2(words: list[str], env: dict[str, str], told: str) -> None:
    """With what is wrong."""
    result = kommunmal(*words, **env)

    assert result.exit_code == 2
    assert told in result.stderr


def test_a_damaged_file_is_told_and_questions_are_answered(
    environ: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Exit status 1 for staff; a warning for who asks."""
    (tmp_path / "unanswered.sqlite").write_bytes(b"Habo" * 3000)

    staff = kommunmal("unanswered")
    reply = kommunmal("ask", "Vilka mål har Kalix?")

    assert staff.exit_code == 1
    assert "unanswered.sqlite can't be read or erased: " in staff.stderr
    assert reply.exit_code == 0
    assert "Kalix" in reply.stdout
    assert "can't be kept" in caplog.text
