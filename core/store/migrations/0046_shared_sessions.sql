-- Sessions somebody gave away: what is in one (JSON written by core/store/sharing.py), never a load or a name.
-- Of the link only a hash is kept. `given_at` is when it surely went out: those it is null for go first.

create table shared_session (
    id bigint primary key,
    athlete_id bigint not null,
    token_hash text not null unique,
    body text not null,
    made_at bigint not null,
    expires_at bigint not null,
    given_at bigint
);

create index shared_session_by_athlete on shared_session (athlete_id, made_at);
create index shared_session_by_end on shared_session (expires_at);

-- The link that somebody followed before all questions were answered: its hash, until the session is shown.
alter table onboarding add column opens text;
