-- +goose Up
-- What a customer was told about a transfer: the text as it was copied or read out,
-- by whom, to whom, and what the answer rested on then, so that a later page can say
-- that the facts have changed since. Times are Unix microseconds in UTC.

CREATE TABLE tellings (
    id          INTEGER PRIMARY KEY,
    transfer_id INTEGER NOT NULL,
    text        TEXT    NOT NULL, -- exactly as it was shown
    code        TEXT    NOT NULL, -- answer.Code that spoke
    basis       TEXT    NOT NULL, -- JSON of the facts that the text told
    caller      TEXT    NOT NULL, -- who was on the line; '' when it was not said
    identity    TEXT    NOT NULL, -- whether that was confirmed; '' when it was not said
    told_at     INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL
) STRICT;

CREATE INDEX tellings_by_transfer ON tellings (transfer_id, id);

-- +goose StatementBegin
CREATE TRIGGER tellings_no_update BEFORE UPDATE ON tellings
BEGIN
    SELECT RAISE(ABORT, 'tellings are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tellings_no_delete BEFORE DELETE ON tellings
BEGIN
    SELECT RAISE(ABORT, 'tellings are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER tellings_no_replace BEFORE INSERT ON tellings
WHEN EXISTS (SELECT 1 FROM tellings WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'tellings are immutable');
END;
-- +goose StatementEnd
