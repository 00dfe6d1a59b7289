-- Each time somebody came to a queue for an answer, and how that ended: what service levels are counted from.
-- Written a moment after the fact, and mended from the conversations at every start.
create table demands (
    id bigint primary key,
    conversation_id bigint not null,
    queue_id bigint not null,
    site_id bigint not null,
    channel text not null,
    since bigint not null,
    target bigint not null,
    ended_at bigint,
    ending text,
    waited bigint
);
create index demands_by_since on demands (since);
create index demands_open on demands (conversation_id) where ended_at is null;
