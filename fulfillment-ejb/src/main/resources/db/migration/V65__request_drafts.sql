-- What people have begun to ask for and go on with later, one draft per person and service.
create table request_draft (
  user_name varchar(255) not null,
  process_name varchar(80) not null,
  process_version integer not null,
  body varchar(200000) not null,
  saved_at timestamp(6) with time zone not null,
  primary key (user_name, process_name)
);
create index request_draft_saved on request_draft (saved_at);

-- Looks for old ones once a day; each look plans the next one. Ids of the sequence begin at 1.
insert into due_task (id, kind, case_id, subject_id, name, due_at, data, failures, message, version)
  values (0, 'REQUEST_DRAFTS', null, 0, '', current_timestamp, '{}', 0, '', 0);
