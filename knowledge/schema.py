"""The tables of the database. Their names are an interface: people read them in a browser."""

# "KMal" in ASCII: tells our file from any other SQLite file.
APPLICATION = 0x4B4D616C
# Raised whenever a table changes; an older file is then refused with a clear message.
VERSION = 4

TABLES = """
create table meta (key text primary key, value text);
create table municipality (
    code text primary key, name text not null, county text not null, covered integer not null
);
create table municipality_name (
    id integer primary key, name text not null, code text not null, language text not null,
    ordinary integer not null
);
create table name_key (
    key text not null, rung integer not null, name integer not null,
    primary key (key, rung, name)
) without rowid;
create table topic (
    id text primary key, swedish text not null, english text not null,
    global_goals text not null, near text not null
);
create table topic_word (
    word text not null, language text not null, topic text not null references topic (id),
    narrow integer not null, primary key (topic, language, word, narrow)
) without rowid;
create table label (
    label text primary key, english text not null, plural text, english_plural text
);
create table source (
    id text primary key, municipality text not null references municipality (code),
    title text not null, url text not null, published text, changed text, captured text,
    checked text, sha256 text not null, text text not null, mend text not null
);
create table statement (
    entry integer primary key, id text not null unique,
    municipality text not null references municipality (code),
    kind text not null, label text not null, original text not null, translation text not null,
    topics text not null, parent text, source text not null references source (id),
    link text not null, valid_from text, valid_until text, replaced_by text, about text not null,
    term text, person text, role text, role_translation text,
    decided_by text, decided_by_translation text,
    states_number integer, states_label text,
    target_number real, target_unit text, target_year integer
);
create table statement_topic (
    statement text not null references statement (id), topic text not null references topic (id),
    primary key (statement, topic)
) without rowid;
create table note (
    entry integer primary key, id text not null unique,
    municipality text not null references municipality (code),
    kind text not null, statements text not null, about text not null,
    swedish text not null, english text not null, short_swedish text, short_english text,
    url text, title text
);
create table search_term (
    municipality text not null, term text not null, entry integer not null, weight real not null,
    primary key (municipality, term, entry)
) without rowid;
create table spelled (word text primary key) without rowid;
create table mention (
    term text not null, municipality text not null, primary key (term, municipality)
) without rowid;
"""

# For whoever reads the database in a browser or by SQL; the program itself reads the tables.
# The status is that of `knowledge.models.status_on`, on the day of reading.
VIEWS = """
create view statement_today as
select s.entry, s.id, m.name as municipality, m.county, s.kind, s.label, s.original,
    s.translation,
    (
        select json_group_array(t.swedish) from json_each(s.topics) j join topic t on t.id = j.value
    ) as topics,
    case
        when s.replaced_by is not null then 'replaced'
        when s.valid_from > date('now', 'localtime') then 'upcoming'
        when s.valid_until < date('now', 'localtime') then 'ended'
        when coalesce(s.valid_from, s.valid_until, o.published, o.changed) is null then 'undated'
        else 'current'
    end as status,
    s.valid_from, s.valid_until, o.title as source, o.checked, s.link
from statement s
join municipality m on m.code = s.municipality
join source o on o.id = s.source;
"""

INDEXES = """
create index statement_municipality on statement (municipality, kind);
create index statement_parent on statement (parent) where parent is not null;
create index note_municipality on note (municipality);
create index municipality_county on municipality (county);
create index search_term_anywhere on search_term (term, municipality, entry, weight);
"""
