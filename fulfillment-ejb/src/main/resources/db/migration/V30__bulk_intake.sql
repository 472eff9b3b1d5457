-- Files of requests: the lines as they came in, what became of each, and how far the job is.

create sequence bulk_job_seq start with 1 increment by 50;

create table bulk_job (
  id bigint primary key,
  format varchar(20) not null,
  file_name varchar(255) not null,
  process_name varchar(80),
  header varchar(1000000) not null,
  state varchar(20) not null,
  submitted_by varchar(255) not null,
  submitted_at timestamp(6) with time zone not null,
  lines_received integer not null,
  last_line integer not null,
  filed integer not null,
  refused integer not null,
  starts integer not null,
  runner integer not null,
  touched_at timestamp(6) with time zone not null,
  failures integer not null,
  careful_lines integer not null,
  message varchar(4000) not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);
create index bulk_job_submitter on bulk_job (submitted_by, id);

-- The content of a line goes when its case is there: it is in the request then.
create table bulk_line (
  job_id bigint not null references bulk_job,
  line_number integer not null,
  content varchar(1000000) not null,
  case_id bigint references service_case,
  primary key (job_id, line_number)
);

create table bulk_refusal (
  job_id bigint not null references bulk_job,
  line_number integer not null,
  position integer not null,
  place varchar(1000) not null,
  code varchar(80) not null,
  message varchar(4000) not null,
  primary key (job_id, line_number, position)
);
