"""A checked plan put in place in the own folder of data; an interruption loses nothing.

In this order: pages (never over another one), the history, and last the plan itself, renamed
into place. Whatever stops it on the way, the plan so far stands, with its pages.
"""

from datetime import datetime
from pathlib import Path

from knowledge.intake.changing import changing
from knowledge.intake.extras import extra
from knowledge.intake.files import write_whole
from knowledge.intake.history import keep
from knowledge.intake.incoming import Incoming, moved_pages, renamed
from knowledge.intake.place import find_place, slug
from knowledge.library import SHIPPED
from knowledge.plans import SCHEMA


def put_in_place(incoming: Incoming, own: Path, now: datetime) -> Path:
    """Put a plan, its pages and its labels in the own folder; where the plan now stands.

    CannotTake where the folder can't be written to: then the plan so far stands.
    """
    name = plan_name(incoming.plan.municipality)
    target = own / "plans" / f"{name}.toml"
    with changing(own):
        names = moved_pages(incoming, own)
        text = renamed(incoming, names)
        for source in incoming.plan.sources:
            content = (incoming.folder / "pages" / source.page).read_bytes()
            there = own / "pages" / names.get(source.page, source.page)
            if not there.is_file():
                write_whole(there, content)
        if incoming.labels is not None and incoming.labels.parent.resolve() != own.resolve():
            _add_labels(incoming.labels, own / "labels.toml")
        write_whole(own / SCHEMA, (SHIPPED / SCHEMA).read_bytes())
        if target.is_file():
            keep(own, name, target.read_text(encoding="utf-8"), now)
        keep(own, name, text, now)
        write_whole(target, text.encode())
    return target


def take_away(code: str, own: Path, now: datetime) -> bool:
    """Take the own plan away, so that the shipped one is served; it stays in the history."""
    name = plan_name(code)
    target = own / "plans" / f"{name}.toml"
    if not target.is_file():
        return False
    with changing(own):
        keep(own, name, target.read_text(encoding="utf-8"), now)
        target.unlink()
    return True


def plan_name(code: str) -> str:
    """The name of a municipality's plan file, without its ending."""
    place = find_place(code)
    return slug(place) if place else code


def _add_labels(new: Path, own: Path) -> None:
    """Add labels that the own file has not; what it has stays as it is."""
    tomlkit = extra("tomlkit")
    document = tomlkit.parse(own.read_text(encoding="utf-8") if own.is_file() else "")
    for label, entry in tomlkit.parse(new.read_text(encoding="utf-8")).items():
        if label not in document:
            document.add(label, entry)
    write_whole(own, tomlkit.dumps(document).encode())
