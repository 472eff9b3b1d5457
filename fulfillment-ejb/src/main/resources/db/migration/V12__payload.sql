-- What was sent and answered, as far as the integration lets it be kept.
alter table step_attempt add column payload varchar(2100000) default '{}' not null;
