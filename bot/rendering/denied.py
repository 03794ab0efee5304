"""The names of topics where they are denied: "tar inte upp kultur eller fritid"."""

from knowledge.models import Language

_JOINS = {"sv": (" och ", " eller "), "en": (" and ", " or ")}


def is_denied(text: str, name: str) -> bool:
    """Whether a gap of one of our sentences stands after a "not", by its English text."""
    before = text.partition(f"{{{name}}}")[0]
    return " not " in before or before.startswith("None of ")


def none_of(language: Language, names: str) -> str:
    """Names none of which is meant: what is called "kultur och fritid" is two things then."""
    return names.replace(*_JOINS[language])
