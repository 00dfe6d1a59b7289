-- A help centre may have a host name of its own. Two sites can't share one.
alter table sites add column help_domain text;
create unique index sites_by_help_domain on sites (help_domain) where help_domain is not null;
