"""Plans that hypothesis makes: every field filled in some, any text a page may hold in all."""

from datetime import date

from hypothesis import strategies as st

from knowledge.models import (
    Aspect,
    Count,
    Kind,
    Note,
    NoteKind,
    Plan,
    Source,
    Statement,
    Target,
    Words,
)

# Control characters are no part of a saved page's words; "\n" is, in a note.
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n")
TEXT = st.text(LETTERS, min_size=1, max_size=20)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
DAYS = st.dates(date(1850, 1, 1), date(2100, 1, 1))
IDS = st.from_regex(r"habo-[a-z0-9-]{1,12}", fullmatch=True)
NUMBERS = st.integers(-(10**9), 10**9) | st.decimals(0, 1000, places=2)
MAYBE = st.none() | TEXT
SOURCES = st.builds(
    Source,
    id=IDS,
    title=TEXT,
    url=TEXT,
    page=TEXT,
    published=st.none() | DAYS,
    changed=st.none() | DAYS,
    captured=st.none() | DAYS,
    checked=st.none() | DAYS,
    mend=st.dictionaries(TEXT, TEXT, max_size=2),
)
STATEMENTS = st.builds(
    Statement,
    id=IDS,
    kind=st.sampled_from(Kind),
    label=TEXT,
    original=TEXT,
    translation=st.just("") | TEXT,
    topics=TEXTS,
    parent=st.none() | IDS,
    source=st.none() | IDS,
    valid_from=st.none() | DAYS,
    valid_until=st.none() | DAYS,
    replaced_by=st.none() | IDS,
    about=st.lists(st.sampled_from(Aspect), max_size=3).map(tuple),
    term=MAYBE,
    person=MAYBE,
    role=MAYBE,
    role_translation=MAYBE,
    decided_by=MAYBE,
    decided_by_translation=MAYBE,
    states=st.none() | st.builds(Count, number=st.integers(0, 999), label=TEXT),
    target=st.none()
    | st.builds(
        Target, number=NUMBERS.map(float), unit=TEXT, year=st.none() | st.integers(1900, 2100)
    ),
    words=st.builds(Words, sv=TEXTS, en=TEXTS),
)
NOTES = st.builds(
    Note,
    id=IDS,
    kind=st.sampled_from(NoteKind),
    sv=TEXT,
    en=st.just("") | TEXT,
    statements=st.lists(IDS, max_size=3).map(tuple),
    about=st.lists(st.sampled_from(Aspect), max_size=3).map(tuple),
    words=st.builds(Words, sv=TEXTS, en=TEXTS),
    short_sv=MAYBE,
    short_en=MAYBE,
    url=MAYBE,
    title=MAYBE,
)
PLANS = st.builds(
    Plan,
    municipality=st.just("0643"),
    sources=st.lists(SOURCES, min_size=1, max_size=2, unique_by=lambda source: source.id).map(
        tuple
    ),
    statements=st.lists(STATEMENTS, max_size=3).map(tuple),
    notes=st.lists(NOTES, max_size=2).map(tuple),
)
