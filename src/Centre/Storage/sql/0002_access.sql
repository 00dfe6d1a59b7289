-- How agents and programs prove who they are.

create table agent_secrets (
    agent_id bigint primary key references agents (id),
    password_hash text,
    security_stamp text not null,
    failed_attempts integer not null,
    locked_until bigint,
    authenticator_key text,
    two_factor boolean not null,
    recovery_codes text not null,
    used_codes text not null,
    version bigint not null
);

create table keys (
    id bigint primary key,
    name text not null,
    scopes text not null,
    secret_hash text not null unique,
    agent_id bigint references agents (id),
    created_at bigint not null,
    last_used_at bigint
);

-- The keys that protect cookies; the same for all nodes and over restarts.
create table protection_keys (
    name text primary key,
    xml text not null,
    created_at bigint not null
);

create table audit (
    id bigint primary key,
    who text not null,
    agent_id bigint,
    key_id bigint,
    what text not null,
    target text,
    at bigint not null
);

create table kept_answers (
    caller text not null,
    route text not null,
    key text not null,
    digest text not null,
    status integer,
    headers text,
    body text,
    asked_at bigint not null,
    primary key (caller, route, key)
);
create index kept_answers_by_age on kept_answers (asked_at);
