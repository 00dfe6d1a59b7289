-- Visitors who read answers, and whether they came to us all the same. A matter is what one visitor reads without a long pause.
create table answer_matters (
    id bigint primary key,
    site_id bigint not null references sites (id),
    visitor text,
    began_at bigint not null,
    last_at bigint not null,
    closes_at bigint not null,
    outcome text not null,
    contact_id bigint references conversations (id),
    closed_at bigint
);
create index answer_matters_by_visitor on answer_matters (site_id, visitor) where visitor is not null;
create index answer_matters_to_close on answer_matters (closes_at) where outcome = 'open';
create index answer_matters_by_time on answer_matters (began_at);

create table answer_reads (
    matter_id bigint not null references answer_matters (id),
    article_id bigint not null references articles (id) on delete cascade,
    language text not null,
    read_at bigint not null,
    helped boolean,
    primary key (matter_id, article_id, language)
);
create index answer_reads_by_article on answer_reads (article_id);

-- How often an article has stood before a visitor's eyes as a possible answer, by days of UTC.
create table answers_shown (
    site_id bigint not null references sites (id),
    article_id bigint not null references articles (id) on delete cascade,
    language text not null,
    day_at bigint not null,
    times bigint not null,
    primary key (day_at, site_id, article_id, language)
);
create index answers_shown_by_article on answers_shown (article_id);
