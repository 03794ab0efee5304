"""The tables of the memory, and how its file is set up."""

import sqlite3

VERSION = 2

TABLES = ("conversation", "choice", "reply", "vote", "remark", "inbox")

# Erases everything kept under a key but the messages that still wait to be answered.
FORGET = (
    "delete from conversation where who = ?",
    "delete from choice where who = ?",
    "delete from reply where who = ?",
    "delete from inbox where who = ? and state <> 'waiting'",
)

_SCHEMA = """
create table conversation (
    who blob primary key, context text not null, until integer not null
) without rowid;
create table choice (
    who blob primary key, language text, home text, until integer not null
) without rowid;
create table reply (
    who blob not null, question integer not null, reply integer not null, until integer not null,
    primary key (who, question)
) without rowid;
create table vote (
    statement text not null, asked text not null, up integer not null, down integer not null,
    primary key (statement, asked)
) without rowid;
create table remark (text text not null);
create table inbox (
    update_id integer primary key, payload text, who blob,
    received integer not null, tries integer not null default 0,
    done_calls integer not null default 0,
    state text not null default 'waiting', error text,
    begun integer not null default 0
);
create index inbox_state on inbox (state, update_id);
"""

# From each older version to the next.
_CHANGES = {1: "alter table inbox add column begun integer not null default 0;"}


def prepare(db: sqlite3.Connection) -> None:
    """Set a connection up, and make the tables in an empty file.

    Raises sqlite3.DatabaseError where the file can't be written, is damaged, or not ours.
    """
    # What is erased is overwritten with zeros, not only marked as free.
    db.execute("pragma secure_delete = on")
    db.execute("pragma journal_mode = wal")
    # Who needs the disk to have it (`reach_disk`), as before an update is confirmed, waits for it.
    db.execute("pragma synchronous = normal")
    version = db.execute("pragma user_version").fetchone()[0]
    if version == 0:
        db.executescript(f"begin; {_SCHEMA} pragma user_version = {VERSION}; commit;")
        version = VERSION
    while version in _CHANGES:
        db.executescript(f"begin; {_CHANGES[version]} pragma user_version = {version + 1}; commit;")
        version += 1
    if version != VERSION:
        raise sqlite3.DatabaseError(f"it is of version {version}, this program's is {VERSION}")
    found = db.execute("pragma quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)
    # Known at start, not at the first question: whether the file can be written.
    db.execute("begin immediate")
    db.execute(f"pragma user_version = {version}")
    db.execute("commit")
