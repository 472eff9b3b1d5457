-- What those who work a case and its requester write to each other.
create sequence case_message_seq start with 1 increment by 50;

create table case_message (
  id bigint primary key,
  case_id bigint not null references service_case,
  side varchar(10) not null,
  author varchar(255) not null,
  body varchar(4000) not null,
  document_id bigint references document,
  sent_at timestamp(6) with time zone not null,
  read_at timestamp(6) with time zone
);
create index case_message_case on case_message (case_id, id);
create index case_message_document on case_message (document_id);
