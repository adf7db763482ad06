-- +goose Up
-- What Wise's API said when it was asked. It does not follow from the journal, so
-- a rebuild leaves it alone. Times are Unix microseconds in UTC.

-- One row per thing that was asked for: the last answer, and how the last try went.
CREATE TABLE wise_answers (
    kind       TEXT    NOT NULL, -- transfer, estimate, payout, recipient, profile, user, …
    wise_id    INTEGER NOT NULL, -- Wise's id of the thing; 0 where there is only one
    fetched_at INTEGER NOT NULL, -- of the value; 0: it has never been answered
    value      TEXT    NOT NULL, -- JSON, without what is not needed; '' : none
    user_id    INTEGER NOT NULL, -- of kind profile: the user that Wise names; else 0
    tried_at   INTEGER NOT NULL, -- of the last try
    trouble    TEXT    NOT NULL, -- kind of trouble of the last try; '' : it was answered
    status     INTEGER NOT NULL, -- HTTP status of that trouble; 0: there was no answer
    said       TEXT    NOT NULL, -- that trouble in words, for people
    trace_id   TEXT    NOT NULL, -- of Wise's answer to the last try
    retry_at   INTEGER NOT NULL, -- not to be tried before; 0: whenever
    PRIMARY KEY (kind, wise_id)
) STRICT;

CREATE INDEX wise_answers_by_user ON wise_answers (user_id) WHERE user_id <> 0;

-- An act at Wise can be refused by Wise, and it can stay unknown whether Wise did
-- it. The table of acts is made again with both, its rows unchanged.
CREATE TABLE audit_entries_wider (
    id           INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    actor_kind   TEXT    NOT NULL CHECK (actor_kind IN ('person', 'token', 'cli', 'visitor')),
    actor_id     INTEGER NOT NULL, -- of the person or token; 0 for the others
    actor_name   TEXT    NOT NULL, -- as it was then
    role         TEXT    NOT NULL, -- as it was then; empty for a visitor
    act          TEXT    NOT NULL,
    subject_kind TEXT    NOT NULL,
    subject_id   TEXT    NOT NULL,
    result       TEXT    NOT NULL CHECK (result IN ('done', 'denied', 'failed', 'started', 'refused', 'unknown')),
    request_id   TEXT    NOT NULL,
    session      TEXT    NOT NULL, -- the first 16 hex digits of the session's id_sha256
    detail       TEXT    NOT NULL
) STRICT;

INSERT INTO audit_entries_wider SELECT * FROM audit_entries;
DROP TRIGGER audit_entries_no_update;
DROP TRIGGER audit_entries_no_delete;
DROP TRIGGER audit_entries_no_replace;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_wider RENAME TO audit_entries;

-- +goose StatementBegin
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'audit entries are immutable');
END;
-- +goose StatementEnd
