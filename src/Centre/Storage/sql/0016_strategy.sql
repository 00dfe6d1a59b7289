-- Channel strategies. A site's live version is its last; a version never changes. "revision" counts every change of the draft and is
-- never used twice, so that two who write at once learn of each other.

create table strategies (
    site_id bigint primary key references sites (id),
    versions bigint not null,
    revision bigint not null,
    draft text,
    draft_based_on bigint,
    draft_changed_at bigint,
    draft_agent_id bigint,
    draft_author text,
    settings text not null,
    settings_version bigint not null
);

-- The site's own facts as they were when it was published, so that an old version can be read for as long as it is kept.
create table strategy_versions (
    site_id bigint not null references sites (id),
    number bigint not null,
    name text not null,
    definition text not null,
    own_facts text not null,
    changes text not null,
    note text,
    restores bigint,
    published_at bigint not null,
    agent_id bigint,
    author text not null,
    primary key (site_id, number)
);
