-- Flows that start more than once, at a time or from each other; flows that are suspended.

create sequence parked_event_seq start with 1 increment by 50;

alter table fulfillment_flow drop constraint fulfillment_flow_once;
alter table fulfillment_flow add column run integer default 1 not null;
alter table fulfillment_flow add column depth integer default 0 not null;
alter table fulfillment_flow add column suspended_at timestamp(6) with time zone;
alter table fulfillment_flow add column timers_held boolean default false not null;
alter table fulfillment_flow add column clocks_paused boolean default false not null;
alter table fulfillment_flow add constraint fulfillment_flow_once unique (case_id, name, run);
create index fulfillment_flow_process on fulfillment_flow (process_name, state, id);

create table parked_event (
  id bigint primary key,
  flow_id bigint not null references fulfillment_flow,
  actor varchar(255) not null,
  event varchar(1000000) not null,
  parked_at timestamp(6) with time zone not null
);
create index parked_event_flow on parked_event (flow_id, parked_at, id);
