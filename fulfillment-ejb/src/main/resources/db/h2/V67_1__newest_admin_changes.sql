-- H2 does not walk a primary key backwards. PostgreSQL does.
create index admin_change_newest on admin_change (id desc);
