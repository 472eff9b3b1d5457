-- A version that is to become the active one of its process at a time, and what became of that.
create sequence scheduled_activation_seq start with 1 increment by 50;

create table scheduled_activation (
  id bigint primary key,
  process_name varchar(80) not null,
  process_version integer not null,
  effective_at timestamp(6) with time zone not null,
  scheduled_by varchar(255) not null,
  scheduled_at timestamp(6) with time zone not null,
  reason varchar(4000) not null,
  state varchar(20) not null,
  obstacle varchar(4000) not null,
  ended_at timestamp(6) with time zone,
  ended_by varchar(255),
  end_reason varchar(4000),
  open_of varchar(80), -- the process while this is open: at most one is
  version integer not null,
  constraint scheduled_activation_open unique (open_of)
);
create index scheduled_activation_process on scheduled_activation (process_name, scheduled_at);

-- The process while the version is active: two who publish at the same moment can not both win.
alter table process_definition add column active_of varchar(80);
update process_definition set active_of = name where state = 'ACTIVE';
alter table process_definition add constraint process_definition_active unique (active_of);

-- People are told of processes, too, not of cases alone.
alter table notification alter column case_id drop not null;
alter table notification add column process_name varchar(80);
