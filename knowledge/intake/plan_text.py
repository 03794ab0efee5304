"""A draft as a plan file that a person goes through: what is unsure bears a `# check:`."""

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from knowledge.intake.draft import Draft
from knowledge.intake.identity import earlier_statements, new_id, words_of_id
from knowledge.intake.place import slug
from knowledge.intake.remarks import Both, Remark, Say
from knowledge.intake.state import Proposal
from knowledge.intake.topics import proposed_topics
from knowledge.intake.wording import vocabulary
from knowledge.library import Library
from knowledge.marking import marked
from knowledge.models import Kind, Language, Plan, Statement
from knowledge.plans import SCHEMA
from knowledge.text import collapse

_KEPT = ("role_translation", "decided_by_translation")


def plan_text(
    draft: Draft, library: Library, earlier: Plan | None, say: Say, language: Language
) -> str:
    """The draft as TOML. `earlier` is the municipality's plan so far: what it has is kept."""
    place = draft.place
    if place is None:
        raise ValueError("a plan belongs to a municipality")
    begins = slug(place)
    document = tomlkit.document()
    document.add("municipality", place.code)
    document.add(tomlkit.nl())
    document.add("sources", _sources(draft, begins, earlier, say, language))
    known = earlier_statements(earlier)
    ids: dict[int, str] = {}
    statements = tomlkit.aot()
    taken = {statement.id for statement in known.values()} | {_source_id(draft, begins)}
    for proposal in draft.proposals:
        same = known.get(collapse(proposal.original))
        reused = same is not None and same.id not in ids.values()
        text = proposal.original if not proposal.term else f"ordet {proposal.term}"
        ids[id(proposal)] = (
            same.id if same and reused else new_id(begins, text, [*taken, *ids.values()])
        )
    for proposal in draft.proposals:
        same = known.get(collapse(proposal.original))
        statements.append(_statement(draft, proposal, ids, same, library, say, language))
    document.add("statements", statements)
    notes = _notes(draft, ids, begins, say)
    if notes:
        document.add("notes", notes)
    return f"#:schema ../{SCHEMA}\n{tomlkit.dumps(document)}"


def page_name(draft: Draft) -> str:
    """The saved page's path below the folder of pages."""
    assert draft.place is not None  # noqa: S101  # asked before
    begins = slug(draft.place)
    name = words_of_id(draft.captured.title)[:60].strip("-") or "sida"
    return f"{begins}/{name}.txt"


def _source_id(draft: Draft, begins: str) -> str:
    return new_id(begins, draft.captured.title or "sida", ())


def _sources(draft: Draft, begins: str, earlier: Plan | None, say: Say, language: Language) -> AoT:
    captured = draft.captured
    known = earlier.sources[0] if earlier and len(earlier.sources) == 1 else None
    table = tomlkit.table()
    url = captured.url or (known.url if known else "")
    if not captured.url:
        _check(table, Remark(marked("write the page's address here")), say, language)
    table.add("id", _source_id(draft, begins))
    table.add("title", captured.title)
    table.add("url", url)
    table.add("page", page_name(draft))
    for name, day in (("published", draft.published), ("changed", draft.changed)):
        if day:
            table.add(name, day)
    if captured.mend:
        _check(
            table,
            Remark(marked("words that stand broken in the page; are they whole words?")),
            say,
            language,
        )
        mend = tomlkit.inline_table()
        mend.update(dict(captured.mend))
        table.add("mend", mend)
    sources = tomlkit.aot()
    sources.append(table)
    return sources


def _statement(
    draft: Draft,
    proposal: Proposal,
    ids: Mapping[int, str],
    same: Statement | None,
    library: Library,
    say: Say,
    language: Language,
) -> Table:
    table = tomlkit.table()
    if proposal.check:
        _check(table, proposal.check, say, language)
    table.add("id", ids[id(proposal)])
    table.add("kind", str(proposal.kind))
    table.add("label", proposal.label)
    table.add("original", proposal.original)
    translation = proposal.original if draft.english else ""
    table.add("translation", same.translation if same else translation)
    topics = same.topics if same else ()
    if not topics:
        topics = proposed_topics(proposal.original, library.topics, draft.english)
    table.add("topics", list(topics))
    for name, value in _optional(draft, proposal, ids, same).items():
        table.add(name, value)
    return table


def _optional(
    draft: Draft, proposal: Proposal, ids: Mapping[int, str], same: Statement | None
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if proposal.parent is not None:
        found["parent"] = ids[id(proposal.parent)]
    for name in ("valid_from", "valid_until"):
        if getattr(proposal, name):
            found[name] = getattr(proposal, name)
    if proposal.replaced_by is not None:
        found["replaced_by"] = ids[id(proposal.replaced_by)]
    about = [str(aspect) for aspect in dict.fromkeys(proposal.about)]
    if about:
        found["about"] = about
    for name in ("term", "person", "role", "decided_by"):
        value = getattr(proposal, name)
        if value:
            found[name] = value
        kept = f"{name}_translation"
        if value and kept in _KEPT:
            known = _english_of(value)
            found[kept] = (getattr(same, kept) if same else None) or known
    if proposal.states is not None and proposal.kind is Kind.FACT:
        states = tomlkit.inline_table()
        states.update({"number": proposal.states.number, "label": proposal.states.label})
        found["states"] = states
    if same and (same.words.sv or same.words.en):
        words = tomlkit.inline_table()
        words.update({"sv": list(same.words.sv), "en": list(same.words.en)})
        found["words"] = words
    return found


def _notes(draft: Draft, ids: Mapping[int, str], begins: str, say: Say) -> AoT | None:
    notes = tomlkit.aot()
    taken = list(ids.values())
    for note in draft.notes:
        number = note.values.get("number")
        replaced = "old" in note.values
        if number is None and not replaced:
            continue
        label = note.values.get("label")
        name = f"note {label.sv}" if isinstance(label, Both) else "note tidigare vision"
        table = tomlkit.table()
        table.add("id", new_id(begins, name, taken))
        taken.append(str(table["id"]))
        kind = "replaced" if replaced else ("contradiction" if note.values.get("listed") else "gap")
        table.add("kind", kind)
        table.add("statements", _concerned(draft, note, ids))
        if not replaced:
            table.add("about", ["count"])
        if "listed" in note.values:
            short = Remark(marked("{listed} are listed; the page says {number}."), note.values)
            table.add("short_sv", say(short, "sv"))
            table.add("short_en", say(short, "en"))
        table.add("sv", say(note, "sv"))
        table.add("en", say(note, "en"))
        notes.append(table)
    return notes if len(notes) else None


def _concerned(draft: Draft, note: Remark, ids: Mapping[int, str]) -> list[str]:
    if "old" in note.values:
        return [ids[id(proposal)] for proposal in draft.proposals if proposal.replaced]
    counted = [count for count, _ in draft.counts if count.number == note.values.get("number")]
    kinds = {count.kind for count in counted}
    return [
        ids[id(proposal)]
        for proposal in draft.proposals
        if proposal.kind in kinds or (proposal.states is not None and proposal.states in counted)
    ]


def _check(table: Table, remark: Remark, say: Say, language: Language) -> None:
    table.add(tomlkit.comment(f"check: {say(remark, language)}"))


def _english_of(value: str) -> str:
    """The English of a council or an office, where it is a common one."""
    data = vocabulary().data
    found: str = data["bodies"].get(value.lower()) or data["roles"].get(value.lower(), "")
    return found
