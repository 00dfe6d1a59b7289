-- What those who edit the knowledge base go by.

-- What became of searches in vain: counts only, nothing of who sought.
create table vain_steps (
    site_id bigint not null,
    language text not null,
    folded text not null,
    step text not null,
    channel text not null,
    times bigint not null,
    primary key (site_id, language, folded, step, channel),
    foreign key (site_id, language, folded) references searches_in_vain (site_id, language, folded) on delete cascade
);

-- Conversations that began soon after. What was sought belongs to the conversation from then on.
create table vain_contacts (
    site_id bigint not null,
    language text not null,
    folded text not null,
    conversation_id bigint not null references conversations (id) on delete cascade,
    primary key (site_id, language, folded, conversation_id),
    foreign key (site_id, language, folded) references searches_in_vain (site_id, language, folded) on delete cascade
);
create index vain_contacts_by_conversation on vain_contacts (conversation_id);

-- When an article was read last. Of what was read before this was kept, the latest that its rank leaves room for: log2 of a sum is never
-- less than its largest part. The numbers are SoughtRank's epoch and half-life in milliseconds.
alter table article_sought add column last_at bigint;
update article_sought set last_at = 1704067200000 + cast(rank * 1209600000 as bigint);

-- Drafts that were made of solved conversations. What becomes of them is read from the article; one that was not wanted has its reason.
create table article_proposals (
    id bigint primary key,
    site_id bigint not null references sites (id),
    conversation_id bigint not null references conversations (id) on delete cascade,
    article_id bigint references articles (id) on delete set null,
    language text not null,
    title text not null,
    agent_id bigint,
    made_by text not null,
    made_at bigint not null,
    discarded_at bigint,
    discarded_by text,
    reason text
);
create unique index article_proposals_by_conversation on article_proposals (conversation_id) where article_id is not null;
create index article_proposals_by_article on article_proposals (article_id);

-- A browser that joined by a code sees what comes after this message; null where it is the customer's own, which sees everything.
alter table phone_codes add column joined_after bigint;
