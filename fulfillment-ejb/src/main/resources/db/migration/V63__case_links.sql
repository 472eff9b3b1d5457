-- Which cases have to do with each other: one row for two cases, the smaller id first.
create sequence case_link_seq start with 1 increment by 50;

create table case_link (
  id bigint primary key,
  case_id bigint not null references service_case,
  other_id bigint not null references service_case,
  relation varchar(20) not null,
  reason varchar(1000) not null,
  linked_by varchar(255) not null,
  linked_at timestamp(6) with time zone not null
);
create unique index case_link_pair on case_link (case_id, other_id);
create index case_link_other on case_link (other_id);
