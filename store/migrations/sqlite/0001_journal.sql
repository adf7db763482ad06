-- +goose Up
-- The journal: what Wise sent, byte for byte, for ever. Times are Unix
-- microseconds in UTC. Immutable is a fact of the database: triggers refuse
-- UPDATE, DELETE and, because REPLACE deletes without firing a delete trigger
-- unless recursive_triggers is on, an INSERT of what is already there.

-- One row per distinct body.
CREATE TABLE deliveries (
    id           INTEGER PRIMARY KEY,
    source       TEXT    NOT NULL CHECK (source IN ('webhook', 'reconciliation')),
    received_at  INTEGER NOT NULL, -- first arrival
    body_sha256  BLOB    NOT NULL UNIQUE CHECK (length(body_sha256) = 32), -- of the body as it came
    content_type TEXT    NOT NULL, -- as it came, cut
    key_name     TEXT    NOT NULL, -- the public key that verified
    body         BLOB    NOT NULL  -- last, so that short reads stop before it
) STRICT;

-- One row per arrival, at most 50 per body; the rest are counted in receipt_overflow.
-- Wise's own delivery id is a hint for display. It has no index here: random keys
-- would cost the hot path one more dirty page for each event.
CREATE TABLE receipts (
    id               INTEGER PRIMARY KEY, -- the projector's cursor runs over it
    delivery_id      INTEGER NOT NULL REFERENCES deliveries (id),
    received_at      INTEGER NOT NULL,
    wise_delivery_id ANY,              -- X-Delivery-Id: 16 bytes if a canonical UUID, else text, cut; NULL if absent
    test             INTEGER NOT NULL CHECK (test IN (0, 1)) -- X-Test-Notification was true
) STRICT;

CREATE INDEX receipts_by_delivery ON receipts (delivery_id);

-- How often a body came after its places in receipts were used up.
CREATE TABLE receipt_overflow (
    delivery_id INTEGER PRIMARY KEY REFERENCES deliveries (id),
    arrivals    INTEGER NOT NULL,
    last_at     INTEGER NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries
BEGIN
    SELECT RAISE(ABORT, 'deliveries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries
BEGIN
    SELECT RAISE(ABORT, 'deliveries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER deliveries_no_replace BEFORE INSERT ON deliveries
WHEN EXISTS (SELECT 1 FROM deliveries WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM deliveries WHERE body_sha256 = NEW.body_sha256)
BEGIN
    SELECT RAISE(ABORT, 'deliveries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER receipts_no_replace BEFORE INSERT ON receipts
WHEN EXISTS (SELECT 1 FROM receipts WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'receipts are immutable');
END;
-- +goose StatementEnd

-- What came to the webhook and was refused: never trusted, only the newest 1,000.
CREATE TABLE rejected_deliveries (
    id          INTEGER PRIMARY KEY,
    rejected_at INTEGER NOT NULL,
    reason      TEXT    NOT NULL, -- a code, as signature_missing
    remote      TEXT    NOT NULL, -- address of the peer
    headers     TEXT    NOT NULL, -- JSON object of a few headers, cut
    body_bytes  INTEGER NOT NULL
) STRICT;

-- How many were refused, by reason, since the database was made.
CREATE TABLE rejected_counts (
    reason  TEXT PRIMARY KEY,
    n       INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
