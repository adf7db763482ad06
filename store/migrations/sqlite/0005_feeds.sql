-- +goose Up
-- Read models of how the events come in; see 0003 for what holds for all rm_ tables.

-- One row for each event type and subscription: when it came and in which rhythm.
-- Tests leave no trace here.
CREATE TABLE rm_feeds (
    event_type   TEXT    NOT NULL, -- as sent, cut; '' when it could not be read
    subscription TEXT    NOT NULL, -- subscription_id as sent, cut; '' when there was none
    first_at     INTEGER NOT NULL,
    last_at      INTEGER NOT NULL,
    arrivals     INTEGER NOT NULL,
    rhythm       BLOB    NOT NULL, -- feed.Rhythm, packed
    PRIMARY KEY (event_type, subscription)
) STRICT, WITHOUT ROWID;

-- How many arrivals of the last 24 hours became what, by minute of arrival.
CREATE TABLE rm_minutes (
    minute   INTEGER NOT NULL, -- since 1970, UTC
    became   TEXT    NOT NULL CHECK (became IN ('applied', 'duplicate', 'out_of_order', 'test', 'quarantined', 'kept')),
    arrivals INTEGER NOT NULL,
    PRIMARY KEY (minute, became)
) STRICT, WITHOUT ROWID;

-- What came before knows nothing of these tables: it is folded again in the background.
UPDATE rm_meta SET decoder_version = 1 WHERE decoder_version > 1;
