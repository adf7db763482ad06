-- +goose Up
-- The read models: all that follows from the journal alone. `rebuild` folds the
-- journal again into a second copy (rmnext_…) and swaps the two, so these tables
-- may be lost at any time, and nothing else may refer to their rows. What people,
-- imports or Wise's API give us belongs into other tables, keyed by Wise's ids.
-- A later migration that changes a read model drops all of these and makes them
-- anew: after a rebuild an index may bear the prefix rx_ instead of rm_.
-- Times are Unix microseconds in UTC; an id that no event has named is NULL.

-- How far the journal has been folded into this copy, and by which decoder.
CREATE TABLE rm_meta (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    cursor          INTEGER NOT NULL, -- the last receipt folded
    decoder_version INTEGER NOT NULL, -- 0: nothing folded yet
    owner           TEXT    NOT NULL  -- the rebuild that fills this copy; '' for the copy that is served
) STRICT;

INSERT INTO rm_meta VALUES (1, 0, 0, '');

-- The kinds of outcome: few rows, so that an outcome is small and a list of one
-- type or status walks an index.
CREATE TABLE rm_kinds (
    id             INTEGER PRIMARY KEY,
    event_type     TEXT NOT NULL, -- as sent, cut; '' when it could not be read
    schema_version TEXT NOT NULL,
    status         TEXT NOT NULL CHECK (status IN ('applied', 'duplicate', 'kept', 'test', 'quarantined'))
) STRICT;

CREATE UNIQUE INDEX rm_kinds_by_name ON rm_kinds (event_type, schema_version, status);

-- What became of each delivery.
CREATE TABLE rm_outcomes (
    delivery_id INTEGER PRIMARY KEY,
    kind_id     INTEGER NOT NULL,
    why         TEXT    NOT NULL, -- a code; '' when there is nothing to explain
    occurred_at INTEGER,          -- NULL: no usable time in the body
    transfer_id INTEGER,
    profile_id  INTEGER,
    user_id     INTEGER
) STRICT;

CREATE INDEX rm_outcomes_by_kind ON rm_outcomes (kind_id, delivery_id);
CREATE INDEX rm_outcomes_kept_of_transfer ON rm_outcomes (transfer_id, delivery_id) WHERE transfer_id IS NOT NULL AND why <> '' AND why <> 'seen_already';
CREATE INDEX rm_outcomes_kept_of_profile ON rm_outcomes (profile_id, delivery_id) WHERE profile_id IS NOT NULL AND why <> '' AND why <> 'seen_already';

-- X-Delivery-Id of each arrival, to find an event by it. Here and not on receipts,
-- so that random keys do not cost the ingest.
CREATE TABLE rm_arrivals (
    wise_delivery_id ANY     NOT NULL, -- as in receipts
    receipt_id       INTEGER NOT NULL,
    delivery_id      INTEGER NOT NULL,
    PRIMARY KEY (wise_delivery_id, receipt_id)
) STRICT, WITHOUT ROWID;

-- One row of facts per transfer, enough to compose a list row.
CREATE TABLE rm_transfers (
    transfer_id INTEGER PRIMARY KEY,
    profile_id  INTEGER,
    created_at  INTEGER NOT NULL, -- earliest usable time; 0: none
    stage       TEXT    NOT NULL, -- transfer.Stage; '' without a payout problem
    stage_at    INTEGER NOT NULL, -- since when; 0: not known
    reason      TEXT    NOT NULL, -- code of the failure that the stage is about; '' when none is known
    currency    TEXT    NOT NULL, -- '' when no amount is known
    problem     INTEGER NOT NULL CHECK (problem IN (0, 1)), -- stands under "open problems" of its customer
    cases_since INTEGER,          -- oldest active case of a transfer that is not over; NULL: none
    deliveries  BLOB    NOT NULL, -- ids of the deliveries folded, ascending: uvarint differences
    facts       BLOB    NOT NULL
) STRICT;

CREATE INDEX rm_transfers_by_profile ON rm_transfers (profile_id, created_at, transfer_id) WHERE profile_id IS NOT NULL;
CREATE INDEX rm_transfers_by_problem ON rm_transfers (profile_id, stage_at, transfer_id) WHERE problem = 1;
CREATE INDEX rm_transfers_by_stage ON rm_transfers (stage, stage_at, transfer_id, reason, currency) WHERE stage <> '';
CREATE INDEX rm_transfers_by_reason ON rm_transfers (reason, stage_at, transfer_id, stage, currency) WHERE stage <> '';
CREATE INDEX rm_transfers_by_case ON rm_transfers (cases_since, transfer_id) WHERE cases_since IS NOT NULL;

-- How many transfers are in each list, so that a count does not grow with it.
CREATE TABLE rm_tallies (
    list     TEXT    NOT NULL, -- a stage, or 'cases'
    reason   TEXT    NOT NULL,
    currency TEXT    NOT NULL,
    n        INTEGER NOT NULL,
    PRIMARY KEY (list, reason, currency)
) STRICT, WITHOUT ROWID;

-- Every profile that an event has named.
CREATE TABLE rm_profiles (
    profile_id     INTEGER PRIMARY KEY,
    first_delivery INTEGER NOT NULL
) STRICT;

-- One row of facts per user that an event has named.
CREATE TABLE rm_users (
    user_id    INTEGER PRIMARY KEY,
    deliveries BLOB NOT NULL, -- as of a transfer
    facts      BLOB NOT NULL
) STRICT;

-- Balance movements of a profile, each once, whatever number of events told of it.
CREATE TABLE rm_movements (
    id          INTEGER PRIMARY KEY, -- the lowest delivery that told of it
    profile_id  INTEGER NOT NULL,
    moved_at    INTEGER NOT NULL,    -- 0: no usable time
    deliveries  BLOB    NOT NULL     -- as of a transfer
) STRICT;

CREATE INDEX rm_movements_by_profile ON rm_movements (profile_id, moved_at, id);
