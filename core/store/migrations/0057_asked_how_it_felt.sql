-- The workout at whose start an older set was asked about: how it had felt. Once is enough, so it is never asked twice.

alter table logged_set add column felt_asked_in bigint;
