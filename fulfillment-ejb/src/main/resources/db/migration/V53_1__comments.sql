-- What those who work a case say to each other about it.
create sequence case_comment_seq start with 1 increment by 50;

create table case_comment (
  id bigint primary key,
  case_id bigint not null references service_case,
  author varchar(255) not null,
  body varchar(4000) not null,
  created_at timestamp(6) with time zone not null
);
create index case_comment_case on case_comment (case_id, id);
