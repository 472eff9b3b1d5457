-- Who may not work an item stands in one text, each name between line ends: lists leave those items out without another table.
alter table work_item add column excluded_users varchar(16000);
update work_item set excluded_users = chr(10) || excluded_user || chr(10) where excluded_user is not null;
alter table work_item drop column excluded_user;

alter table work_item add column on_behalf_of varchar(255);
alter table work_item add column process_name varchar(80);
update work_item set process_name = (select c.process_name from service_case c where c.id = work_item.case_id);
alter table work_item alter column process_name set not null;
alter table work_item add column due_at timestamp(6) with time zone;
alter table work_item add column time_left_millis bigint; -- while the clock stands still, instead of due_at
alter table work_item add column reminded_at timestamp(6) with time zone;

create sequence substitution_seq start with 1 increment by 50;

create table substitution (
  id bigint primary key,
  absent_user varchar(255) not null,
  substitute_user varchar(255) not null,
  active_from timestamp(6) with time zone not null,
  active_until timestamp(6) with time zone not null,
  queue varchar(80),
  process_name varchar(80),
  created_by varchar(255) not null
);
create index substitution_substitute on substitution (substitute_user, active_until);
create index substitution_absent on substitution (absent_user, active_until);
create index substitution_until on substitution (active_until);
