"""A person whom another municipality's page names: "Is Tobias Pettersson the mayor of Ljungby?"."""

from bot.answering.answer import Answer, Both, Of, said
from bot.answering.desk import Desk
from bot.understanding.question import Question


def answer_named_elsewhere(desk: Desk, question: Question) -> Answer | None:
    """Whose page names the person, and as what; None where the one asked about does."""
    named = {hit.pattern for hit in question.reading.hits if hit.group == "person.quoted"}
    if question.intent != "person" or len(question.covered) != 1 or not named:
        return None
    places = desk.store.places_quoting(named)
    if not places or question.covered[0] in places:
        return None
    row = next((row for row in desk.store.of_municipality(places[0].code) if row.person), None)
    if row is None or not row.role:
        return None
    line = said(
        "{of} page does not name {person}; the page of {other} does: {role}.",
        of=Of((question.covered[0].name,)), person=row.person or "", other=places[0].name,
        role=Both(row.role, row.role_translation or row.role),
    )  # fmt: skip
    return desk.answer(line, [row])
