-- A bell that began to leave and whose end nobody wrote: the newest message id known just before. Null: none.
alter table timer add column sent_after bigint;
