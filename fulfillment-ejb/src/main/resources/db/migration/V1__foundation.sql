-- One text for H2 and PostgreSQL. ${binary} is the type for large byte strings, ${dueOnly} restricts an index to rows with a
-- due time where the database can.

create sequence service_case_seq start with 1 increment by 50;
create sequence service_catalog_request_seq start with 1 increment by 50;
create sequence document_seq start with 1 increment by 50;
create sequence history_entry_seq start with 1 increment by 50;
create sequence process_definition_seq start with 1 increment by 50;
create sequence fulfillment_flow_seq start with 1 increment by 50;
create sequence flow_stage_seq start with 1 increment by 50;
create sequence flow_step_seq start with 1 increment by 50;
create sequence step_attempt_seq start with 1 increment by 50;
create sequence incident_seq start with 1 increment by 50;
create sequence work_item_seq start with 1 increment by 50;
create sequence reply_inbox_seq start with 1 increment by 50;

create table process_definition (
  id bigint primary key,
  name varchar(80) not null,
  process_version integer not null,
  state varchar(20) not null,
  document varchar(1000000) not null,
  sha256 varchar(64) not null,
  published_at timestamp(6) with time zone not null,
  constraint process_definition_version unique (name, process_version)
);

create table service_case (
  id bigint primary key,
  process_name varchar(80) not null,
  process_version integer not null,
  subject varchar(255) not null,
  requester varchar(255) not null,
  status varchar(20) not null,
  resolution varchar(20),
  close_reason varchar(4000),
  priority integer not null,
  owner_kind varchar(10) not null,
  owner_name varchar(255) not null,
  home_queue varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  closed_at timestamp(6) with time zone,
  version integer not null
);
create index service_case_queue on service_case (home_queue, id);
create index service_case_owner on service_case (owner_name, id);
create index service_case_requester on service_case (requester, id);

create table service_catalog_request (
  id bigint primary key,
  case_id bigint not null references service_case,
  extended_attributes varchar(1000000) not null,
  created_at timestamp(6) with time zone not null,
  version integer not null
);
create unique index service_catalog_request_case on service_catalog_request (case_id);

create table document (
  id bigint primary key,
  case_id bigint not null references service_case,
  requirement varchar(80) not null,
  name varchar(255) not null,
  media_type varchar(255) not null,
  bytes bigint not null,
  sha256 varchar(64) not null,
  scan_state varchar(20) not null,
  uploaded_at timestamp(6) with time zone not null
);
create index document_case on document (case_id);

create table document_content (
  document_id bigint primary key references document,
  content ${binary} not null
);

create table intake_key (
  caller varchar(255) not null,
  idempotency_key varchar(255) not null,
  body_sha256 varchar(64) not null,
  case_id bigint not null references service_case,
  request_id bigint not null references service_catalog_request,
  created_at timestamp(6) with time zone not null,
  primary key (caller, idempotency_key)
);

create table history_entry (
  id bigint primary key,
  case_id bigint not null references service_case,
  happened_at timestamp(6) with time zone not null,
  actor varchar(255) not null,
  subject varchar(20) not null,
  name varchar(80) not null,
  from_state varchar(20) not null,
  to_state varchar(20) not null,
  why varchar(4000) not null
);
create index history_entry_case on history_entry (case_id, id);

create table fulfillment_flow (
  id bigint primary key,
  case_id bigint not null references service_case,
  request_id bigint not null references service_catalog_request,
  process_name varchar(80) not null,
  process_version integer not null,
  name varchar(80) not null,
  state varchar(20) not null,
  stage varchar(80),
  stages_entered integer not null,
  variables varchar(1000000) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null,
  constraint fulfillment_flow_once unique (case_id, name)
);

create table flow_stage (
  id bigint primary key,
  flow_id bigint not null references fulfillment_flow,
  stage_entry integer not null, -- which entry of a stage it is: ids of two nodes do not tell what came first
  name varchar(80) not null,
  state varchar(20) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);
create index flow_stage_flow on flow_stage (flow_id, id);

create table flow_step (
  id bigint primary key,
  flow_id bigint not null references fulfillment_flow,
  stage_entry integer not null,
  stage varchar(80) not null,
  name varchar(80) not null,
  state varchar(20) not null,
  position integer not null,
  outcome varchar(80),
  comment varchar(4000),
  entered_data varchar(1000000) not null,
  reason varchar(4000) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);
create index flow_step_flow on flow_step (flow_id, id);

create table step_attempt (
  id bigint primary key,
  case_id bigint not null references service_case,
  flow_id bigint not null references fulfillment_flow,
  step_id bigint not null references flow_step,
  step_name varchar(80) not null,
  element varchar(80) not null,
  integration varchar(80) not null,
  connector varchar(255) not null,
  attempt_number integer not null,
  series_start integer not null,
  idempotency_key varchar(200) not null,
  input varchar(1000000) not null,
  verify_first boolean not null,
  state varchar(20) not null,
  lease_owner varchar(255),
  due_at timestamp(6) with time zone,
  reference varchar(255),
  message varchar(4000) not null,
  started_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null,
  constraint step_attempt_key unique (idempotency_key, attempt_number)
);
create index step_attempt_flow on step_attempt (flow_id, id);
create index step_attempt_due on step_attempt (due_at) ${dueOnly};
create index step_attempt_reference on step_attempt (reference) ${referenceOnly};

create table incident (
  id bigint primary key,
  case_id bigint not null references service_case,
  flow_id bigint not null references fulfillment_flow,
  step_name varchar(80) not null,
  code varchar(80) not null,
  message varchar(4000) not null,
  raised_at timestamp(6) with time zone not null,
  resolved_at timestamp(6) with time zone,
  resolved_by varchar(255),
  version integer not null
);
create index incident_case on incident (case_id);
create index incident_flow on incident (flow_id);

create table work_item (
  id bigint primary key,
  case_id bigint not null references service_case,
  flow_id bigint not null references fulfillment_flow,
  step_id bigint not null references flow_step,
  step_name varchar(80) not null,
  label varchar(255) not null,
  queue varchar(80) not null,
  assignee varchar(255),
  state varchar(20) not null,
  priority integer not null,
  excluded_user varchar(255),
  outcome varchar(80),
  comment varchar(4000),
  entered_data varchar(1000000) not null,
  created_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);
create index work_item_queue on work_item (queue, state, priority desc, id);
create index work_item_assignee on work_item (assignee, state);
create index work_item_case on work_item (case_id, id);

create table reply_inbox (
  id bigint primary key,
  connector varchar(255) not null,
  message_id varchar(255) not null,
  reference varchar(255),
  idempotency_key varchar(200),
  state varchar(20) not null,
  reply varchar(1000000) not null,
  attempt_id bigint references step_attempt,
  received_at timestamp(6) with time zone not null,
  matched_at timestamp(6) with time zone,
  version integer not null,
  constraint reply_inbox_message unique (connector, message_id)
);
create index reply_inbox_key on reply_inbox (idempotency_key);
create index reply_inbox_state on reply_inbox (state, id);
