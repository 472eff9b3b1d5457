-- What a scanner found in a document, or why it could not look yet. The default is constant: adding it touches no row.
alter table document add column scan_note varchar(1000) default '' not null;
