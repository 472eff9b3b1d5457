-- Which entry of a stage its steps belong to: ids of two nodes do not tell what came first.

alter table fulfillment_flow add column stages_entered integer default 1 not null;
alter table flow_stage add column stage_entry integer default 1 not null;
alter table flow_step add column stage_entry integer default 1 not null;
