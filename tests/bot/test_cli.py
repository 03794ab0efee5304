"""The command `kommunmal`, run as its users run it: a process with streams and an exit status."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

COMMAND = [sys.executable, "-c", "from bot.cli import main; main(prog_name='kommunmal')"]
Result = subprocess.CompletedProcess[bytes]


@pytest.fixture
def environ(database: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a user with a built database, whatever that of the tests is."""
    measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    return {
        **measured,
        "KOMMUNMAL_DATABASE": str(database),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "PATH": os.environ["PATH"],
    }


def run(environ: dict[str, str], *words: str, stdin: bytes = b"") -> Result:
    """The command with its words; output as bytes."""
    return subprocess.run([*COMMAND, *words], env=environ, input=stdin, capture_output=True)


def replies(result: Result) -> list[dict[str, Any]]:
    """The replies of `ask --json`, one a line."""
    return [json.loads(line) for line in result.stdout.decode().splitlines()]


def test_a_question_gets_a_reply(environ: dict[str, str]) -> None:
    """As words or as one; in colour only on a terminal; exit status 0."""
    result = run(environ, "ask", "what", "are", "Värnamo's", "goals")

    assert result.returncode == 0
    assert result.stderr == b""
    assert result.stdout.decode().startswith("Värnamo has four overall goals:\n\n• “A strong")
    assert b"\033" not in result.stdout


@pytest.mark.parametrize("question", ["Kalix mål", "vem vann fotbolls-VM", "hej", " "])
def test_any_reply_is_exit_status_0(environ: dict[str, str], question: str) -> None:
    """A refusal is a reply too."""
    result = run(environ, "ask", "--json", question)

    assert result.returncode == 0
    assert len(replies(result)) == 1


def test_an_argument_that_is_no_text_gets_a_reply(environ: dict[str, str]) -> None:
    """Bytes of another encoding, as a shell passes them on."""
    word = os.fsdecode(b"m\xe5l i V\xe4rnamo")

    reply = replies(run(environ, "ask", "--json", word))[0]

    assert reply["reason"] == "invalid_input"
    assert reply["question"] == "m\ufffdl i V\ufffdrnamo"


HOSTILE = [
    b"V\xe4rnamo m\xe5l",
    b"\xff\xfe\x00\x00",
    b"x" * 100_000,
    b'{"q": "m\xc3\xa5l i V\xc3\xa4rnamo", "chat": "a"',
    b'{"q": 1}',
    b"{}",
    b'{"q": "\\ud800"}',
    b'{"q": "m\\u0000al", "chat": "\\u0000"}',
    b'{"q": "   "}',
    b"[" * 50_000,
    b"\x00",
    b"'; drop table statement; --",
    b"<b>&amp;</b> *a* `b` [c](d)",
    "\u202emål\u202c \U0001f1f8\U0001f1ea 👩‍👩‍👧".encode(),
]


def test_every_line_that_is_not_blank_gets_exactly_one_reply(environ: dict[str, str]) -> None:
    """In order, whatever the lines are; a bad one is told as such, and the run goes on."""
    good = b"Vilka m\xc3\xa5l har V\xc3\xa4rnamo?"
    lines = [part for bad in HOSTILE for part in (bad, b"", b"  \t", good)]

    result = run(environ, "ask", "--json", stdin=b"\r\n".join(lines))

    found = replies(result)
    assert result.returncode == 0
    assert result.stderr == b""
    assert len(found) == 2 * len(HOSTILE)
    assert all(reply["outcome"] == "answer" for reply in found[1::2])
    assert [reply["reason"] for reply in found[:10:2]] == ["invalid_input"] * 5
    assert len(found[4]["question"]) == 100_000
    assert not any(reply["statements"] for reply in found[0::2])


def test_thousands_of_lines(environ: dict[str, str]) -> None:
    """Two thousand questions in forty conversations: a reply each, its question and chat in it."""
    questions = ["Vilka mål har Värnamo?", "och Ljungby?", "hej", "bygglov", "{"]
    asked = [{"q": f"{questions[number % 5]} ", "chat": str(number % 40)} for number in range(2000)]

    result = run(environ, "ask", "--json", stdin="\n".join(map(json.dumps, asked)).encode())

    found = replies(result)
    assert [(reply["question"], reply["chat"]) for reply in found] == [
        (line["q"], line["chat"]) for line in asked
    ]


def test_lines_without_json_are_answered_as_text(environ: dict[str, str]) -> None:
    """With an empty line after each."""
    result = run(environ, "ask", stdin="Värnamo vision\n\nhej\n".encode())

    text = result.stdout.decode()
    assert "Värnamo den mänskliga tillväxtkommunen!" in text
    assert text.index("tillväxtkommunen!") < text.index("Hej! Jag svarar")
    assert text.endswith("\n\n")


def test_a_reply_comes_as_soon_as_it_is_ready(environ: dict[str, str]) -> None:
    """Before the next question is asked."""
    with subprocess.Popen(
        [*COMMAND, "ask", "--json"], env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        for question in ("Vilka mål har Värnamo?", "What is Ljungby's vision?"):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()

    assert process.returncode == 0


def test_a_conversation_within_a_stream(environ: dict[str, str]) -> None:
    """Lines of the same chat follow each other; a line without a chat stands alone."""
    lines = [
        {"q": "Vilka mål har Värnamo?", "chat": "a"},
        {"q": "och visionen?", "chat": "a"},
        {"q": "och visionen?"},
    ]

    found = replies(run(environ, "ask", "--json", stdin="\n".join(map(json.dumps, lines)).encode()))

    assert found[1]["statements"][0]["municipality"] == "Värnamo"
    assert found[2]["outcome"] == "clarify"
    assert found[2]["chat"] is None


def test_another_day_can_be_asked_about(environ: dict[str, str]) -> None:
    """`--on`: the day before Värnamo's goals apply, and the last day of Övertorneå's vision."""

    def status(question: str, day: str) -> str:
        found = replies(run(environ, "ask", "--json", "--on", day, question))
        return str(found[0]["statements"][0]["status"])

    assert status("Vilka mål har Värnamo?", "2023-12-31") == "upcoming"
    assert status("Vilka mål har Värnamo?", "2024-01-01") == "current"
    assert status("Vilken är Övertorneås vision?", "2020-12-31") == "current"
    assert status("Vilken är Övertorneås vision?", "2021-01-01") == "ended"


def test_the_language_of_words_that_tell_none(environ: dict[str, str]) -> None:
    """`--language` decides; else it is Swedish, whatever the locale."""
    environ["LC_ALL"] = "en_GB.UTF-8"

    english = replies(run(environ, "ask", "--json", "--language", "en", "Ljungby"))[0]
    swedish = replies(run(environ, "ask", "--json", "Ljungby"))[0]

    assert (english["language"], swedish["language"]) == ("en", "sv")


def test_the_municipality_at_home(environ: dict[str, str]) -> None:
    """By code or name; one that is none is wrong usage, and no bot starts with it."""
    asked = ("ask", "--json", "Vilka är målen?")

    for value in ("0781", " 0781", "Ljungby"):
        reply = replies(run({**environ, "KOMMUNMAL_HOME": value}, *asked))[0]
        assert {row["municipality"] for row in reply["statements"]} == {"Ljungby"}
    wrong = run({**environ, "KOMMUNMAL_HOME": "9999"}, *asked)
    bot = run({**environ, "KOMMUNMAL_HOME": "9999", "TELEGRAM_TOKEN": "1:a"}, "telegram")

    assert (wrong.returncode, bot.returncode) == (2, 1)
    for result in (wrong, bot):
        assert b"KOMMUNMAL_HOME must be the code or name" in result.stderr
        assert b"Traceback" not in result.stderr


def test_output_of_another_encoding_ends_no_run(environ: dict[str, str]) -> None:
    """Quotation marks that Latin-1 lacks become question marks; JSON is UTF-8 all the same."""
    old = {**environ, "PYTHONIOENCODING": "latin-1"}

    text = run(old, "ask", "Vilka mål har Värnamo?").stdout.decode("latin-1")
    reply = replies(run(old, "ask", "--json", "Vilka mål har Värnamo?"))[0]

    assert "?En stark kommun - en stark ekonomi säkrar välfärden?" in text
    assert "”En stark kommun" in reply["text"]


def test_explain_tells_how_a_question_was_read(environ: dict[str, str]) -> None:
    """Beside the JSON, not in it."""
    result = run(environ, "ask", "--json", "--explain", "Vilka mål har Värnamo?")

    assert len(replies(result)) == 1
    assert b"names" in result.stderr


WRONG = [
    ["frga"],
    ["ask", "--lang", "sv", "mål"],
    ["ask", "--language", "fi", "mål"],
    ["ask", "--on", "2024-02-30", "mål"],
    ["show"],
    ["show", "habo"],
    ["build", "a", "b"],
    ["evaluate", "/nowhere/questions.jsonl"],
    ["evaluate", "/"],
    ["check", "/nowhere/plan.toml"],
    ["import", "/nowhere/plan.toml"],
    ["import", "/"],
    ["draft", "/nowhere/page.html"],
    ["draft", "/"],
    ["draft", "README.md", "--municipality", "Ankeborg"],
    ["restore", "Ankeborg"],
    ["export", "json", "--municipality", "Ankeborg"],
    ["export", "json", "--municipality", "Kalix"],
    ["refresh", "--municipality", "Ankeborg"],
    ["refresh", "--municipality", "Kalix"],
    ["audit", "Ankeborg"],
    ["poster", "Ankeborg"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_exit_status_2(environ: dict[str, str], words: list[str]) -> None:
    """With what is wrong, and how to get help, in the language of the locale."""
    english = run(environ, *words)
    swedish = run({**environ, "LC_ALL": "sv_SE.UTF-8"}, *words)

    assert (english.returncode, swedish.returncode) == (2, 2)
    assert english.stdout == b""
    assert "\nError: " in english.stderr.decode()
    assert "--help' for help.\n" in english.stderr.decode()
    assert "\nFel: " in swedish.stderr.decode()
    assert re.search("Hjälp finns med ”kommunmal.* --help”.\n", swedish.stderr.decode())


@pytest.mark.parametrize("words", [["ask", "mål"], ["ask", "--json"], ["chat"], ["show", "x"]])
@pytest.mark.parametrize("content", [None, b"", b"Habo" * 2000])
def test_data_that_cannot_be_used_is_exit_status_3(
    environ: dict[str, str], tmp_path: Path, words: list[str], content: bytes | None
) -> None:
    """A missing, empty or damaged database: one sentence, no traceback."""
    path = tmp_path / "k.sqlite"
    if content is not None:
        path.write_bytes(content)

    result = run({**environ, "KOMMUNMAL_DATABASE": str(path)}, *words, stdin=b"hej\n")

    assert result.returncode == 3
    assert result.stdout == b""
    assert result.stderr.decode().count("\n") == 1
    assert str(path) in result.stderr.decode()


@pytest.mark.parametrize("words", [["ask", "Värnamo mål"], ["show", "varnamo-vision"], ["chat"]])
def test_damage_met_on_the_way_is_exit_status_3(
    environ: dict[str, str], database: Path, tmp_path: Path, words: list[str]
) -> None:
    """A file that begins well and goes on as nonsense."""
    path = tmp_path / "k.sqlite"
    path.write_bytes(
        database.read_bytes()[: 4096 * 4] + b"*" * (database.stat().st_size - 4096 * 4)
    )

    result = run({**environ, "KOMMUNMAL_DATABASE": str(path)}, *words)

    assert result.returncode == 3
    assert result.stderr.decode().startswith(f"The database {path} can't be read (")


def test_show_prints_the_proof(environ: dict[str, str]) -> None:
    """The saved page, its address and its digest, the quote between marks."""
    result = run(environ, "show", "varnamo-en-stark-kommun")

    assert result.returncode == 0
    assert ">>>En stark kommun - en stark ekonomi säkrar välfärden<<<" in result.stdout.decode()
    assert b"SHA-256 14a980ff619d" in result.stdout


def test_check_passes(environ: dict[str, str]) -> None:
    """What ships has no problem; in Swedish for a Swedish locale."""
    english = run(environ, "check")
    swedish = run({**environ, "LC_ALL": "sv_SE.UTF-8"}, "check")

    assert english.returncode == swedish.returncode == 0
    assert b"5 plans, " in english.stdout
    assert "alla citat står på sina sidor" in swedish.stdout.decode()


@pytest.mark.parametrize("command", ["check", "build"])
def test_bad_data_of_ones_own_is_listed(
    environ: dict[str, str], tmp_path: Path, command: str
) -> None:
    """Every problem with its place; what ships is built and served, the bad files are left out."""
    plans = tmp_path / "own" / "plans"
    plans.mkdir(parents=True)
    (plans / "habo.toml").write_text('municipality = "0643"\nsource = []\n', "utf-8")
    (plans / "half.toml").write_text("municipality = ", "utf-8")
    target = tmp_path / "new.sqlite"
    own = {
        **environ,
        "KOMMUNMAL_DATA": str(tmp_path / "own"),
        "KOMMUNMAL_DATABASE": str(target),
        "LC_ALL": "sv_SE.UTF-8",
    }

    result = run(own, command)

    told = (result.stdout + result.stderr).decode()
    assert result.returncode == (3 if command == "check" else 0)
    assert "plans/habo.toml: statements: saknas\n" in told
    assert "plans/habo.toml: source: är inget fält i en planfil\n" in told
    assert "plans/half.toml: går inte att läsa (TOML): " in told
    assert ("4 fel" in told) == (command == "check")
    assert told.count("Utelämnat: ") == (4 if command == "build" else 0)
    assert target.exists() == (command == "build")


def test_build_says_where(environ: dict[str, str], tmp_path: Path) -> None:
    """In the place given, else in the one that the other commands read."""
    named = tmp_path / "deep" / "named.sqlite"

    assert run(environ, "build", str(named)).stdout.decode().strip() == str(named)
    assert named.stat().st_size > 100_000


def test_a_place_that_cannot_be_written_is_exit_status_3(
    environ: dict[str, str], tmp_path: Path
) -> None:
    """With the way out."""
    (tmp_path / "file").touch()

    result = run(environ, "build", str(tmp_path / "file" / "k.sqlite"))

    assert result.returncode == 3
    assert b"Name another place: KOMMUNMAL_DATABASE=" in result.stderr


def test_chat_reads_to_the_end_of_input(environ: dict[str, str]) -> None:
    """Piped, it greets in the language of the locale, answers and ends."""
    result = run({**environ, "LC_ALL": "en_GB.UTF-8"}, "chat", stdin=b"Ljungby\n")

    text = result.stdout.decode()
    assert result.returncode == 0
    assert text.startswith("Hello! ")
    assert "we shape the future together" in text
    assert text.endswith("Goodbye!\n")


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_list_of_commands_says_whole_sentences(environ: dict[str, str], language: str) -> None:
    """None is cut off."""
    _, *lines = run({**environ, "LANGUAGE": language}, "--help").stdout.decode().splitlines()

    assert len(lines) > 20
    assert [line for line in lines if line.endswith("...")] == []


def test_help_follows_the_locale(environ: dict[str, str]) -> None:
    """Nothing of it is left in English."""
    swedish = {**environ, "LC_ALL": "sv_SE.UTF-8"}

    commands = ("ask", "chat", "show", "check", "build", "draft", "export", "evaluate")
    for words in ([], *([name] for name in commands)):
        text = run(swedish, *words, "--help").stdout.decode()
        assert text.startswith("Användning: kommunmal")
        assert "Flaggor:" in text
        assert not re.search(r"\b(the|and|of|Show|Usage|exit|PATH)\b", text)
    assert b"Usage: kommunmal ask" in run(environ, "ask", "--help").stdout


def test_swedish_help_says_what_a_command_does(environ: dict[str, str]) -> None:
    """Each command begins with a verb in the present tense, none as an order."""
    text = run({**environ, "LC_ALL": "sv_SE.UTF-8"}, "--help").stdout.decode()

    verbs = re.findall(r"^  [a-z]+ +([A-ZÅÄÖ]\w+) ", text.partition("Kommandon:")[2], re.MULTILINE)
    assert len(verbs) == len(main.commands)
    assert [verb for verb in verbs if not verb.endswith(("r", "Gör"))] == []


def test_asking_loads_nothing_that_only_building_needs(environ: dict[str, str]) -> None:
    """What validates plans or writes the database is no part of a reply's time."""
    code = """
import sys
from bot.cli import main
try:
    main(["ask", "Vilka mål har Värnamo?"])
except SystemExit:
    pass
late = {"pydantic", "sqlite_utils", "importlib.metadata", "telegram", "asyncio"}
print(sorted(late & set(sys.modules)))
"""
    result = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, check=True
    )

    assert result.stdout.decode().splitlines()[-1] == "[]"


def test_a_closed_pipe_ends_it_quietly(environ: dict[str, str]) -> None:
    """`kommunmal ask < questions | head -1`."""
    with subprocess.Popen(
        [*COMMAND, "ask", "--json"],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"hej\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        time.sleep(0.05)
        process.stdin.write(b"hej\n" * 50)
        process.stdin.close()
        assert process.stderr.read() == b""


def test_a_file_that_is_no_cases_is_exit_status_2(environ: dict[str, str], tmp_path: Path) -> None:
    """`evaluate` names the file and the line."""
    path = tmp_path / "cases.jsonl"
    path.write_text("{}\n")

    result = run(environ, "evaluate", str(path))

    assert result.returncode == 2
    assert b"cases.jsonl:1: not a case" in result.stderr
