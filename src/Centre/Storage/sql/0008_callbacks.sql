-- Calls that customers have asked for. The conversation is an ordinary one; this is what the call adds to it.

alter table sites add column callback text not null default '{}';

create table callbacks (
    conversation_id bigint primary key references conversations (id),
    site_id bigint not null references sites (id),
    number text not null,
    kind text not null,
    state text not null,
    slot_at bigint,
    not_before bigint not null,
    due_at bigint,
    attempts integer not null,
    asked_at bigint not null,
    reminded_at bigint
);
-- One call to a number at a time.
create unique index callbacks_open on callbacks (site_id, number) where state = 'open';

-- How many calls are booked in a quarter of an hour. Its row is what two who want the last place meet at.
create table callback_slots (
    site_id bigint not null references sites (id),
    starts_at bigint not null,
    booked integer not null,
    primary key (site_id, starts_at)
);

create table call_attempts (
    id bigint primary key,
    conversation_id bigint not null references conversations (id),
    agent_id bigint not null references agents (id),
    started_at bigint not null,
    ended_at bigint,
    outcome text
);
create index call_attempts_by_conversation on call_attempts (conversation_id, id);
