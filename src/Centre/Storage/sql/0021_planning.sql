-- What planning works with: how many came and how it went, by half hour of a site's own clock; and who is to be there when.

-- Counted from demands, conversations and what was done in them, a day at a time and the whole day anew, so that counting twice changes
-- nothing. Half hours in which nobody came have no row. Rows that were imported are from before the product was in use.
create table planning_history (
    site_id bigint not null references sites (id),
    queue_id bigint not null,
    channel text not null,
    starts_at bigint not null,
    imported boolean not null,
    offered integer not null,
    answered integer not null,
    in_time integer not null,
    abandoned integer not null,
    waited double precision not null,
    answer_wait double precision not null,
    handled integer not null,
    handle double precision not null,
    primary key (site_id, queue_id, channel, starts_at)
);

-- How long conversations were in hand, by how many of their channel the agent held at once.
create table planning_levels (
    site_id bigint not null references sites (id),
    queue_id bigint not null,
    channel text not null,
    date text not null,
    held integer not null,
    completions double precision not null,
    seconds double precision not null,
    primary key (site_id, queue_id, channel, date, held)
);

-- Which days were counted, and whether anything can still change them.
create table planning_days (
    site_id bigint not null references sites (id),
    date text not null,
    counted_at bigint not null,
    settled boolean not null,
    primary key (site_id, date)
);

-- What was expected of a day before it began: what it is compared with afterwards.
create table planning_forecasts (
    site_id bigint not null references sites (id),
    queue_id bigint not null,
    channel text not null,
    date text not null,
    made_at bigint not null,
    slots text not null,
    primary key (site_id, queue_id, channel, date)
);

-- One row for an agent's day: whoever changes it, changes all of it. Times are minutes after midnight of the site's clock; beyond 1440 it is
-- the next day.
create table planning_shifts (
    site_id bigint not null references sites (id),
    agent_id bigint not null references agents (id),
    date text not null,
    shifts text not null,
    version bigint not null,
    primary key (site_id, date, agent_id)
);
create index planning_shifts_by_agent on planning_shifts (agent_id, date);

create table planning_queues (
    site_id bigint not null references sites (id),
    queue_id bigint not null,
    shrinkage double precision not null,
    uses_factor boolean not null,
    quantile double precision not null,
    version bigint not null,
    primary key (site_id, queue_id)
);

-- Whether somebody came of whom no demand was kept is asked for each conversation of a day that is counted.
create index demands_by_conversation on demands (conversation_id);
