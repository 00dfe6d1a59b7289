-- Whose agents help another queue for a time that ends by itself.
create table queue_help (
    queue_id bigint not null references queues (id),
    from_id bigint not null references queues (id),
    begun_at bigint not null,
    until_at bigint not null,
    primary key (queue_id, from_id)
);
