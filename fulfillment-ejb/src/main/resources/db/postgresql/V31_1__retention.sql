-- A purge deletes a case with all that belongs to it in one transaction. These references lie inside of a case and have no index, which each
-- new record would pay for, so PostgreSQL would look through the whole table for each deleted row. H2 keeps them, and the tests with it.
alter table step_attempt drop constraint step_attempt_step_id_fkey;
alter table work_item drop constraint work_item_step_id_fkey;
alter table fulfillment_flow drop constraint fulfillment_flow_request_id_fkey;
alter table intake_key drop constraint intake_key_request_id_fkey;
