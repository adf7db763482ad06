-- +goose Up
-- Read models of how long things take, and of what is watched; see 0003 for what
-- holds for all rm_ tables. The newer decoder fills them in the background.

-- How many times a leg of a transfer's way took how long: exact counts by whole
-- second, and sums over 256 and 65536 of them, so that a percentile is found by a
-- short walk down and never by a scan.
CREATE TABLE rm_spans (
    leg    TEXT    NOT NULL, -- transfer.Leg
    code   TEXT    NOT NULL, -- of the failure of that attempt; '' counts all
    level  INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
    bucket INTEGER NOT NULL, -- seconds / 256^level
    n      INTEGER NOT NULL,
    PRIMARY KEY (leg, code, level, bucket)
) STRICT, WITHOUT ROWID;

-- How many transfers have a leg behind them, and how many have begun it and may still
-- end it: those are counted as such, and are in no percentile.
CREATE TABLE rm_legs (
    leg  TEXT    NOT NULL,
    code TEXT    NOT NULL, -- as above
    done INTEGER NOT NULL,
    open INTEGER NOT NULL,
    PRIMARY KEY (leg, code)
) STRICT, WITHOUT ROWID;

-- A clock that runs, or something that does not fit: from a moment on it is worth a
-- look. What is due follows from since, the hour and the company's own history.
CREATE TABLE rm_watches (
    watch        TEXT    NOT NULL,
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('transfer', 'user', 'profile')),
    subject_id   INTEGER NOT NULL,
    code         TEXT    NOT NULL, -- of the failure that it is about; '' when none is known
    since        INTEGER NOT NULL, -- Unix microseconds; 0: not known
    profile_id   INTEGER,
    PRIMARY KEY (watch, subject_kind, subject_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rm_watches_by_since ON rm_watches (watch, code, since, subject_id);
CREATE INDEX rm_watches_by_profile ON rm_watches (profile_id, watch, since, subject_id) WHERE profile_id IS NOT NULL;
