-- How promised times ended lately.
create index milestone_ended on milestone (ended_at, state, case_id) where ended_at is not null;
