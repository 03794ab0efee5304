"""`kommunmal browse`: Datasette started as a person starts it, asked over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

import knowledge.browsing
from knowledge.models import Status
from knowledge.store import Store

METADATA = tomllib.loads(
    (Path(knowledge.browsing.__file__).parent / "metadata.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def browsing(database: Path) -> Iterator[str]:
    """The address at which the command serves."""
    environ = os.environ | {"KOMMUNMAL_DATABASE": str(database), "LC_ALL": "sv_SE.UTF-8"}
    with subprocess.Popen(
        [sys.executable, "-c", "from bot.cli import main; main()", "browse", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
    ) as process:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("Bläddra här, avsluta med Ctrl+C: http://127.0.0.1:")
        yield line.split(": ", 1)[1].strip().removesuffix("/kommunmal/statement_today")
        process.send_signal(signal.SIGINT)
        process.wait(10)


@pytest.fixture(scope="module")
def client(browsing: str) -> Iterator[httpx.Client]:
    """A client of that server."""
    with httpx.Client(base_url=browsing, timeout=20) as opened:
        yield opened


def rows(client: httpx.Client, path: str, **parameters: str) -> list[dict[str, Any]]:
    """The rows that a page holds, as JSON."""
    answer = client.get(f"/kommunmal/{path}.json", params={"_shape": "array"} | parameters)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


def test_the_first_page_has_facets_in_plain_sight(client: httpx.Client) -> None:
    """Municipality, kind, status and topic, with their numbers."""
    answer = client.get("/kommunmal/statement_today.json").json()

    assert {"municipality", "kind", "status", "topics"} <= set(answer["facet_results"])
    places = {one["value"] for one in answer["facet_results"]["municipality"]["results"]}
    topics = {one["value"] for one in answer["facet_results"]["topics"]["results"]}
    assert "miljö" in topics
    assert places == {"Jokkmokk", "Ljungby", "Värnamo", "Överkalix", "Övertorneå"}


def test_titles_and_columns_are_explained_in_swedish(client: httpx.Client) -> None:
    """A person who opens the database reads what it holds."""
    text = client.get("/kommunmal/statement_today").text

    assert "Uttalanden i dag" in text
    assert "Ordagrant citat ur sidan" in text


def test_the_page_of_the_database_names_what_is_in_it(client: httpx.Client) -> None:
    """Tables and ready-made questions by their Swedish titles."""
    text = client.get("/kommunmal").text

    for one in (*METADATA["queries"].values(), *METADATA["tables"].values()):
        assert one.get("hidden") or one["title"] in text


def test_full_text_search_keeps_swedish_letters_apart(client: httpx.Client) -> None:
    """ "mål" finds goals, "mal" finds nothing."""
    assert rows(client, "statement_today", _search="välfärden")
    assert not rows(client, "statement_today", _search="valfarden")
    assert rows(client, "statement", _search="välfärden")


def test_the_status_is_that_of_the_replies(client: httpx.Client, store: Store) -> None:
    """The view and the program agree, statement by statement, today."""
    today = date.today()  # noqa: DTZ011 - the view reads the clock of this machine too
    found = {row["id"]: row["status"] for row in rows(client, "statement_today", _size="max")}
    expected = {
        row.id: str(row.status(today))
        for place in store.covered
        for row in store.of_municipality(place.code)
    }

    assert found == expected
    assert {Status.REPLACED, Status.CURRENT, Status.ENDED, Status.UNDATED} <= set(found.values())


@pytest.mark.parametrize("name", METADATA["queries"])
def test_every_ready_made_question_can_be_asked(client: httpx.Client, name: str) -> None:
    """Each has a title and answers without an error."""
    page = client.get(f"/kommunmal/{name}", params={"topic": "miljö"})

    assert page.status_code == 200
    assert METADATA["queries"][name]["title"] in page.text
    assert "message-error" not in page.text


@pytest.mark.parametrize("topic", ["miljö", "environment", "ENVIRONMENT"])
def test_goals_on_a_topic_across_municipalities(client: httpx.Client, topic: str) -> None:
    """Asked for in Swedish or English."""
    found = rows(client, "mal_om_ett_amne", topic=topic)

    assert ("Värnamo", "En grön kommun - en god miljö är grunden för vår välfärd") in {
        (row["kommun"], row["citat"]) for row in found
    }


def test_plans_that_have_ended(client: httpx.Client) -> None:
    """Övertorneå's Vision 2020."""
    found = {row["kommun"]: row["sista_dag"] for row in rows(client, "planer_som_har_upphort")}

    assert found == {"Övertorneå": "2020-12-31"}


def test_pages_to_be_checked(client: httpx.Client) -> None:
    """None has been checked yet."""
    assert len(rows(client, "sidor_att_kontrollera")) == 5


def test_tables_of_the_search_are_out_of_the_way(client: httpx.Client) -> None:
    """Those that no person reads are hidden, and every table and view shown has a title."""
    tables = client.get("/kommunmal.json").json()["tables"]
    shown = {table["name"] for table in tables if not table["hidden"]}

    assert shown <= set(METADATA["tables"])
    assert not shown & {"name_key", "search_term", "mention", "topic_word", "meta"}


def test_nothing_can_be_changed(client: httpx.Client) -> None:
    """The database is open for reading alone."""
    answer = client.get("/kommunmal.json", params={"sql": "delete from statement"})

    assert answer.status_code == 400
    assert len(rows(client, "kommuner_i_siffror")) == 5


def test_a_port_that_is_taken_is_told(database: Path) -> None:
    """One sentence, exit status 1."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", "from bot.cli import main; main()", "browse", "--port", port],
            capture_output=True,
            text=True,
            env=os.environ | {"KOMMUNMAL_DATABASE": str(database), "LC_ALL": "C.UTF-8"},
            check=False,
        )

    assert done.returncode == 1
    assert f"Port {port} can't be used" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.browser
def test_walked_through_in_a_browser(browsing: str) -> None:
    """Choose a municipality, search, open a ready-made question, follow a source."""
    from tests.browser.chromium import a_browser

    with a_browser() as browser:
        page = browser.new_page(base_url=browsing)
        page.goto("/kommunmal/statement_today")
        assert page.locator("h1").inner_text().startswith("Uttalanden i dag")
        page.locator(".facet-results").get_by_role("link", name="Värnamo").click()
        assert "municipality=V" in page.url
        page.locator("input[name=_search]").fill("trygg")
        page.keyboard.press("Enter")
        page.wait_for_url("**_search=trygg**")
        link = page.locator("td.col-link a").first.get_attribute("href") or ""
        assert link.startswith("https://kommun.varnamo.se/")
        page.goto("/kommunmal/mal_om_ett_amne")
        page.locator("input[name=topic]").fill("miljö")
        page.get_by_role("button", name="Run SQL").click()
        assert "En grön kommun" in page.locator("table").inner_text()
