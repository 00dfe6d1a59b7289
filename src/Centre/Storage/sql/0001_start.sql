-- One text for SQLite and PostgreSQL. Ids come from the program; times are epoch milliseconds; JSON is text;
-- folded columns are made in C#, because SQLite's lower() knows no letters beyond A to Z.

create table settings (
    name text primary key,
    value text not null
);

create table sites (
    id bigint primary key,
    key text not null unique,
    name text not null,
    time_zone text not null,
    languages text not null,
    look text not null,
    texts text not null,
    allowed_origins text not null,
    keeps_journey boolean not null,
    hours text not null,
    created_at bigint not null,
    version bigint not null
);

create table queues (
    id bigint primary key,
    name text not null,
    created_at bigint not null
);

create table entry_points (
    id bigint primary key,
    site_id bigint not null references sites (id),
    queue_id bigint not null references queues (id),
    channel text not null,
    address text not null,
    unique (site_id, channel, address)
);

create table agents (
    id bigint primary key,
    name text not null,
    email text not null,
    email_folded text not null unique,
    role text not null,
    languages text not null,
    max_chats integer not null,
    active boolean not null,
    presence text not null,
    presence_since bigint not null,
    preferences text not null,
    created_at bigint not null
);

create table topics (
    id bigint primary key,
    name text not null,
    position integer not null
);

create table customers (
    id bigint primary key,
    site_id bigint not null references sites (id),
    name text,
    folded text not null,
    language text,
    notes text not null,
    first_seen_at bigint not null
);

create table addresses (
    id bigint primary key,
    site_id bigint not null references sites (id),
    customer_id bigint not null references customers (id),
    kind text not null,
    value text not null,
    verified boolean not null,
    created_at bigint not null,
    unique (site_id, kind, value)
);
create index addresses_by_customer on addresses (customer_id);

create table conversations (
    id bigint primary key,
    site_id bigint not null references sites (id),
    queue_id bigint not null references queues (id),
    customer_id bigint not null references customers (id),
    state text not null,
    channel text not null,
    language text not null,
    agent_id bigint references agents (id),
    last_agent_id bigint references agents (id),
    topic_id bigint references topics (id),
    outcome text,
    start_key text unique,
    start_digest text,
    menu_kept boolean not null,
    facts text not null,
    opened_at bigint not null,
    queued_at bigint,
    waiting_since bigint,
    answered_at bigint,
    ended_at bigint,
    ended_by text,
    closed_at bigint,
    last_sequence bigint not null,
    last_from text,
    last_text text,
    last_at bigint not null,
    closed_last_at bigint generated always as (case when state = 'closed' then last_at end) stored,
    read_by_agent bigint not null,
    read_by_visitor bigint not null,
    rating integer,
    rating_comment text
);
-- No column that a message changes stands in an index, not even in one that leaves the row out: that keeps the hot append to
-- one row in one place. So the closed have the time of their last word once more, in a column that is empty while they are open.
create index conversations_open on conversations (agent_id, state) where state <> 'closed';
create index conversations_closed on conversations (closed_last_at) where state = 'closed';
create index conversations_by_customer on conversations (customer_id, id);

create table legs (
    id bigint primary key,
    site_id bigint not null references sites (id),
    conversation_id bigint not null references conversations (id),
    entry_point_id bigint references entry_points (id),
    channel text not null,
    address text,
    opened_at bigint not null
);
create index legs_by_conversation on legs (conversation_id, id);

-- What both sides see, counted 1, 2, 3 ... within a conversation. No foreign key: the journal holds the conversation
-- while it writes, and looking it up once more for each message would cost as much as writing it.
create table messages (
    conversation_id bigint not null,
    sequence bigint not null,
    client_id text not null,
    author text not null,
    agent_id bigint,
    channel text not null,
    text text not null,
    files text,
    sent_at bigint not null,
    primary key (conversation_id, sequence)
);
create unique index messages_by_client on messages (conversation_id, author, client_id);

-- What only the desk sees between messages: notes, and what happened.
create table lines (
    id bigint primary key,
    conversation_id bigint not null references conversations (id),
    sequence bigint not null,
    kind text not null,
    client_id text,
    agent_id bigint,
    text text not null,
    event text,
    happened_at bigint not null
);
create index lines_by_conversation on lines (conversation_id, sequence, id);
create unique index lines_by_client on lines (conversation_id, client_id);

create table drafts (
    conversation_id bigint not null references conversations (id),
    agent_id bigint not null references agents (id),
    text text not null,
    changed_at bigint not null,
    primary key (conversation_id, agent_id)
);

create table page_views (
    id bigint primary key,
    conversation_id bigint not null references conversations (id),
    page text not null,
    title text,
    seen_at bigint not null
);
create index page_views_by_conversation on page_views (conversation_id, id);

create table files (
    id bigint primary key,
    site_id bigint not null references sites (id),
    conversation_id bigint not null references conversations (id),
    name text not null,
    type text not null,
    size bigint not null,
    author text not null,
    agent_id bigint,
    created_at bigint not null
);
create index files_by_conversation on files (conversation_id);

create table offers (
    id bigint primary key,
    conversation_id bigint not null references conversations (id),
    agent_id bigint not null references agents (id),
    attempt bigint not null,
    state text not null,
    why text not null,
    made_at bigint not null,
    expires_at bigint not null,
    ended_at bigint,
    reason text
);
create unique index offers_pending on offers (conversation_id) where state = 'pending';
create index offers_by_agent on offers (agent_id, state);
