-- What a page of progress asks: the migrations of a process, what retention did to the cases of each process, and how much a run has before it.

create index migration_process on migration (process_name, id);

-- Purged cases leave no other trace of their process; those that were purged before this table are not counted.
create table process_retention (
  process_name varchar(80) primary key,
  erased bigint not null,
  purged bigint not null
);
insert into process_retention (process_name, erased, purged)
  select c.process_name, count(*), 0 from case_erasure e join service_case c on c.id = e.case_id group by c.process_name;
create index legal_hold_lifted on legal_hold (lifted_at, case_id);

alter table retention_run add column due integer default 0 not null;
