-- A card that another message stands below, and that still shows buttons: it has to be folded, also after a kill.

alter table card add column to_fold bigint not null default 0;
