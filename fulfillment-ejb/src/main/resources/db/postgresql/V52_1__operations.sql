-- Open incidents are few among all that ever were: their lists and groups read these and nothing else.
create index incident_open on incident (id) where resolved_at is null;
create index incident_cause on incident (process_name, step_name, code, connector, id) where resolved_at is null;
