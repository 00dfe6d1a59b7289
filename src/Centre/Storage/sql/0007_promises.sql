-- What waiting customers were told, and what became of it: the first promise of each conversation, held against us.
-- 'point' is the time that four of five wait at most, rounded up; 'low' and 'high' are what was said.

create table promises (
    id bigint primary key,
    site_id bigint not null references sites (id),
    conversation_id bigint not null unique references conversations (id),
    queue_id bigint not null references queues (id),
    channel text not null,
    kind text not null,
    made_at bigint not null,
    mean_seconds integer,
    point_seconds integer,
    low_seconds integer,
    high_seconds integer,
    by_at bigint,
    ahead integer not null,
    outcome text not null,
    waited_seconds integer,
    closed_at bigint
);
create index promises_by_line on promises (queue_id, channel, closed_at);
create index promises_open on promises (id) where outcome = 'open';
