-- Mailboxes, and the letters that came and went by them. Secrets are sealed with a key that is not in the database.

create table mailboxes (
    id bigint primary key,
    site_id bigint not null references sites (id),
    entry_point_id bigint not null unique references entry_points (id),
    address text not null unique,
    name text,
    active boolean not null,
    folders text not null,
    incoming text,
    incoming_secret text,
    outgoing text,
    outgoing_secret text,
    plus_addressing boolean not null,
    signatures text not null,
    acknowledges boolean not null,
    acknowledgements text not null,
    created_at bigint not null,
    version bigint not null,
    held_by text,
    held_until bigint
);
create index mailboxes_by_site on mailboxes (site_id, id);

-- How far each folder has been taken in.
create table mailbox_folders (
    mailbox_id bigint not null references mailboxes (id) on delete cascade,
    folder text not null,
    validity bigint not null,
    uid bigint not null,
    primary key (mailbox_id, folder)
);

-- A letter, theirs or ours ("mine"). Its mailbox may be gone; the letter stays. One of theirs is written with its conversation before its
-- message is; "placed" says that the message is there. What names it for the journal is "author" and "client_id".
create table letters (
    id bigint primary key,
    site_id bigint not null references sites (id),
    mailbox_id bigint not null,
    conversation_id bigint references conversations (id),
    mine boolean not null,
    kind text not null,
    became text not null,
    placed boolean not null,
    author text not null,
    client_id text not null,
    source text,
    digest text,
    message_id text,
    in_reply_to text,
    thread text not null,
    subject text not null,
    people text not null,
    text text not null,
    html text,
    quoted text,
    signature text,
    remote_pictures boolean not null,
    flags text not null,
    spam boolean not null,
    files text,
    original boolean not null,
    dated_at bigint,
    written_at bigint not null
);
create unique index letters_by_source on letters (mailbox_id, source) where source is not null;
create unique index letters_by_digest on letters (mailbox_id, digest) where digest is not null;
create index letters_by_message_id on letters (site_id, message_id) where message_id is not null;
create index letters_by_conversation on letters (conversation_id, id);
create unique index letters_by_key on letters (conversation_id, author, client_id) where mine = true;
create index letters_not_placed on letters (id) where placed = false;

-- Which letter a message or a line is.
alter table messages add column letter_id bigint;
alter table lines add column letter_id bigint;

-- Who takes part in a conversation by letter.
create table participants (
    conversation_id bigint not null references conversations (id),
    address text not null,
    name text,
    role text not null,
    added_at bigint not null,
    primary key (conversation_id, address)
);

-- Whose letters go to the spam at once: an address, or a whole domain with its @.
create table blocked_senders (
    id bigint primary key,
    site_id bigint not null references sites (id),
    sender text not null,
    reason text,
    conversation_id bigint references conversations (id),
    agent_id bigint,
    who text not null,
    created_at bigint not null,
    unique (site_id, sender)
);

-- Who was told already today that their letter has come.
create table acknowledged_senders (
    mailbox_id bigint not null,
    address text not null,
    day_at bigint not null,
    primary key (mailbox_id, address, day_at)
);

-- Messages that stand in another conversation now, by what a split or a merge did. The copy has its own place there; where the move is
-- undone it is the copy that has gone.
create table moves (
    id bigint primary key,
    kind text not null,
    from_id bigint not null references conversations (id),
    to_id bigint not null references conversations (id),
    agent_id bigint,
    before_state text not null,
    moved_at bigint not null,
    undone_at bigint
);
create index moves_by_from on moves (from_id);
create index moves_by_to on moves (to_id);

create table moved_messages (
    move_id bigint not null references moves (id),
    from_sequence bigint not null,
    to_sequence bigint not null,
    letter_id bigint,
    primary key (move_id, from_sequence)
);
