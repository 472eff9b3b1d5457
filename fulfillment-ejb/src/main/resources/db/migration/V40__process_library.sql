-- Who published a version, from which text, and who changed since whether it can be requested.
alter table process_definition add column source varchar(1100000);
alter table process_definition add column published_by varchar(255) default 'system' not null;
alter table process_definition add column changed_at timestamp(6) with time zone;
alter table process_definition add column changed_by varchar(255);
alter table process_definition add column change_reason varchar(4000);

-- What process owners write before it is published: one draft a process, with mistakes if need be.
create table process_draft (
  name varchar(80) primary key,
  text varchar(1100000) not null,
  updated_by varchar(255) not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null
);
