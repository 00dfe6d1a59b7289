-- Letters on their way out. A row is "held" until the message that it carries is in the conversation.
create table outbox (
    letter_id bigint primary key references letters (id),
    mailbox_id bigint not null,
    state text not null,
    unless_read boolean not null,
    due_at bigint,
    attempts integer not null,
    claim text,
    claimed_until bigint,
    created_at bigint not null
);
create index outbox_open on outbox (due_at) where state in ('held', 'waiting', 'sending', 'handing');

create table deliveries (
    letter_id bigint not null references letters (id),
    address text not null,
    state text not null,
    detail text,
    changed_at bigint not null,
    primary key (letter_id, address)
);

create table delivery_attempts (
    id bigint primary key,
    letter_id bigint not null references letters (id),
    began_at bigint not null,
    ended_at bigint,
    outcome text,
    detail text
);
create index delivery_attempts_by_letter on delivery_attempts (letter_id, id);
