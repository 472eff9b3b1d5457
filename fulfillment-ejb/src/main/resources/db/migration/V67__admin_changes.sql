-- What was changed in administration: rows are only ever added, each with the hash of the one before.
create table admin_change (
  id bigint primary key, -- from 1 on, without gaps: a row that is missing shows
  happened_at timestamp(6) with time zone not null,
  actor varchar(255) not null,
  kind varchar(40) not null,
  subject varchar(255) not null,
  before_value varchar(2000) not null,
  after_value varchar(2000) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null
);
create index admin_change_kind on admin_change (kind, id);
create index admin_change_actor on admin_change (actor, id);
create index admin_change_happened on admin_change (happened_at);

-- The end of the chain, of which there is one: whoever adds a row locks it.
create table admin_change_head (
  id bigint primary key,
  last_id bigint not null,
  last_hash varchar(64) not null
);
insert into admin_change_head (id, last_id, last_hash) values (1, 0, '');
