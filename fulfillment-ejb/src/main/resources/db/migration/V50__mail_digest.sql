-- Who wants to have by mail what he was told in the console, where to, and how long it may be gathered.
create table mail_digest (
  user_name varchar(255) primary key,
  address varchar(320) not null,
  gather_seconds integer not null,
  version integer not null
);
