"""Pages of municipalities that the draft was not made with: shares found, nothing invented."""

import pytest

from tests.knowledge.intake.measuring import PAGES, Measure, measure

FOLDERS = sorted(folder.name for folder in PAGES.iterdir() if folder.is_dir())
MEASURES: dict[str, Measure] = {}


def measured(folder: str) -> Measure:
    """A folder's figures, reckoned once."""
    if folder not in MEASURES:
        MEASURES[folder] = measure(folder)
    return MEASURES[folder]


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_proposed_that_does_not_stand_in_the_page(folder: str) -> None:
    """Neither invented nor, like an address or a menu, no statement at all."""
    counts = measured(folder).counts

    assert counts["invented"] == 0
    assert counts["too many"] == 0, measured(folder).remarks


@pytest.mark.parametrize("folder", FOLDERS)
def test_goals_are_found_with_their_kind_and_parent(folder: str) -> None:
    """Visions, areas, goals, indicators and values."""
    assert measured(folder).share("statements right", "statements") >= 0.95, measured(
        folder
    ).remarks


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_sentences_around_them_are_found_too(folder: str) -> None:
    """Explanations, decisions, somebody's words."""
    assert measured(folder).share("prose right", "prose") >= 0.9, measured(folder).remarks


@pytest.mark.parametrize("folder", FOLDERS)
def test_dates_periods_and_counts_are_those_of_the_page(folder: str) -> None:
    """With the municipality, though no file's name gives it away."""
    assert measured(folder).share("facts right", "facts") >= 0.98, measured(folder).remarks
