-- +goose Up
-- People, their sessions, API tokens, and who did what. Times are Unix
-- microseconds in UTC. Secrets are kept as hashes only.

CREATE TABLE people (
    id            INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: the audit log names people by it
    email         TEXT    NOT NULL UNIQUE,           -- in lower case
    name          TEXT    NOT NULL,
    role          TEXT    NOT NULL CHECK (role IN ('agent', 'lead', 'admin')),
    password_hash TEXT    NOT NULL,                  -- argon2id, PHC string
    created_at    INTEGER NOT NULL,
    disabled_at   INTEGER                            -- NULL while the account may sign in
) STRICT;

CREATE TABLE sessions (
    id_sha256  BLOB    PRIMARY KEY CHECK (length(id_sha256) = 32), -- of the secret in the cookie
    person_id  INTEGER NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL -- last use, some minutes stale
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE api_tokens (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT    NOT NULL UNIQUE,
    role         TEXT    NOT NULL CHECK (role IN ('agent', 'lead', 'admin')),
    token_sha256 BLOB    NOT NULL UNIQUE CHECK (length(token_sha256) = 32),
    created_at   INTEGER NOT NULL
) STRICT;

-- One row per act, view, refusal and failed log-in, for ever. No foreign keys:
-- a row must stand whatever becomes of what it names.
CREATE TABLE audit_entries (
    id           INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    actor_kind   TEXT    NOT NULL CHECK (actor_kind IN ('person', 'token', 'cli', 'visitor')),
    actor_id     INTEGER NOT NULL, -- of the person or token; 0 for the others
    actor_name   TEXT    NOT NULL, -- as it was then
    role         TEXT    NOT NULL, -- as it was then; empty for a visitor
    act          TEXT    NOT NULL,
    subject_kind TEXT    NOT NULL,
    subject_id   TEXT    NOT NULL,
    result       TEXT    NOT NULL CHECK (result IN ('done', 'denied', 'failed', 'started')),
    request_id   TEXT    NOT NULL,
    session      TEXT    NOT NULL, -- the first 16 hex digits of the session's id_sha256
    detail       TEXT    NOT NULL
) STRICT;

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
