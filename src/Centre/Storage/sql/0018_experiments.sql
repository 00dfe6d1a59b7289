-- Who a visitor is, as the site's own server signs it. The secret itself is nowhere: it follows from the installation's key and the salt.
create table identity_secrets (
    site_id bigint primary key references sites (id),
    salt text not null,
    made_at bigint not null,
    earlier_salt text,
    earlier_until bigint
);

-- From which browser a conversation was begun, as the digest of its token. It never changes, so no message touches its index.
alter table conversations add column visitor text;
create index conversations_by_visitor on conversations (site_id, visitor) where visitor is not null;

-- What customers ordered. The number is the business's own; whoever tells it again tells of the same order.
create table orders (
    id bigint primary key,
    site_id bigint not null references sites (id),
    number text not null,
    value double precision not null,
    currency text,
    items integer,
    visitor text,
    customer_id bigint references customers (id),
    source text not null,
    ordered_at bigint not null,
    told_at bigint not null,
    unique (site_id, number)
);
create index orders_by_visitor on orders (site_id, visitor) where visitor is not null;
create index orders_by_customer on orders (customer_id, ordered_at) where customer_id is not null;
create index orders_by_time on orders (site_id, ordered_at);

-- The conversations of the days before an order.
create table order_contacts (
    order_id bigint not null references orders (id) on delete cascade,
    conversation_id bigint not null references conversations (id) on delete cascade,
    primary key (conversation_id, order_id)
);
create index order_contacts_by_order on order_contacts (order_id);

-- What an experiment is read with is fixed at its start: shares, effects, margin and costs.
create table experiments (
    id bigint primary key,
    site_id bigint not null references sites (id),
    name text not null,
    kind text not null,
    arms text not null,
    expected double precision not null,
    expected_net double precision,
    alpha double precision not null,
    salt text not null,
    state text not null,
    created_at bigint not null,
    created_by text not null,
    started_at bigint,
    started_by text,
    stopped_at bigint,
    stopped_by text,
    stop_reason text,
    note text,
    economy text,
    smallest_p double precision,
    result text
);
create unique index experiments_running on experiments (site_id) where state = 'running';
create index experiments_by_site on experiments (site_id, id);

-- Each visitor once, in the arm they were first met in. They are forgotten when the experiment is over.
create table experiment_visitors (
    experiment_id bigint not null references experiments (id) on delete cascade,
    visitor text not null,
    arm integer not null,
    met_at bigint not null,
    primary key (experiment_id, visitor)
);

-- Invitations that stood before a visitor. Without consent nobody is in it: what, on which day, and what became of it.
create table invitations (
    id bigint primary key,
    site_id bigint not null references sites (id),
    text text not null,
    rule text not null,
    visitor text,
    day_at bigint not null,
    shown_at bigint,
    answer text not null
);
create index invitations_by_day on invitations (site_id, day_at);
