-- What operators look at: which nodes live, what is due of each kind, calls of a time. ${failedOnly} restricts an index to tasks that
-- failed, ${appendOnly} makes one that costs writers next to nothing, where the database can.

create table node_run (
  name varchar(255) primary key,
  started_at timestamp(6) with time zone not null,
  seen_at timestamp(6) with time zone not null
);

create index due_task_kind on due_task (kind, due_at, id);
create index due_task_failed on due_task (failures, due_at, id) ${failedOnly};
create index step_attempt_started on step_attempt ${appendOnly} (started_at);
