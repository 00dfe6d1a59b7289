-- Strategies tried on recorded traffic, and what came of it. Whoever works on one touches it now and then: what nobody has touched for a while
-- was left by a server that is no more.
create table simulations (
    id bigint primary key,
    site_id bigint not null references sites (id),
    state text not null,
    request text not null,
    progress double precision not null,
    result text,
    trouble text,
    created_at bigint not null,
    created_by text not null,
    touched_at bigint not null,
    finished_at bigint
);
create index simulations_by_site on simulations (site_id, id);
