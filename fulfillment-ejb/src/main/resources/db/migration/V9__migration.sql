-- Running flows that move to another version of their definition.

create sequence migration_seq start with 1 increment by 50;

create table migration (
  id bigint primary key,
  process_name varchar(80) not null,
  from_version integer not null,
  to_version integer not null,
  flow_name varchar(80) not null,
  plan varchar(1000000) not null,
  requested_by varchar(255) not null,
  reason varchar(4000) not null,
  requested_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);

-- One row per flow that was running when the migration was asked for: the list does not grow or shrink afterwards.
create table migration_result (
  migration_id bigint not null references migration,
  flow_id bigint not null references fulfillment_flow,
  case_id bigint not null references service_case,
  state varchar(20) not null,
  message varchar(4000) not null,
  primary key (migration_id, flow_id)
);
create index migration_result_state on migration_result (migration_id, state, flow_id);
