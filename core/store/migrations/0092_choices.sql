-- The choices of a list that was just shown, as JSON: a number or a name typed next may be one of them.

alter table awaited_words add column choices text not null default '[]';
