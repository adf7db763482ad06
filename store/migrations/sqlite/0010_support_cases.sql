-- +goose Up
-- The support cases that people here opened at Wise, and the messages that they sent
-- in any case. They do not follow from the journal, so a rebuild leaves them alone.
-- What was sent stays as it was sent; how it ended is told once, and what was unknown
-- may still become known. Times are Unix microseconds in UTC.
CREATE TABLE support_cases (
    id          INTEGER PRIMARY KEY,
    external_id TEXT    NOT NULL UNIQUE, -- ours: a case of which nobody knows whether Wise opened it is found again by it
    case_id     INTEGER NOT NULL,        -- Wise's; 0: not known
    transfer_id INTEGER NOT NULL,
    profile_id  INTEGER NOT NULL,        -- 0: not named
    type        TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    description TEXT    NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL,
    asked_at    INTEGER NOT NULL,
    result      TEXT    NOT NULL CHECK (result IN ('started', 'done', 'refused', 'not_done', 'unknown')),
    ended_at    INTEGER NOT NULL, -- when the result became so; 0: not yet
    said        TEXT    NOT NULL, -- what became of it, in words, for people
    trace_id    TEXT    NOT NULL  -- of Wise's answer
) STRICT;

CREATE INDEX support_cases_by_case ON support_cases (case_id) WHERE case_id <> 0;
CREATE INDEX support_cases_by_transfer ON support_cases (transfer_id, id);
CREATE INDEX support_cases_by_profile ON support_cases (profile_id, id) WHERE profile_id <> 0;
CREATE INDEX support_cases_by_time ON support_cases (asked_at DESC, id);

CREATE TABLE case_messages (
    id         INTEGER PRIMARY KEY,
    token      TEXT    NOT NULL UNIQUE, -- of the form that it was typed in, which sends once
    case_id    INTEGER NOT NULL,        -- Wise's
    text       TEXT    NOT NULL,
    actor_kind TEXT    NOT NULL,
    actor_id   INTEGER NOT NULL,
    actor_name TEXT    NOT NULL,
    asked_at   INTEGER NOT NULL,
    result     TEXT    NOT NULL CHECK (result IN ('started', 'done', 'refused', 'not_done', 'unknown')),
    ended_at   INTEGER NOT NULL,
    said       TEXT    NOT NULL,
    trace_id   TEXT    NOT NULL,
    message_id TEXT    NOT NULL -- Wise's; '' : not known
) STRICT;

CREATE INDEX case_messages_by_case ON case_messages (case_id, id);

-- Those of which nobody knows yet, here and among the cancellations.
CREATE INDEX support_cases_open ON support_cases (result) WHERE result IN ('started', 'unknown');
CREATE INDEX cancellations_by_result ON cancellations (result) WHERE result IN ('started', 'unknown');

-- The list of all support cases that events have told of, the newest first.
CREATE INDEX rm_activities_cases ON rm_activities (at, id) WHERE kind = 'support_case';

-- +goose StatementBegin
CREATE TRIGGER support_cases_only_forward BEFORE UPDATE ON support_cases
WHEN NEW.id <> OLD.id OR NEW.external_id <> OLD.external_id OR NEW.transfer_id <> OLD.transfer_id OR NEW.profile_id <> OLD.profile_id
    OR NEW.type <> OLD.type OR NEW.subject <> OLD.subject OR NEW.description <> OLD.description OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.asked_at <> OLD.asked_at
    OR NEW.result = 'started' OR OLD.result NOT IN ('started', 'unknown')
BEGIN
    SELECT RAISE(ABORT, 'support cases are immutable once they are settled');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER support_cases_no_delete BEFORE DELETE ON support_cases
BEGIN
    SELECT RAISE(ABORT, 'support cases are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER support_cases_no_replace BEFORE INSERT ON support_cases
WHEN EXISTS (SELECT 1 FROM support_cases WHERE id = NEW.id OR external_id = NEW.external_id)
BEGIN
    SELECT RAISE(ABORT, 'support cases are immutable');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER case_messages_only_forward BEFORE UPDATE ON case_messages
WHEN NEW.id <> OLD.id OR NEW.token <> OLD.token OR NEW.case_id <> OLD.case_id OR NEW.text <> OLD.text OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.asked_at <> OLD.asked_at
    OR NEW.result = 'started' OR OLD.result NOT IN ('started', 'unknown')
BEGIN
    SELECT RAISE(ABORT, 'case messages are immutable once they are settled');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER case_messages_no_delete BEFORE DELETE ON case_messages
BEGIN
    SELECT RAISE(ABORT, 'case messages are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER case_messages_no_replace BEFORE INSERT ON case_messages
WHEN EXISTS (SELECT 1 FROM case_messages WHERE id = NEW.id OR token = NEW.token)
BEGIN
    SELECT RAISE(ABORT, 'case messages are immutable');
END;
-- +goose StatementEnd
