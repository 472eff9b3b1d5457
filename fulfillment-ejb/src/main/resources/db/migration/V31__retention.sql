-- How long cases are kept: holds, what was erased, runs, and when they begin.

create sequence legal_hold_seq start with 1 increment by 50;
create sequence retention_run_seq start with 1 increment by 50;

create table legal_hold (
  id bigint primary key,
  case_id bigint not null references service_case,
  reason varchar(4000) not null,
  placed_by varchar(255) not null,
  placed_at timestamp(6) with time zone not null,
  lift_reason varchar(4000),
  lifted_by varchar(255),
  lifted_at timestamp(6) with time zone,
  version integer not null
);
create index legal_hold_case on legal_hold (case_id, id);

create table case_erasure (
  case_id bigint primary key references service_case,
  erased_at timestamp(6) with time zone not null
);

create table retention_run (
  id bigint primary key,
  state varchar(20) not null,
  requested_by varchar(255) not null,
  requested_at timestamp(6) with time zone not null,
  runner integer not null,
  touched_at timestamp(6) with time zone not null,
  erased integer not null,
  purged integer not null,
  failures integer not null,
  message varchar(4000) not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);
create index retention_run_state on retention_run (state, id);

-- One row: when runs begin by themselves. Its lock is also what begins a run.
create table retention_schedule (
  id bigint primary key,
  time_of_day varchar(20),
  zone varchar(80) not null,
  changed_by varchar(255) not null,
  next_at timestamp(6) with time zone,
  version integer not null
);
insert into retention_schedule (id, zone, changed_by, version) values (1, 'UTC', 'system', 0);

-- A purge looks for what names a case.
create index intake_key_case on intake_key (case_id);
create index reply_inbox_attempt on reply_inbox (attempt_id);
create index migration_result_flow on migration_result (flow_id);
create index migration_result_case on migration_result (case_id);
create index bulk_line_case on bulk_line (case_id);
