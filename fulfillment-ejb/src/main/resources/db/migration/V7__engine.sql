-- What elements of flows need: longer names of elements that lie in subflows and of flows that undo others, what people are
-- told, and events from outside.

alter table step_attempt alter column element set data type varchar(2000);
alter table step_attempt alter column integration set data type varchar(200);
alter table fulfillment_flow alter column name set data type varchar(100);
alter table fulfillment_flow alter column stage set data type varchar(100);
alter table flow_stage alter column name set data type varchar(100);
alter table flow_step alter column stage set data type varchar(100);
alter table flow_step alter column name set data type varchar(100);
alter table step_attempt alter column step_name set data type varchar(100);
alter table incident alter column step_name set data type varchar(100);
alter table history_entry alter column name set data type varchar(100);

create sequence notification_seq start with 1 increment by 50;

create table notification (
  id bigint primary key,
  case_id bigint not null references service_case,
  recipient_kind varchar(10) not null,
  recipient varchar(255) not null,
  subject varchar(255) not null,
  body varchar(20000) not null,
  created_at timestamp(6) with time zone not null,
  read_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone,
  tries integer not null,
  message varchar(4000) not null,
  version integer not null
);
create index notification_recipient on notification (recipient, recipient_kind, id);
create index notification_due on notification (due_at) ${dueOnly};
create index notification_case on notification (case_id);

create sequence case_event_seq start with 1 increment by 50;

create table case_event (
  id bigint primary key,
  case_id bigint not null references service_case,
  event_id varchar(200) not null,
  name varchar(80) not null,
  data varchar(1000000) not null,
  sender varchar(255) not null,
  state varchar(20) not null,
  received_at timestamp(6) with time zone not null,
  taken_at timestamp(6) with time zone,
  version integer not null,
  constraint case_event_once unique (case_id, event_id)
);
create index case_event_state on case_event (case_id, state, name);
