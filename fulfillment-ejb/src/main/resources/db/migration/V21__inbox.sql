-- The inbox: work that is put off or kept for a person, views that people save, and the orders in which open work is listed.
-- ${openWorkOnly} restricts an index to open work where the database can.

alter table work_item add column snoozed_until timestamp(6) with time zone;
alter table work_item add column lease_until timestamp(6) with time zone;

create index work_item_urgent on work_item (priority desc, id) ${openWorkOnly};
create index work_item_due on work_item (due_at, id) ${openWorkOnly};
create index work_item_open on work_item (id) ${openWorkOnly};
create index work_item_ended on work_item (assignee, ended_at);

create sequence saved_view_seq start with 1 increment by 50;

create table saved_view (
  id bigint primary key,
  owner_name varchar(255) not null,
  name varchar(80) not null,
  query varchar(2000) not null,
  shared boolean not null,
  created_at timestamp(6) with time zone not null,
  constraint saved_view_name unique (owner_name, name)
);
create index saved_view_shared on saved_view (shared, name);
