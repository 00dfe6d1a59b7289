-- Names of messages that grow with time, as our own clients give them, stand beside each other here: what is written together
-- touches one page of this index. Led by the conversation it was a page for each.
drop index messages_by_client;
create unique index messages_by_client on messages (client_id, conversation_id, author);
