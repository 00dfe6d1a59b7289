-- What was brought into the knowledge base from files: first a plan, then what became of it.
create table imports (
    id bigint primary key,
    site_id bigint not null references sites (id),
    name text not null,
    language text not null,
    mode text not null,
    state text not null,
    agent_id bigint,
    who text not null,
    total integer not null,
    done integer not null,
    trouble text,
    created_at bigint not null,
    touched_at bigint not null
);

-- One for each text, section and group of synonyms, and for each file that was refused. What was written keeps the edition that it left
-- behind and how it was before, so that it can be taken back while nobody has touched it since.
create table import_items (
    import_id bigint not null references imports (id),
    number integer not null,
    what text not null,
    outcome text not null,
    title text not null,
    kind text,
    language text,
    file text not null,
    line integer,
    faults text not null,
    notes text not null,
    target_id bigint,
    edition bigint,
    before text,
    primary key (import_id, number)
);
create index import_items_by_target on import_items (target_id, language);
