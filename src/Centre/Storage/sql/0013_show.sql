-- What a message carries besides its words: something shown, or a form that was filled in. It never changes.
-- By the writer's own name for the message, so that it can be on disk before the journal gives the message its place.
create table message_cards (
    conversation_id bigint not null references conversations (id),
    author text not null,
    client_id text not null,
    card text not null,
    primary key (conversation_id, author, client_id)
);

-- What agents have put before visitors, and how far they got.
create table shown (
    id bigint primary key,
    conversation_id bigint not null references conversations (id),
    agent_id bigint not null,
    article_id bigint,
    language text,
    number integer,
    steps integer not null,
    fields integer not null,
    shown_at bigint not null,
    opened_at bigint,
    step integer,
    filled integer,
    sent_at bigint,
    sent_as text
);
create index shown_by_conversation on shown (conversation_id, id);

-- What a customer on the phone reads out, so that an agent can show things in their browser. Kept as a digest.
create table phone_codes (
    id bigint primary key,
    site_id bigint not null references sites (id),
    visitor text not null,
    digest text not null,
    expires_at bigint not null,
    conversation_id bigint references conversations (id),
    agent text,
    used_at bigint,
    unique (site_id, digest)
);
create index phone_codes_by_visitor on phone_codes (site_id, visitor);

create table phone_code_tries (
    id bigint primary key,
    site_id bigint not null references sites (id),
    agent_id bigint not null,
    tried_at bigint not null
);
create index phone_code_tries_by_site on phone_code_tries (site_id, tried_at);

-- Whether agents may take a visitor to another of the site's own pages.
alter table sites add column guides_pages boolean not null default false;
