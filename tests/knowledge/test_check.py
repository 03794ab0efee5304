"""Every promise of the data is checked, and every breach is told with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.check import check
from knowledge.library import Library

Spoil = Callable[..., None]


def found(library: Library) -> list[str]:
    """The problems as they are printed."""
    return [str(problem) for problem in check(library)]


def test_the_shipped_data_keeps_every_promise() -> None:
    """What ships has no problem at all."""
    assert found(Library()) == []


def test_good_data_has_no_problems(library: Library) -> None:
    """The folder that the other tests spoil is good to begin with."""
    assert found(library) == []


BAD = [
    # A quote that is not the page's, be it by one letter or one dash, and other words of the page.
    (
        "en kommun i rörelse.",
        "en kommun i vila.",
        "statement 'habo-vision', original: does not stand in pages/habo/vision.txt: "
        "'Habo - en kommun i vila.'",
    ),
    ("Habo - en", "Habo – en", "'habo-vision', original: does not stand in pages/habo/vision.txt"),
    ('"Ett tryggt Habo"', '"Ett tryggt Hab"', "'habo-tryggt', original: does not stand in pages"),
    ('"Ett tryggt Habo"', '"tt tryggt Habo"', "'habo-tryggt', original: does not stand in pages"),
    (
        'decided_by = "kommunfullmäktige"',
        'decided_by = "fullmäktige"',
        "statement 'habo-antogs', decided_by: does not stand in the page: 'fullmäktige'",
    ),
    (
        'decided_by = "kommunfullmäktige"',
        'decided_by = "kungen"',
        "statement 'habo-antogs', decided_by: does not stand in the page: 'kungen'",
    ),
    (
        'decided_by_translation = "the municipal council"\n',
        "",
        "statement 'habo-antogs', decided_by_translation: is missing",
    ),
    # Ids.
    (
        'id = "habo-vision"',
        'id = "Habo_vision"',
        "statement 'Habo_vision', id: is not well formed",
    ),
    ('id = "habo-tryggt"', f'id = "{"h" * 49}"', "id: is not well formed"),
    ('id = "habo-tryggt"', 'id = "1habo"', "statement '1habo', id: is not well formed"),
    (
        'id = "habo-gront"',
        'id = "habo-tryggt"',
        "plans/habo.toml: 'habo-tryggt': the id stands 2 times in the file",
    ),
    # What statements name must be there.
    (
        'parent = "habo-vision"',
        'parent = "habo-visionen"',
        "statement 'habo-antogs', parent: there is no statement 'habo-visionen'",
    ),
    (
        'parent = "habo-vision"',
        'parent = "habo-antogs"',
        "statement 'habo-antogs', parent: leads back to the statement itself",
    ),
    (
        "valid_from = 2022-03-24",
        'replaced_by = "habo-vision"',
        "statement 'habo-vision', replaced_by: leads back to the statement itself",
    ),
    ('["safety"]', '["trygghet"]', "'habo-tryggt', topics: 'trygghet' is no topic of topics.toml"),
    ('["safety"]', '["safety", "safety"]', "'habo-tryggt', topics: 'safety' stands 2 times"),
    (
        'label = "uppgift"',
        'label = "faktum"',
        "statement 'habo-antogs', label: 'faktum' has no English in labels.toml",
    ),
    ('label = "vision"', 'label = " "', "statement 'habo-vision', label: is empty"),
    (
        'label = "vision"',
        'label = "vision"\nsource = "habo-annan"',
        "statement 'habo-vision', source: there is no source 'habo-annan'",
    ),
    (
        'about = ["decided"]',
        'about = ["decided"]\nstates = { number = 2, label = "vision" }',
        "statement 'habo-antogs', states: 'vision' has no plurals (many) in labels.toml",
    ),
    (
        'about = ["decided"]',
        'states = { number = -1, label = "mål" }',
        "statement 'habo-antogs', states, number: is no count",
    ),
    (
        'about = ["decided"]',
        'target = { number = inf, unit = "hästar", year = 20350 }',
        "statement 'habo-antogs', target, number: is no figure to be reached",
    ),
    # Translations, dates, addresses.
    ('translation = "A safe Habo"', 'translation = ""', "'habo-tryggt', translation: is empty"),
    (
        "valid_from = 2022-03-24",
        "valid_from = 2022-03-24\nvalid_until = 2021-12-31",
        "'habo-vision', valid_until: 2021-12-31 lies before valid_from 2022-03-24",
    ),
    (
        "published = 2022-04-01",
        "published = 2022-04-01\nchanged = 2022-03-31",
        "source 'habo-vision-och-mal', changed: 2022-03-31 lies before published 2022-04-01",
    ),
    (
        "https://habo.example/vision",
        "habo.example/vision",
        "source 'habo-vision-och-mal', url: is no web address: 'habo.example/vision'",
    ),
    ("https://habo.example/v", "javascript://habo.example/v", "url: is no web address"),
    ("https://habo.example/v", "https://[habo.example/v", "url: is no web address"),
    ("https://habo.example/v", "https://habo.example/ v", "url: is no web address"),
    ('title = "Vision och mål"', 'title = ""', "source 'habo-vision-och-mal', title: is empty"),
    # Pages.
    ("habo/vision.txt", "habo/borta.txt", "page: there is no saved page pages/habo/borta.txt"),
    ("habo/vision.txt", "../../hemligt.txt", "page: '../../hemligt.txt' lies outside pages/"),
    ("habo/vision.txt", "", "page: pages/ can't be read"),
    # Notes.
    ('en = "There is a newer page."', 'en = " "', "note 'habo-nyare', en: is empty"),
    ('url = "https://habo.example/ny-vision"\n', "", "note 'habo-nyare', url: is missing"),
    ('title = "Ny vision"', "", "note 'habo-nyare', title: is missing; a link needs a title"),
    (
        'title = "Ny vision"',
        'title = "Ny vision"\nstatements = ["habo-borta"]',
        "note 'habo-nyare', statements: there is no statement 'habo-borta'",
    ),
    (
        'title = "Ny vision"',
        'title = "Ny vision"\nshort_sv = "Ja."',
        "note 'habo-nyare': short_sv and short_en go together",
    ),
    (
        'municipality = "0643"',
        'municipality = "9999"',
        "municipality: no municipality has the code",
    ),
]


@pytest.mark.parametrize(("old", "new", "problem"), BAD)
def test_a_broken_promise_is_told_with_file_entry_and_field(
    library: Library, spoil: Spoil, old: str, new: str, problem: str
) -> None:
    """Each kind of problem is found, under the plan's name, and nothing ends in a traceback."""
    spoil(old, new)

    problems = found(library)

    assert any(problem in text for text in problems)
    assert all(text.startswith("plans/habo.toml: ") for text in problems)


def test_all_problems_are_listed_at_once(library: Library, spoil: Spoil, folder: Path) -> None:
    """Whoever mends a plan sees everything that is wrong with it, and with the other files."""
    spoil('["safety"]', '["trygghet"]')
    spoil("en kommun i rörelse.", "en kommun i vila.")
    spoil('translation = "A safe Habo"', 'translation = ""')
    (folder / "plans" / "half.toml").write_text("[[statements", "utf-8")

    assert len(found(library)) == 4


def test_a_source_that_is_none_of_several_must_be_named(library: Library, spoil: Spoil) -> None:
    """With two sources, a statement that names none of them could stand in either."""
    second = '[[sources]]\nid = "habo-tva"\ntitle = "Två"\nurl = "https://habo.example/2"\n'
    spoil("[[sources]]", f'{second}page = "habo/vision.txt"\n\n[[sources]]')

    assert "plans/habo.toml: statement 'habo-vision', source: is missing; " in found(library)[-1]


def test_ids_are_not_shared_between_plans(library: Library, folder: Path, spoil: Spoil) -> None:
    """Sources, statements and notes are found by id alone, so no two plans share one."""
    plan = (folder / "plans" / "habo.toml").read_text("utf-8")
    other = plan.replace('"0643"', '"0617"').replace("habo-tryggt", "gnosjo-tryggt")
    (folder / "plans" / "gnosjo.toml").write_text(other, "utf-8")

    problems = found(library)

    assert "plans/habo.toml: source 'habo-vision-och-mal', id: " in problems[1]
    assert {problem.split(" stands in ")[1] for problem in problems} == {"plans/gnosjo.toml too"}
    assert not any("tryggt" in problem for problem in problems)


def test_a_municipality_has_one_plan_in_a_folder(library: Library, folder: Path) -> None:
    """A second plan for the same municipality is a mistake."""
    plan = (folder / "plans" / "habo.toml").read_text("utf-8")
    (folder / "plans" / "habo-2.toml").write_text(plan, "utf-8")

    problem = "plans/habo.toml: municipality: 0643 has a plan already, in plans/habo-2.toml"
    assert found(library) == [problem]


def test_an_own_plan_takes_the_place_of_the_shipped_one(folder: Path) -> None:
    """A municipality's own folder is laid over what ships."""
    mine = folder.with_name("mine")
    folder.rename(mine)

    plans, problems = Library(overlays=(mine,)).plan_files()

    assert problems == []
    assert len(plans) == 6
    assert next(p for p in plans if p.plan.municipality == "0643").folder == mine


def test_a_page_that_is_not_text_is_told(library: Library, folder: Path) -> None:
    """A page saved in another encoding names the byte."""
    (folder / "pages" / "habo" / "vision.txt").write_bytes("Målen".encode("latin-1"))

    assert found(library) == [
        "plans/habo.toml: source 'habo-vision-och-mal', page: "
        "pages/habo/vision.txt is not UTF-8 text (byte 1)"
    ]


SHARED = [
    (
        "topics.toml",
        "[accessibility]",
        "x = 1\n[accessibility]",
        "topics.toml: topic 'x': must be a table",
    ),
    ("topics.toml", "sdg = [10, 11]", "sgd = [10]", "topic 'accessibility', sgd: is no field"),
    ("topics.toml", 'near = ["inclusion"]', 'near = ["x"]', "'x' is no topic of topics.toml"),
    ("topics.toml", "sdg = [10, 11]", "sdg = [0]", "there is no global goal 0"),
    ("labels.toml", '"citat" = {', '"citat" = 1 #', "labels.toml: label 'citat': must be a table"),
    ("labels.toml", 'en = "quotation"', 'en = ""', "labels.toml: label 'citat', en: is empty"),
    ("labels.toml", 'en = "quotation"', "", "labels.toml: label 'citat', en: is missing"),
    ("aliases.toml", '"Falu" = "Falun"', '"Falu" = "Fahlun"', "'Fahlun' is no municipality"),
    ("aliases.toml", '"Falu" = "Falun"', '"Falu" = 1', "must be text in quotation marks"),
    ("aliases.toml", "[elsewhere]", "[elswhere]", "aliases.toml: elsewhere: is missing"),
    ("aliases.toml", 'names = [\n    "Ale"', 'names = [\n    "Alle"', "'Alle' is no municipality"),
    ("register.csv", "code,name,county", "kod,namn,län", "needs a code, a name and a county"),
    ("register.csv", "0114,", "114,", "register.csv: row 2: the code '114' is not four digits"),
]


@pytest.mark.parametrize(("file", "old", "new", "problem"), SHARED)
def test_a_flaw_in_a_shared_file_is_told(
    library: Library, spoil: Spoil, file: str, old: str, new: str, problem: str
) -> None:
    """Topics, labels, names and the register are checked as plans are."""
    spoil(old, new, file)

    assert any(problem in text for text in found(library))


def test_unreadable_shared_files_do_not_hide_unreadable_plans(
    library: Library, folder: Path, spoil: Spoil
) -> None:
    """Two shared files and a plan that can't be read are told in one go."""
    (folder / "labels.toml").write_text("[[", "utf-8")
    (folder / "topics.toml").unlink()
    spoil('municipality = "0643"', "municipality = 0643")

    assert [text.split(":")[0] for text in found(library)] == [
        "labels.toml",
        "plans/habo.toml",
        "topics.toml",
    ]
