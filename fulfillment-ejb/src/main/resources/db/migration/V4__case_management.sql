-- Promised times of cases, escalation, and lists of open cases. ${openOnly} restricts an index to cases that are not closed where the
-- database can.

create sequence milestone_seq start with 1 increment by 50;

create table milestone (
  id bigint primary key,
  case_id bigint not null references service_case,
  name varchar(80) not null,
  state varchar(20) not null,
  started_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  warn_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  pauses varchar(1000000) not null,
  version integer not null
);
create index milestone_case on milestone (case_id, id);
create index milestone_state on milestone (state, case_id);

alter table service_case add column escalated_at timestamp(6) with time zone;
create index service_case_open on service_case (status, id) ${openOnly};
create index service_case_process on service_case (process_name, id);

-- Owners, queues and values of attributes stand here, too.
alter table history_entry alter column from_state set data type varchar(255);
alter table history_entry alter column to_state set data type varchar(255);
