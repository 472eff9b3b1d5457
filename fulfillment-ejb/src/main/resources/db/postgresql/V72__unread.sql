-- What somebody has not read is few of what he was told: it is counted for each page that is opened.
create index notification_unread on notification (recipient, recipient_kind, id) where read_at is null and recipient_kind <> 'MAIL';
