-- The number of the message that corrected a set last, in the chat of its workout: an edit of that message is about the
-- same set, whichever set the card it replied to shows by then.
alter table logged_set add column corrected_by bigint;

create index logged_set_by_correction on logged_set (athlete_id, corrected_by) where corrected_by is not null;
