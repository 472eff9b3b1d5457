-- Words of subjects and requesters. New entries wait in the index's pending list, so that filing a case does not pay for them.
create index service_case_words on service_case using gin (to_tsvector('simple', subject || ' ' || requester)) with (fastupdate = on);
