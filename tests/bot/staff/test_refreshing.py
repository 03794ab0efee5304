"""`kommunmal refresh` against a web server on loopback, as a person and as cron call it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.assistant import Assistant
from bot.cli import main
from bot.rendering.phrases import phrases
from bot.rendering.plain import plain
from bot.staff.refreshing import user_agent
from knowledge.build import build
from knowledge.database import library
from knowledge.refresh.state import checked_days
from knowledge.store import Store
from tests.conftest import TODAY
from tests.knowledge.refresh.web import Web, page, sent_on, serving

TEXT = "Vision\n\nVi vill leva gott.\n\nAlla barn ska simma.\n"
HTML = """<!doctype html><html lang="sv"><head><title>Vision</title></head><body>
<main><h1>Vision</h1><p>Vi vill leva gott.</p><p>Alla barn ska simma.</p>{}</main></body></html>"""
PLAN = """municipality = "0643"

[[sources]]
id = "habo-vision-sida"
title = "Vision"
url = "{url}"
page = "habo/vision.txt"

[[statements]]
id = "habo-vision"
kind = "vision"
label = "vision"
original = "Vi vill leva gott."
translation = "We want to live well."

[[statements]]
id = "habo-simma"
kind = "goal"
label = "mål"
original = "Alla barn ska simma."
translation = "All children are to swim."
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A municipality's own folder of data, the only place where anything is kept."""
    return tmp_path / "own"


@pytest.fixture
def web(own: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A server that has the page of Habo, and a plan that quotes it."""
    with serving() as server:
        (own / "plans").mkdir(parents=True)
        (own / "pages" / "habo").mkdir(parents=True)
        (own / "pages" / "habo" / "vision.txt").write_text(TEXT, encoding="utf-8")
        plan = PLAN.format(url=server.url("/vision"))
        (own / "plans" / "habo.toml").write_text(plan, encoding="utf-8")
        monkeypatch.setenv("KOMMUNMAL_DATA", str(own))
        server.answers["/vision"] = page(HTML.format(""))
        yield server


def refresh(*arguments: str, language: str = "C.UTF-8") -> Result:
    """The command for Habo alone, hurried."""
    fast = ["--municipality", "Habo", "--pause", "0", "--timeout", "0.5", "--on", "2026-11-22"]
    return CliRunner().invoke(main, ["refresh", *fast, *arguments], env={"LC_ALL": language})


def the_page(*arguments: str) -> dict[str, object]:
    """What is found for the one page."""
    found = json.loads(refresh("--json", *arguments).stdout)
    assert found["day"] == "2026-11-22" or arguments
    page_: dict[str, object] = found["pages"][0]
    return page_


def test_an_unchanged_page_is_said_to_be_so(web: Web) -> None:
    """Exit status 0, one line, and the day is kept."""
    result = refresh()

    assert result.exit_code == 0
    assert result.stdout == "Habo  unchanged                  Vision\n\n1 pages: unchanged 1\n"


def test_a_page_that_changed_around_the_quotes_needs_nobody(web: Web) -> None:
    """Exit status 0; what is new is shown."""
    web.answers["/vision"] = page(HTML.format("<p>Nu finns också ett mål om hållbart vatten.</p>"))

    result = refresh()

    assert result.exit_code == 0
    assert "changed, all quotes stand" in result.stdout
    assert "new: Nu finns också ett mål om hållbart vatten." in result.stdout


def test_quotes_that_are_gone_are_named(web: Web) -> None:
    """Exit status 1, which quotes, and when they were last there."""
    refresh("--on", "2026-11-20")
    web.answers["/vision"] = page(HTML.format("").replace("Alla barn ska", "Barnen kan"))

    result = refresh()

    assert result.exit_code == 1
    assert "quotes gone" in result.stdout
    assert "gone: habo-simma: Alla barn ska simma." in result.stdout
    assert "habo-vision:" not in result.stdout
    assert "last right on 20 November 2026" in result.stdout


def test_a_page_that_moved_is_told_with_its_address(web: Web) -> None:
    """Exit status 1: a person puts the new address in the plan."""
    web.answers |= {"/vision": sent_on("/om/vision"), "/om/vision": page(HTML.format(""))}

    result = refresh()

    assert result.exit_code == 1
    assert f"now at {web.url('/om/vision')}" in result.stdout
    assert the_page()["missing"] == []


def test_a_page_that_was_sent_to_the_start_page_has_lost_its_quotes(web: Web) -> None:
    """Moved, and all quotes gone."""
    web.answers |= {"/vision": sent_on("/"), "/": page("<html><p>Välkommen till Habo</p></html>")}

    found = the_page()

    assert found["outcome"] == "moved"
    assert [one["id"] for one in found["missing"]] == ["habo-vision", "habo-simma"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_told(web: Web, status: int) -> None:
    """Exit status 1."""
    web.answers["/vision"] = page("<html>Sidan finns inte</html>", status)

    assert (refresh().exit_code, the_page()["outcome"]) == (1, "gone")


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_page_that_cannot_be_had_is_tried_again(web: Web, status: int) -> None:
    """Exit status 4, the reason, and the day of the last good check stays."""
    refresh("--on", "2026-11-20")
    web.answers["/vision"] = page("no", status)

    result = refresh()

    assert result.exit_code == 4
    assert f"the server answers {status}" in result.stdout
    assert "last right on 20 November 2026" in result.stdout


def test_staff_read_it_in_swedish(web: Web) -> None:
    """A Swedish system has a Swedish table."""
    web.answers["/vision"] = page("<html><p>Ny sida</p></html>")

    text = refresh(language="sv_SE.UTF-8").stdout

    assert "citat borta" in text
    assert "borta: habo-vision: Vi vill leva gott." in text
    assert "aldrig kontrollerad förut" in text


def test_the_page_is_not_sent_twice_for_nothing(web: Web) -> None:
    """The second check asks with the tag of the first, and the outcome is the same."""
    web.answers["/vision"] = page(HTML.format("").replace("simma", "cykla"), ETag='"a"')
    first = the_page()

    second = the_page("--on", "2026-11-23")

    assert web.asked("/vision")[1]["If-None-Match"] == '"a"'
    assert second == first
    assert first["outcome"] == "quotes_gone"


def test_a_plan_that_changed_is_held_against_the_page_again(web: Web, own: Path) -> None:
    """The tag is not used where the quotes are others than then."""
    web.answers["/vision"] = page(HTML.format(""), ETag='"a"')
    the_page()
    plan = own / "plans" / "habo.toml"
    changed = plan.read_text(encoding="utf-8").replace("Alla barn ska simma.", "Alla barn ska")
    plan.write_text(changed, encoding="utf-8")

    the_page()

    assert "If-None-Match" not in web.asked("/vision")[1]


def test_nothing_changes_but_the_days(web: Web, own: Path) -> None:
    """Plans and pages are as they were; one file is new."""
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}

    web.answers["/vision"] = page("<html><p>Ny sida</p></html>")
    refresh()

    after = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    assert {path.name for path in after.keys() - before.keys()} == {"refresh.json"}
    assert all(after[path] == content for path, content in before.items())


def test_the_day_of_the_check_is_shown_in_replies(web: Web, own: Path, tmp_path: Path) -> None:
    """Checked and right: the reply says when. Checked and wrong: the day stays."""
    refresh()
    web.answers["/vision"] = page("<html><p>Ny sida</p></html>")
    refresh("--on", "2026-12-24")
    build(library({"KOMMUNMAL_DATA": str(own)}), tmp_path / "knowledge.sqlite")

    with Store(tmp_path / "knowledge.sqlite") as store:
        reply = Assistant(store, lambda: TODAY).reply("Vad är Habos vision?")
        text = plain(reply.answer, TODAY, phrases("sv", store))

    assert "Vi vill leva gott." in text
    assert "kontrollerad 22 november 2026" in text


def test_a_check_makes_the_database_anew(web: Web, own: Path) -> None:
    """The fingerprint covers the days, so that the next reply has them."""
    environ = {"KOMMUNMAL_DATA": str(own)}
    before = library(environ).fingerprint()

    refresh()

    assert library(environ).fingerprint() != before


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"sources": []}', '{"sources": {"habo-vision-sida": {"checked": "soon"}}}',
     '{"sources": {"habo-vision-sida": {"checked": 7, "outcome": "odd", "basis": 1}}}'],
)  # fmt: skip
def test_a_damaged_file_of_days_does_no_harm(web: Web, own: Path, content: str) -> None:
    """It tells nothing, and is written anew."""
    (own / "refresh.json").write_text(content, encoding="utf-8")
    assert checked_days(own) == {}

    assert refresh().exit_code == 0
    assert [day.isoformat() for day in checked_days(own).values()] == ["2026-11-22"]


def test_the_user_agent_names_the_project_and_its_site() -> None:
    """So that a municipality's web staff can see who asks."""
    assert user_agent({"KOMMUNMAL_SITE": "https://mal.example"}).startswith("kommunmal/")
    assert "(+https://mal.example)" in user_agent({"KOMMUNMAL_SITE": "https://mal.example"})


def test_a_broken_plan_of_ones_own_does_not_keep_the_rest_from_being_checked(
    web: Web, own: Path
) -> None:
    """It is told, and a person is needed."""
    (own / "plans" / "ale.toml").write_text("municipality = ", encoding="utf-8")

    result = refresh()

    assert result.exit_code == 1
    assert "unchanged 1" in result.stdout
    assert result.stderr.startswith("Left out: ")
