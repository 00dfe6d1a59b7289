-- Each message changes its conversation. With room on the page the new version stays beside the old one, and no index has to learn of it.
alter table conversations set (fillfactor = 70);
