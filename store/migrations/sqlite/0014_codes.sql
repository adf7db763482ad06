-- +goose Up
-- Read models of which code came for what; see 0003 for what holds for all rm_ tables.
-- What is for compliance alone is in none of them.

-- One row for each payout failure that Wise reported, for each active case that was
-- opened, whether it still stands or not, and for each time that a payout came back.
CREATE TABLE rm_codes (
    kind        TEXT    NOT NULL CHECK (kind IN ('failure', 'case', 'return')),
    code        TEXT    NOT NULL, -- as Wise spells it; of a case in small letters; '' of a return
    at          INTEGER NOT NULL, -- Unix microseconds
    transfer_id INTEGER NOT NULL,
    profile_id  INTEGER,          -- NULL: no event has named it yet
    account_id  INTEGER,          -- recipient account likewise
    delivery_id INTEGER NOT NULL, -- the lowest that told of it
    PRIMARY KEY (kind, code, at, transfer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rm_codes_by_transfer ON rm_codes (transfer_id, kind, code, at);
CREATE INDEX rm_codes_by_account ON rm_codes (account_id, at, transfer_id) WHERE account_id IS NOT NULL;
CREATE INDEX rm_codes_by_profile ON rm_codes (profile_id, kind, code, at, transfer_id) WHERE profile_id IS NOT NULL;

-- How many transfers had a code in which hour, so that a wave is seen without a scan.
CREATE TABLE rm_code_hours (
    kind   TEXT    NOT NULL,
    code   TEXT    NOT NULL,
    hour   INTEGER NOT NULL, -- since 1970, UTC
    n      INTEGER NOT NULL, -- transfers that had it in this hour
    latest INTEGER NOT NULL, -- those of them that had it in no later one: from an hour on each counts once
    PRIMARY KEY (kind, code, hour)
) STRICT, WITHOUT ROWID;

-- How many transfers ever had a code.
CREATE TABLE rm_code_tallies (
    kind TEXT    NOT NULL,
    code TEXT    NOT NULL,
    n    INTEGER NOT NULL,
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

-- Which transfers went to which recipient account, and what was debited for them.
CREATE TABLE rm_payees (
    account_id  INTEGER NOT NULL,
    at          INTEGER NOT NULL, -- the transfer's earliest usable time; 0: none
    transfer_id INTEGER NOT NULL,
    amount      TEXT    NOT NULL, -- a decimal; '' : no event tells it
    currency    TEXT    NOT NULL,
    PRIMARY KEY (account_id, at, transfer_id)
) STRICT, WITHOUT ROWID;
