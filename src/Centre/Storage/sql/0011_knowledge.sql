-- The knowledge base. An article has one text for each language, each text its versions, which never change, and at most one draft.

create table sections (
    id bigint primary key,
    site_id bigint not null references sites (id),
    parent_id bigint references sections (id),
    position integer not null,
    texts text not null,
    version bigint not null
);
create index sections_by_site on sections (site_id);

create table articles (
    id bigint primary key,
    site_id bigint references sites (id),
    kind text not null,
    section_id bigint references sections (id),
    audience text not null,
    position integer not null,
    specialists text,
    original text not null,
    created_at bigint not null,
    version bigint not null
);
create index articles_by_section on articles (section_id);

-- What "edition" counts is every change, so that two who write at once learn of each other.
create table article_texts (
    article_id bigint not null references articles (id),
    language text not null,
    site_id bigint references sites (id),
    slug text,
    shortcut text,
    title text not null,
    folded text not null,
    edition bigint not null,
    versions integer not null,
    published integer,
    published_at bigint,
    changed_at bigint,
    scheduled integer,
    publish_at bigint,
    expires_at bigint,
    expired boolean not null,
    translated_from integer,
    touched_at bigint not null,
    touched_by text,
    primary key (article_id, language)
);
create unique index article_texts_by_shortcut on article_texts (language, shortcut) where shortcut is not null;
create index article_texts_to_publish on article_texts (publish_at) where publish_at is not null;
create index article_texts_to_expire on article_texts (expires_at) where expires_at is not null;

create table article_drafts (
    article_id bigint not null references articles (id),
    language text not null,
    content text not null,
    saved_at bigint not null,
    agent_id bigint,
    author text,
    primary key (article_id, language)
);

create table article_versions (
    article_id bigint not null references articles (id),
    language text not null,
    number integer not null,
    content text not null,
    translated_from integer,
    remark text,
    agent_id bigint,
    author text,
    created_at bigint not null,
    primary key (article_id, language, number)
);

-- Every name an article has had in an address, so that old links lead on.
create table article_slugs (
    site_id bigint not null references sites (id),
    language text not null,
    slug text not null,
    article_id bigint not null references articles (id),
    primary key (site_id, language, slug)
);
create index article_slugs_by_article on article_slugs (article_id);

create table synonyms (
    id bigint primary key,
    site_id bigint references sites (id),
    language text,
    words text not null
);

-- Pictures and the like. The key stands in the address and can't be guessed.
create table article_files (
    id bigint primary key,
    article_id bigint not null references articles (id),
    key text not null unique,
    name text not null,
    type text not null,
    size bigint not null,
    agent_id bigint,
    created_at bigint not null
);
create index article_files_by_article on article_files (article_id);

-- How often visitors have read an article; the rank orders by what fades with time and never has to be touched for that.
create table article_sought (
    site_id bigint not null references sites (id),
    article_id bigint not null references articles (id),
    language text not null,
    rank double precision not null,
    views bigint not null,
    primary key (site_id, article_id, language)
);
create index article_sought_most on article_sought (site_id, rank);

create table searches_in_vain (
    site_id bigint not null references sites (id),
    language text not null,
    folded text not null,
    words text not null,
    times bigint not null,
    first_at bigint not null,
    last_at bigint not null,
    primary key (site_id, language, folded)
);

create table article_helped (
    id bigint primary key,
    site_id bigint not null references sites (id),
    article_id bigint not null references articles (id),
    language text not null,
    number integer not null,
    yes boolean not null,
    comment text,
    at bigint not null
);
create index article_helped_by_article on article_helped (article_id, id);
create index article_helped_by_site on article_helped (site_id);
