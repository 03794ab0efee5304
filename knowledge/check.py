"""Every promise that the data makes, checked; every problem listed at once."""

from collections.abc import Iterable, Iterator
from gettext import gettext as _

from knowledge.check_plan import check_plan
from knowledge.errors import InvalidData, Problem
from knowledge.library import Library, PlanFile
from knowledge.models import Topic

__all__ = ["check", "check_plan"]


def check(library: Library) -> list[Problem]:
    """All problems of the data, sorted by file; an empty list is what is asked for."""
    try:
        _, left_out = sound_plans(library)
    except InvalidData as error:
        return sorted(set(error.problems))
    return sorted(set(left_out))


def sound_plans(library: Library) -> tuple[list[PlanFile], list[Problem]]:
    """The plans to build from, and the problems of a municipality's own files, left out.

    What ships must be whole: InvalidData where it is not. A file of an own folder that has a
    problem is left out, and what it would have taken the place of stays.
    """
    problems = [problem for name in _SHARED for problem in _unreadable(library, name)]
    if problems:
        # Without topics, labels and names the plans can be read, but not be checked.
        raise InvalidData(sorted(set(problems + library.plan_files()[1])))
    problems += _shared_files(library)
    shipped, unreadable = library.plans_of(library.base)
    problems += unreadable
    for plan_file in shipped:
        problems += check_plan(plan_file, library)
    problems += _repeated_across(shipped)
    if problems:
        raise InvalidData(sorted(set(problems)))
    chosen = {plan_file.plan.municipality: plan_file for plan_file in shipped}
    left_out: list[Problem] = []
    for folder in library.overlays:
        own, unreadable = library.plans_of(folder)
        left_out += unreadable
        for plan_file in own:
            found = check_beside(plan_file, list(chosen.values()), library)
            left_out += found
            if not found:
                chosen[plan_file.plan.municipality] = plan_file
    return [chosen[code] for code in sorted(chosen)], left_out


def check_beside(
    plan_file: PlanFile, others: Iterable[PlanFile], library: Library
) -> list[Problem]:
    """The problems of one plan, its ids compared with those of other municipalities' plans."""
    code = plan_file.plan.municipality
    beside = [other for other in others if other.plan.municipality != code]
    repeated = [p for p in _repeated_across([*beside, plan_file]) if p.file == plan_file.file]
    return [*check_plan(plan_file, library), *repeated]


_SHARED = ("register", "names", "topics", "labels")


def _unreadable(library: Library, name: str) -> Iterable[Problem]:
    try:
        getattr(library, name)
    except InvalidData as error:
        return error.problems
    return ()


def _shared_files(library: Library) -> Iterator[Problem]:
    names = {place.name for place in library.register.values()}
    for alias in library.names.aliases:
        if alias.municipality not in names:
            where = f"'{alias.name}'"
            yield Problem("aliases.toml", where, _no_municipality(alias.municipality))
    for name in library.names.ordinary - names:
        yield Problem("aliases.toml", "ordinary", _no_municipality(name))
    for topic in library.topics.values():
        yield from _topic(topic, library)
    for label in library.shipped_labels.values():
        if not label.en.strip():
            yield Problem("labels.toml", f"label '{label.label}', en", _("is empty"))


def _no_municipality(name: str) -> str:
    return _("{name!r} is no municipality").format(name=name)


def _pattern(word: str, where: str) -> Iterator[Problem]:
    if len(word.strip("*")) < 2 or word.count("*") > 2 or "*" in word[1:-1]:
        problem = _("{word!r} is no word with a star before or after it").format(word=word)
        yield Problem("topics.toml", where, problem)


def _topic(topic: Topic, library: Library) -> Iterator[Problem]:
    where = f"topic '{topic.id}'"
    for language, words in (("sv", topic.words.sv), ("en", topic.words.en)):
        if not words:
            yield Problem("topics.toml", f"{where}, words.{language}", _("has no words"))
    for table, found in (("words", topic.words), ("narrow", topic.narrow)):
        for language, words in (("sv", found.sv), ("en", found.en)):
            for word in words:
                yield from _pattern(word, f"{where}, {table}.{language}")
    for number in topic.sdg:
        if not 1 <= number <= 17:
            problem = _("there is no global goal {number}").format(number=number)
            yield Problem("topics.toml", f"{where}, sdg", problem)
    for near in topic.near:
        if near not in library.topics:
            problem = _("{topic!r} is no topic of topics.toml").format(topic=near)
            yield Problem("topics.toml", f"{where}, near", problem)


def _repeated_across(plan_files: Iterable[PlanFile]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for plan_file in plan_files:
        plan = plan_file.plan
        entries = [("source", source.id) for source in plan.sources]
        entries += [("statement", statement.id) for statement in plan.statements]
        entries += [("note", note.id) for note in plan.notes]
        for noun, name in entries:
            other = first.setdefault((noun, name), plan_file.file)
            if other != plan_file.file:
                problem = _("stands in {file} too").format(file=other)
                yield Problem(plan_file.file, f"{noun} '{name}', id", problem)
