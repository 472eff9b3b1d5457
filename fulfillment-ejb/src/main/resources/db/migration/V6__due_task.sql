-- What is to happen at a time: timers, reminders, promised times, starts.

create sequence due_task_seq start with 1 increment by 50;

create table due_task (
  id bigint primary key,
  kind varchar(30) not null,
  case_id bigint references service_case,
  subject_id bigint not null,
  name varchar(200) not null,
  due_at timestamp(6) with time zone not null,
  data varchar(1000000) not null,
  failures integer not null,
  message varchar(4000) not null,
  version integer not null
);
create index due_task_due on due_task (due_at);
create index due_task_subject on due_task (subject_id, kind);
create index due_task_case on due_task (case_id);
