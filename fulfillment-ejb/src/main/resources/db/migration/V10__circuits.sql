-- Whether calls through a connector go out, and the tries that wait until they do. ${parkedOnly} restricts an index to those where the
-- database can.

create table connector_circuit (
  connector varchar(255) primary key,
  jndi_name varchar(255) not null,
  state varchar(20) not null,
  since timestamp(6) with time zone not null,
  reason varchar(4000) not null,
  actor varchar(255) not null,
  probe_at timestamp(6) with time zone,
  probe_attempt bigint,
  resumed_at timestamp(6) with time zone,
  version integer not null
);

create sequence circuit_change_seq start with 1 increment by 50;

create table circuit_change (
  id bigint primary key,
  connector varchar(255) not null,
  happened_at timestamp(6) with time zone not null,
  actor varchar(255) not null,
  from_state varchar(20) not null,
  to_state varchar(20) not null,
  why varchar(4000) not null
);
create index circuit_change_connector on circuit_change (connector, id);

alter table step_attempt add column parked_at timestamp(6) with time zone;
create index step_attempt_parked on step_attempt (connector, parked_at) ${parkedOnly};
