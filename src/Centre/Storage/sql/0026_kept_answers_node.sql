-- Which node carries a request out: what a dead one left behind may be done again at once.
alter table kept_answers add column node text;
