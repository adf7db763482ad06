-- +goose Up
-- Who has opened the page of a transfer, a profile or a user: for "nobody has looked at
-- this yet", and for the recent look-ups of a person. What counts as the record of a
-- view is the audit log, with which a row here is written. Times are Unix microseconds
-- in UTC.

CREATE TABLE looks (
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('transfer', 'profile', 'user')),
    subject_id   INTEGER NOT NULL, -- Wise's
    person_id    INTEGER NOT NULL,
    person_name  TEXT    NOT NULL, -- as it was at the last look
    first_at     INTEGER NOT NULL,
    last_at      INTEGER NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX looks_by_person ON looks (person_id, last_at);
