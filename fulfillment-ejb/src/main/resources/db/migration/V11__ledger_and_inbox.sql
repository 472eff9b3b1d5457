-- Lists of the effect ledger and the reply inbox, and what people do with replies. ${unsettledOnly} and ${doubtOnly} restrict indexes to
-- tries that are not simply done, and to those in doubt, where the database can.

create index step_attempt_connector on step_attempt (connector, id);
create index step_attempt_state on step_attempt (state, id) ${unsettledOnly};
create index step_attempt_doubt on step_attempt (verify_first, id) ${doubtOnly};

alter table reply_inbox add column copies integer default 0 not null;
alter table reply_inbox add column handled_by varchar(255);
alter table reply_inbox add column handled_why varchar(4000);
create index reply_inbox_connector on reply_inbox (connector, id);
create index reply_inbox_copies on reply_inbox (copies, id) ${copiesOnly};
