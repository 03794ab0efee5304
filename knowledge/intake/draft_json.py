"""A draft as one object, for programs."""

from typing import Any

from knowledge.intake.draft import Draft
from knowledge.intake.remarks import Remark, Say
from knowledge.marking import marked
from knowledge.models import Language


def as_object(draft: Draft, say: Say, language: Language) -> dict[str, Any]:
    """The draft as an object of plain values; dates as ISO text, what is not known as None."""
    place = draft.place
    notes = list(draft.notes)
    if place is None:
        notes.append(
            Remark(marked("It is not sure whose page this is; say it with --municipality."))
        )
    return {
        "municipality": place.name if place else None,
        "code": place.code if place else None,
        "published": _iso(draft.published),
        "changed": _iso(draft.changed),
        "decided": _iso(draft.decision.day),
        "paragraph": draft.decision.paragraph,
        "period": list(draft.period) if draft.period else None,
        "target_years": draft.target_years,
        "stated_counts": [
            {"number": count.number, "label": count.label, "listed": found}
            for count, found in draft.counts
        ],
        "statements": [
            {
                "kind": str(proposal.kind),
                "label": proposal.label,
                "original": proposal.original,
                "level": proposal.level,
                "parent": proposal.parent.original if proposal.parent else None,
                "check": say(proposal.check, language) if proposal.check else None,
            }
            for proposal in draft.proposals
        ],
        "notes": [say(note, language) for note in notes],
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
