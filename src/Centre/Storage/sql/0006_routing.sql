-- Who gets what: skills, teams, what a queue promises, and how much an agent can hold.

create table skills (
    id bigint primary key,
    name text not null,
    folded text not null unique,
    description text not null
);

-- A skill is the id of one of ours as text, or a language such as "language:da".
create table agent_skills (
    agent_id bigint not null references agents (id),
    skill text not null,
    level integer not null,
    primary key (agent_id, skill)
);

create table teams (
    id bigint primary key,
    name text not null,
    folded text not null unique,
    version bigint not null
);

create table team_members (
    team_id bigint not null references teams (id),
    agent_id bigint not null references agents (id),
    primary key (team_id, agent_id)
);
create index team_members_by_agent on team_members (agent_id);

create table team_queues (
    team_id bigint not null references teams (id),
    queue_id bigint not null references queues (id),
    primary key (team_id, queue_id)
);

-- Targets, value, skill steps and overflow as JSON: they are read and written whole.
alter table queues add column rules text not null default '{}';
alter table queues add column version bigint not null default 1;

alter table topics add column routing text not null default '{}';

alter table customers add column grp text;
alter table customers add column value integer;

-- Three chats was what everyone had; from here that is the channel's own maximum, and an agent has one only where it differs.
alter table agents add column capacity integer not null default 100;
alter table agents add column channels text not null default '[]';
update agents set channels = '[{"channel":"chat","maximum":' || max_chats || ',"allowed":true}]' where max_chats <> 3;
alter table agents drop column max_chats;
