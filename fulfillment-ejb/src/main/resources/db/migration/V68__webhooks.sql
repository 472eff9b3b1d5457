-- Receivers outside that are told events, and what they were and are to be told. Secrets are settings, never rows.
create table webhook (
  name varchar(60) primary key,
  url varchar(1000) not null,
  events varchar(1000) not null,
  processes varchar(4000) not null,
  paused boolean not null,
  reason varchar(4000) not null,
  changed_by varchar(255) not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null
);

create sequence webhook_delivery_seq start with 1 increment by 1000;

-- Neither webhook nor case is referred to by a key: a node that does not know yet that a webhook was deleted must not fail the case that it
-- would have told of, and a case is purged without a look at what was told.
create table webhook_delivery (
  id bigint primary key,
  webhook varchar(60) not null,
  message_id varchar(60) not null,
  event varchar(40) not null,
  case_id bigint,
  body varchar(4000) not null,
  created_at timestamp(6) with time zone not null,
  state varchar(20) not null,
  tries integer not null,
  next_at timestamp(6) with time zone,
  tried_at timestamp(6) with time zone,
  took_millis integer,
  status integer,
  answer varchar(1000) not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);
create index webhook_delivery_webhook on webhook_delivery (webhook, id);
create index webhook_delivery_state on webhook_delivery (webhook, state, id);
create index webhook_delivery_ended on webhook_delivery (webhook, state, ended_at);
create index webhook_delivery_case on webhook_delivery (case_id);
create index webhook_delivery_created on webhook_delivery (created_at);

-- Looks for old deliveries once a day; each look plans the next one. Ids of the sequence begin at 1, and 0 is taken.
insert into due_task (id, kind, case_id, subject_id, name, due_at, data, failures, message, version)
  values (-1, 'WEBHOOK_CLEANUP', null, 0, '', current_timestamp, '{}', 0, '', 0);
