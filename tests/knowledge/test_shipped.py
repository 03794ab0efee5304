"""What ships: everything that the saved pages say, and all 290 municipalities."""

import hashlib
import re
from pathlib import Path

import pytest

from knowledge.folders import SHIPPED
from knowledge.library import Library, PlanFile
from knowledge.models import Kind, Language
from knowledge.text import collapse

# What a page holds beside what the municipality says about its vision and goals: headings (what
# stands under them is a statement, with the heading as its label), links, dates that are kept
# with the source, and debris.
LEFT_OUT = {
    "varnamo/reviderad-vision.txt": [
        "Publicerat",
        "Reviderad vision och nya mål",
        "Fyra övergripande mål",
    ],
    "ljungby/vision-och-mal.txt": [
        "Vision och mål",
        "Vår vision är",
        "Visionsmål",
        "Ljungby kommuns visionsmål",
        "Fokus i arbetet mot visionen",
        "Verksamhetsstyrning",
        "Vår modell",
        "Kommentera",
    ],
    "jokkmokk/vision-2030.txt": [
        "Vision 2030",
        "SYFTE OCH MÅL",
        "VISION",
        "VISIONSDOKUMENTETS DISPOSITION",
        "ARBETSPROCESS",
        "SYNKRONISERING LOKALT - REGIONALT",
        "Publicerad: 2017-06-15 16:23. Ändrad: 2019-08-15 16:00",
    ],
    "overkalix/verksamhetside-och-mal.txt": [
        "Here you can choose in which language you would like to read our website",
        "Please note that Överkalix Municipality uses Google Translate when translating content on "
        "this website to your preferred language",
        "This means that not all translations always are accurate",
        "Verksamhetsidé och mål",
        "Verksamhetsidé och mål",
        "Verksamhetsidé",
        "Politiska målsättningar",
        "Andra angelägna utvecklingsfrågor är",
        "Övergripande verksamhetsmål",
        "De övergripande målen är",
        "Resultatstyrning",
        "Resultatstyrning process",
        "Test - MIRROR-web01",
    ],
    "overtornea/mal-och-styrning.txt": [
        "Here you can choose in which language you would like to read our website. We are using "
        "Google Translate when translating content on this website",
        "close",
        "titta genom hjärta",
        "Mål och styrning",
        "Vår värdegrund",
        "Skriv ut",
        "På overtornea.se använder vi cookies för besöksstatistik och för vissa funktioner i syfte "
        "att förbättra och förenkla användarupplevelsen av vår webbplats. Genom att fortsätta "
        "använda webbplatsen godkänner du vår användning av cookies. Läs mer om cookies",
    ],
}
PLANS, _ = Library().plan_files()


@pytest.mark.parametrize("plan_file", PLANS, ids=lambda plan_file: Path(plan_file.file).stem)
def test_every_sentence_with_content_stands_verbatim_in_a_statement(plan_file: PlanFile) -> None:
    """Taking all statements out of a page leaves headings and debris, each listed here."""
    for source in plan_file.plan.sources:
        page = plan_file.page(source)
        left = list(page.text)
        for statement in plan_file.plan.statements:
            span = page.find(statement.original)
            assert span
            left[span.start : span.end] = "\n" * (span.end - span.start)
        parts = [part.strip(' •\u00a0—>:."') for part in "".join(left).splitlines()]
        # A number before a list's point is a mark, as "•" is.
        said = [collapse(part) for part in parts if re.search(r"[^\W\d]", part)]
        assert said == LEFT_OUT[source.page]


def test_the_pages_are_those_captured() -> None:
    """Saved pages are never changed: the digests of the five captures."""
    digests = {
        f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in (SHIPPED / "pages").glob("*/*.txt")
    }

    assert digests == DIGESTS


DIGESTS = {
    "jokkmokk/vision-2030.txt": "4e218f7be5e0022c",
    "ljungby/vision-och-mal.txt": "6b0935f0f77f9b4b",
    "overkalix/verksamhetside-och-mal.txt": "6e543758e3020a89",
    "overtornea/mal-och-styrning.txt": "c886188788548ca1",
    "varnamo/reviderad-vision.txt": "14a980ff619d199a",
}


def test_all_290_municipalities_are_known() -> None:
    """Each with a code, a name and a county; 21 counties."""
    register = Library().register

    assert len(register) == 290
    assert len({place.name for place in register.values()}) == 290
    assert len({place.county for place in register.values()}) == 21
    assert register["2518"].name == "Övertorneå"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_topic_has_words_in_both_languages(language: Language) -> None:
    """A topic without words would never be found."""
    topics = Library().topics.values()

    assert all(getattr(topic.words, language) for topic in topics)
    assert all(set(topic.sdg) <= set(range(1, 18)) for topic in topics)


def test_what_the_pages_leave_out_or_contradict_is_noted() -> None:
    """Each municipality has notes in both languages; newer pages have an address."""
    notes = {plan_file.plan.municipality: plan_file.plan.notes for plan_file in PLANS}

    assert all(notes.values())
    newer = {code for code, told in notes.items() for note in told if note.kind == "newer"}
    assert newer == {"2513", "2518", "0781"}


def test_overkalix_has_no_vision() -> None:
    """A mission, priorities and goals, which are not mixed up."""
    plan = next(p.plan for p in PLANS if p.plan.municipality == "2513")
    kinds = [statement.kind for statement in plan.statements]

    assert Kind.VISION not in kinds
    assert kinds.count(Kind.GOAL) == 3
    assert Kind.MISSION in kinds
    assert Kind.PRIORITY in kinds
