-- People are told of webhooks, too, not of cases and processes alone.
alter table notification add column webhook varchar(60);
