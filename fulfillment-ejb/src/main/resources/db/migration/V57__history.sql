-- What followed from a change in the same transaction, as JSON; rows of before stand for one change each. Adding it touches no row.
alter table history_entry add column followed_by varchar(1000000);
