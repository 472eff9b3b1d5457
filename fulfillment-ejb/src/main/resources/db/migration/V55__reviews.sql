-- Whether a second person is needed to publish; who wrote a draft, handed it in, and sent it back.
create table publication_rule (
  id bigint primary key,
  four_eyes boolean not null,
  changed_by varchar(255) not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null
);
insert into publication_rule (id, four_eyes, changed_by, changed_at, version) values (1, false, 'system', current_timestamp, 0);

alter table process_draft add column handed_in_by varchar(255);
alter table process_draft add column handed_in_at timestamp(6) with time zone;
alter table process_draft add column returned_by varchar(255);
alter table process_draft add column return_reason varchar(4000);

create table process_draft_author (
  draft varchar(80) not null references process_draft,
  author varchar(255) not null,
  primary key (draft, author)
);
insert into process_draft_author (draft, author) select name, updated_by from process_draft;

alter table process_definition add column approved_by varchar(255);
