-- What PostgreSQL alone can do to write less for each case: these references lie inside of a case. Whoever writes such a row writes its parent, or
-- another record of the case, in the same transaction; and each row paid more for the look at its parent than for itself. H2 keeps them, and the tests
-- with it.
alter table service_catalog_request drop constraint service_catalog_request_case_id_fkey;
alter table flow_stage drop constraint flow_stage_flow_id_fkey;
alter table flow_step drop constraint flow_step_flow_id_fkey;
alter table history_entry drop constraint history_entry_case_id_fkey;
