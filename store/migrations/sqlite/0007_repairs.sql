-- +goose Up
-- What people did about events that nothing rests on. These tables are no read
-- models: a rebuild leaves them alone. They are keyed by our id of the delivery,
-- which never changes, and nothing in them is ever changed: undoing is a row of
-- its own, and the newest row counts. Times are Unix microseconds in UTC.

-- Set aside: nobody needs to look at it again.
CREATE TABLE event_asides (
    id          INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL,
    undone      INTEGER NOT NULL CHECK (undone IN (0, 1)), -- 1: it is to be looked at again
    at          INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL,
    note        TEXT    NOT NULL  -- why
) STRICT;

CREATE INDEX event_asides_by_delivery ON event_asides (delivery_id, id);

-- Attached by hand to something that it is about. The newest row of an event and a
-- thing counts.
CREATE TABLE event_attachments (
    id           INTEGER PRIMARY KEY,
    delivery_id  INTEGER NOT NULL,
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('transfer', 'profile', 'user')),
    subject_id   INTEGER NOT NULL, -- Wise's id
    undone       INTEGER NOT NULL CHECK (undone IN (0, 1)),
    at           INTEGER NOT NULL,
    actor_kind   TEXT    NOT NULL,
    actor_id     INTEGER NOT NULL,
    actor_name   TEXT    NOT NULL,
    note         TEXT    NOT NULL
) STRICT;

CREATE INDEX event_attachments_by_delivery ON event_attachments (delivery_id, id);
CREATE INDEX event_attachments_by_subject ON event_attachments (subject_kind, subject_id, id);

-- Applied again by hand, and what came of it then.
CREATE TABLE event_retries (
    id          INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL,
    status      TEXT    NOT NULL, -- as of an outcome
    why         TEXT    NOT NULL
) STRICT;

CREATE INDEX event_retries_by_delivery ON event_retries (delivery_id, id);

-- +goose StatementBegin
CREATE TRIGGER event_asides_no_update BEFORE UPDATE ON event_asides
BEGIN
    SELECT RAISE(ABORT, 'event asides are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_asides_no_delete BEFORE DELETE ON event_asides
BEGIN
    SELECT RAISE(ABORT, 'event asides are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_asides_no_replace BEFORE INSERT ON event_asides
WHEN EXISTS (SELECT 1 FROM event_asides WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'event asides are immutable');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER event_attachments_no_update BEFORE UPDATE ON event_attachments
BEGIN
    SELECT RAISE(ABORT, 'event attachments are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_attachments_no_delete BEFORE DELETE ON event_attachments
BEGIN
    SELECT RAISE(ABORT, 'event attachments are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_attachments_no_replace BEFORE INSERT ON event_attachments
WHEN EXISTS (SELECT 1 FROM event_attachments WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'event attachments are immutable');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER event_retries_no_update BEFORE UPDATE ON event_retries
BEGIN
    SELECT RAISE(ABORT, 'event retries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_retries_no_delete BEFORE DELETE ON event_retries
BEGIN
    SELECT RAISE(ABORT, 'event retries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_retries_no_replace BEFORE INSERT ON event_retries
WHEN EXISTS (SELECT 1 FROM event_retries WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'event retries are immutable');
END;
-- +goose StatementEnd

-- The list of events is filtered by subscription, which makes more kinds of outcome
-- and costs an event nothing, and by what an event names.
ALTER TABLE rm_kinds ADD COLUMN subscription TEXT NOT NULL DEFAULT ''; -- subscription_id as sent, cut
DROP INDEX IF EXISTS rm_kinds_by_name;
DROP INDEX IF EXISTS rx_kinds_by_name;
CREATE UNIQUE INDEX rm_kinds_by_name ON rm_kinds (event_type, schema_version, status, subscription);
CREATE INDEX rm_outcomes_by_transfer ON rm_outcomes (transfer_id, delivery_id) WHERE transfer_id IS NOT NULL;
CREATE INDEX rm_outcomes_by_profile ON rm_outcomes (profile_id, delivery_id) WHERE profile_id IS NOT NULL;
CREATE INDEX rm_outcomes_by_user ON rm_outcomes (user_id, delivery_id) WHERE user_id IS NOT NULL;
CREATE INDEX rm_outcomes_kept_of_user ON rm_outcomes (user_id, delivery_id) WHERE user_id IS NOT NULL AND why <> '' AND why <> 'seen_already';

-- What came before knows nothing of it: it is folded again in the background.
UPDATE rm_meta SET decoder_version = 1 WHERE decoder_version > 1;
