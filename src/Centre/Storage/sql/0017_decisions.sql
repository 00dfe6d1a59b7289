-- What a rule of the menu from which a conversation started says of its urgency; empty where none says anything.
alter table conversations add column target_seconds integer;
alter table conversations add column value integer;
alter table demands add column own_target integer;

-- Decisions about menus with all that they were made from, where the site's visitors have agreed or a conversation came of it.
-- 'digest' is what was decided, in short: within one view of a page the same is kept once.
create table decisions (
    id bigint primary key,
    site_id bigint not null references sites (id),
    decided_at bigint not null,
    version bigint not null,
    visitor text not null,
    page_view text not null,
    digest text not null,
    arm text not null,
    experiment_id bigint,
    experiment_arm text,
    rule text,
    page text,
    channels text not null,
    recommended text not null,
    invitation text not null,
    record text not null,
    unique (visitor, page_view, digest)
);
create index decisions_by_time on decisions (decided_at);

-- Which decision a conversation came from. Several may come from one menu.
create table conversation_decisions (
    conversation_id bigint primary key references conversations (id),
    decision_id bigint not null references decisions (id)
);
create index conversation_decisions_by_decision on conversation_decisions (decision_id);
