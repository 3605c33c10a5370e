-- A recap whose message became a picture: its words are a caption from then on, which is changed in another way.

alter table workout_message add column pictured bigint not null default 0;
