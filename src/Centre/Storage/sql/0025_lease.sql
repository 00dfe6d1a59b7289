-- Which of the nodes on this database leads. The epoch grows with every change of leader: whoever led before writes nothing more.
create table routing_lease (
    id bigint primary key,
    epoch bigint not null,
    holder text not null,
    since bigint not null
);

-- Who is there and who waits, as the leader told the other nodes last.
create table routing_floor (
    id bigint primary key,
    epoch bigint not null,
    floor text not null,
    told_at bigint not null
);
