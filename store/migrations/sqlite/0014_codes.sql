-- +goose Up
-- Read models of which code came for what; see 0003 for what holds for all rm_ tables.

-- One row for each payout failure that Wise reported, and for each active case that
-- was opened, whether it still stands or not.
CREATE TABLE rm_codes (
    kind        TEXT    NOT NULL CHECK (kind IN ('failure', 'case')),
    code        TEXT    NOT NULL, -- as Wise spells it; of a case in small letters
    at          INTEGER NOT NULL, -- Unix microseconds; 0: no usable time
    transfer_id INTEGER NOT NULL,
    profile_id  INTEGER,          -- NULL: no event has named it yet
    account_id  INTEGER,          -- recipient account likewise
    PRIMARY KEY (kind, code, at, transfer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rm_codes_by_transfer ON rm_codes (transfer_id, kind, code, at);
CREATE INDEX rm_codes_by_account ON rm_codes (account_id, at, transfer_id, kind, code) WHERE account_id IS NOT NULL;
CREATE INDEX rm_codes_by_profile ON rm_codes (profile_id, kind, code, at, transfer_id) WHERE profile_id IS NOT NULL;

-- How many transfers had a code in which hour, so that a wave is seen without a scan.
CREATE TABLE rm_code_hours (
    kind TEXT    NOT NULL,
    code TEXT    NOT NULL,
    hour INTEGER NOT NULL, -- since 1970, UTC
    n    INTEGER NOT NULL,
    PRIMARY KEY (hour, kind, code)
) STRICT, WITHOUT ROWID;

-- Which transfers went to which recipient account.
CREATE TABLE rm_payees (
    account_id  INTEGER NOT NULL,
    at          INTEGER NOT NULL, -- the transfer's earliest usable time; 0: none
    transfer_id INTEGER NOT NULL,
    PRIMARY KEY (account_id, at, transfer_id)
) STRICT, WITHOUT ROWID;
