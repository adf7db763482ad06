-- +goose Up
-- Read models of what happens beside transfers; see 0003 for what holds for all rm_ tables.

-- One row of facts per thing that events are about: a card, a dispute, a support case, …
CREATE TABLE rm_activities (
    id          INTEGER PRIMARY KEY, -- the lowest delivery that told of it
    kind        TEXT    NOT NULL,    -- activity.Kind
    name        TEXT    NOT NULL,    -- Wise's id of the thing, as sent
    profile_id  INTEGER,
    transfer_id INTEGER,
    at          INTEGER NOT NULL,    -- since when it is as it is; 0: no usable time
    deliveries  BLOB    NOT NULL,    -- as of a transfer
    facts       BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX rm_activities_by_name ON rm_activities (kind, name);
CREATE INDEX rm_activities_by_profile ON rm_activities (profile_id, kind, at, id) WHERE profile_id IS NOT NULL;
CREATE INDEX rm_activities_by_transfer ON rm_activities (transfer_id, id) WHERE transfer_id IS NOT NULL;
CREATE INDEX rm_activities_of_company ON rm_activities (kind, at, id) WHERE profile_id IS NULL;

-- By what else somebody may search: a UETR, a reference, a recipient account, a case, …
CREATE TABLE rm_handles (
    text         TEXT NOT NULL, -- in lower case, cut
    kind         TEXT NOT NULL, -- wise.HandleKind
    subject_kind TEXT NOT NULL, -- 'transfer', 'profile', 'user', or an activity.Kind
    subject_id   TEXT NOT NULL,
    PRIMARY KEY (text, kind, subject_kind, subject_id)
) STRICT, WITHOUT ROWID;

-- Which user a profile belongs to, as far as events have said both.
CREATE TABLE rm_links (
    profile_id     INTEGER NOT NULL,
    user_id        INTEGER NOT NULL,
    first_delivery INTEGER NOT NULL,
    last_delivery  INTEGER NOT NULL,
    PRIMARY KEY (profile_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rm_links_by_user ON rm_links (user_id, profile_id);
