-- A reply is looked for by what its sender calls it, and by what the back office calls the work, whichever connector it came by.

create index reply_inbox_message_id on reply_inbox (message_id);
create index reply_inbox_reference on reply_inbox (reference);
