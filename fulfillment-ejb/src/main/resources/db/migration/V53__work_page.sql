-- The page of a work item: what was ticked before a decision, and what a person has typed and not decided yet.
alter table work_item add column ticked varchar(16200);

create table work_item_draft (
  work_item_id bigint not null references work_item,
  user_name varchar(255) not null,
  body varchar(200000) not null,
  saved_at timestamp(6) with time zone not null,
  primary key (work_item_id, user_name)
);
