-- +goose Up
-- What people did about Wise's webhook subscriptions. These tables are no read
-- models: a rebuild leaves them alone. Times are Unix microseconds in UTC.

-- One row per act at Wise, written as started before Wise is asked, and ended once
-- by how it went. One that stays started was cut off: what Wise did is not known.
CREATE TABLE subscription_acts (
    id             INTEGER PRIMARY KEY,
    at             INTEGER NOT NULL,
    actor_kind     TEXT    NOT NULL,
    actor_id       INTEGER NOT NULL,
    actor_name     TEXT    NOT NULL,
    act            TEXT    NOT NULL CHECK (act IN ('subscribe', 'unsubscribe', 'test')),
    profile_id     INTEGER NOT NULL, -- whose subscription; 0: the application's
    subscription   TEXT    NOT NULL, -- Wise's id; '' while there is none
    event_type     TEXT    NOT NULL,
    schema_version TEXT    NOT NULL,
    url            TEXT    NOT NULL,
    after_receipt  INTEGER NOT NULL, -- the newest receipt then: what Wise sent for it came later
    after_rejected INTEGER NOT NULL, -- the newest rejected delivery then
    ended_at       INTEGER NOT NULL, -- 0: not yet
    result         TEXT    NOT NULL CHECK (result IN ('started', 'done', 'failed', 'refused', 'unknown')),
    trouble        TEXT    NOT NULL, -- kind of trouble; '' : none
    said           TEXT    NOT NULL, -- that trouble in words, for people
    trace_id       TEXT    NOT NULL  -- of Wise's answer
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER subscription_acts_end_once BEFORE UPDATE ON subscription_acts
WHEN OLD.result <> 'started' OR NEW.result = 'started' OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.act <> OLD.act OR NEW.profile_id <> OLD.profile_id
    OR NEW.event_type <> OLD.event_type OR NEW.schema_version <> OLD.schema_version OR NEW.url <> OLD.url
BEGIN
    SELECT RAISE(ABORT, 'an act that has ended is immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER subscription_acts_no_delete BEFORE DELETE ON subscription_acts
BEGIN
    SELECT RAISE(ABORT, 'subscription acts are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER subscription_acts_no_replace BEFORE INSERT ON subscription_acts
WHEN EXISTS (SELECT 1 FROM subscription_acts WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'subscription acts are immutable');
END;
-- +goose StatementEnd

-- One row per test notification that Wise said it has queued.
CREATE TABLE subscription_tests (
    id             INTEGER PRIMARY KEY,
    act_id         INTEGER NOT NULL, -- the act that asked for it
    subscription   TEXT    NOT NULL, -- Wise's id
    delivery_id    TEXT    NOT NULL, -- comes back as X-Delivery-Id
    asked_at       INTEGER NOT NULL,
    actor_kind     TEXT    NOT NULL,
    actor_id       INTEGER NOT NULL,
    actor_name     TEXT    NOT NULL,
    after_rejected INTEGER NOT NULL  -- the newest rejected delivery when it was asked for
) STRICT;

CREATE INDEX subscription_tests_by_subscription ON subscription_tests (subscription, id);

-- +goose StatementBegin
CREATE TRIGGER subscription_tests_no_update BEFORE UPDATE ON subscription_tests
BEGIN
    SELECT RAISE(ABORT, 'subscription tests are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER subscription_tests_no_delete BEFORE DELETE ON subscription_tests
BEGIN
    SELECT RAISE(ABORT, 'subscription tests are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER subscription_tests_no_replace BEFORE INSERT ON subscription_tests
WHEN EXISTS (SELECT 1 FROM subscription_tests WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'subscription tests are immutable');
END;
-- +goose StatementEnd
