-- Ids in large blocks: one statement for a thousand records. Cases keep blocks of 50, because their ids are their numbers.
alter sequence service_catalog_request_seq increment by 1000;
alter sequence document_seq increment by 1000;
alter sequence history_entry_seq increment by 1000;
alter sequence fulfillment_flow_seq increment by 1000;
alter sequence flow_stage_seq increment by 1000;
alter sequence flow_step_seq increment by 1000;
alter sequence step_attempt_seq increment by 1000;
alter sequence incident_seq increment by 1000;
alter sequence work_item_seq increment by 1000;
alter sequence reply_inbox_seq increment by 1000;

-- Counts the events of a flow, so that its version changes with everything that belongs to it.
alter table fulfillment_flow add column events integer default 0 not null;
