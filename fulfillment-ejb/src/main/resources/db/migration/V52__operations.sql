-- Causes of incidents, what people decided about them, and operations on many flows at once.

alter table incident add column process_name varchar(80);
update incident set process_name = (select f.process_name from fulfillment_flow f where f.id = incident.flow_id);
alter table incident alter column process_name set not null;
alter table incident add column connector varchar(255) default '' not null;
update incident set connector = coalesce(
  (select max(a.connector) from step_attempt a
    where a.flow_id = incident.flow_id and a.step_name = incident.step_name and a.state in ('REJECTED', 'FAILED', 'UNKNOWN', 'LOST')), '')
  where resolved_at is null;
alter table incident add column decision varchar(20);

-- A flow that was canceled left its incidents open.
update incident set resolved_at = current_timestamp, resolved_by = 'system'
  where resolved_at is null and flow_id in (select f.id from fulfillment_flow f where f.state in ('COMPLETED', 'CANCELED'));

create sequence operation_batch_seq start with 1 increment by 50;

create table operation_batch (
  id bigint primary key,
  action varchar(20) not null,
  target varchar(20) not null,
  filter varchar(4000) not null,
  reason varchar(4000) not null,
  outcome varchar(80),
  rate_per_minute integer not null,
  state varchar(20) not null,
  requested_by varchar(255) not null,
  requested_at timestamp(6) with time zone not null,
  targets integer not null,
  next_at timestamp(6) with time zone not null,
  starts integer not null,
  runner integer not null,
  touched_at timestamp(6) with time zone not null,
  message varchar(4000) not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);

-- One row per target that was found when the batch was asked for: the list does not grow or shrink afterwards.
create table operation_batch_item (
  batch_id bigint not null references operation_batch,
  target_id bigint not null,
  flow_id bigint not null references fulfillment_flow,
  case_id bigint not null references service_case,
  step_name varchar(100) not null,
  state varchar(20) not null,
  message varchar(4000) not null,
  later_incident bigint,
  acted_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  version integer not null,
  primary key (batch_id, target_id)
);
create index operation_batch_item_state on operation_batch_item (batch_id, state, target_id);
create index operation_batch_item_flow on operation_batch_item (flow_id);
create index operation_batch_item_case on operation_batch_item (case_id);
