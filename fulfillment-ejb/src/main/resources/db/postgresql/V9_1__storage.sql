-- What PostgreSQL alone can do to write less for each case.

-- A line of the history is only looked for by its case: one index instead of two.
alter table history_entry drop constraint history_entry_pkey;
drop index history_entry_case;
alter table history_entry add primary key (case_id, id);

-- Follows from another reference of the same row: a try has a step, a step a flow, a flow a request, a request a case.
alter table step_attempt drop constraint step_attempt_case_id_fkey;
alter table step_attempt drop constraint step_attempt_flow_id_fkey;
alter table fulfillment_flow drop constraint fulfillment_flow_case_id_fkey;
alter table incident drop constraint incident_case_id_fkey;
alter table work_item drop constraint work_item_case_id_fkey;
alter table work_item drop constraint work_item_flow_id_fkey;

-- Room in each page for the new version of a row, so that no index has to learn where it went.
alter table service_case set (fillfactor = 75);
alter table service_catalog_request set (fillfactor = 75);
alter table fulfillment_flow set (fillfactor = 75);
alter table flow_stage set (fillfactor = 75);
alter table flow_step set (fillfactor = 75);
