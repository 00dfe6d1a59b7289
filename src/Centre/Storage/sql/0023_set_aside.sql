-- Letters that could not be taken in for a reason of ours: how often it was tried, and since when the folder goes on without them.
create table set_aside_letters (
    id bigint primary key,
    mailbox_id bigint not null references mailboxes (id) on delete cascade,
    source text not null,
    tries integer not null,
    reason text not null,
    set_aside_at bigint,
    sender text,
    subject text,
    size bigint,
    unique (mailbox_id, source)
);
