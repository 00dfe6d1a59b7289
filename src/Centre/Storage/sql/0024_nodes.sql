-- The nodes that live on this database. Empty where there can be only one.
create table nodes (
    name text primary key,
    life bigint not null,
    connections text not null,
    version text not null,
    since bigint not null,
    beats bigint not null,
    beat_at bigint not null
);
