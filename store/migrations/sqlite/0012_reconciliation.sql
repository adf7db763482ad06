-- +goose Up
-- Asking Wise's API for what its webhooks may have missed: how far it has come, and
-- what it found. None of it follows from the journal, so a rebuild leaves it alone.
-- Everything is keyed by Wise's ids. Times are Unix microseconds in UTC.

-- One row per round over all profiles. At most one has not ended: it goes on after a
-- restart where it was.
CREATE TABLE reconcile_rounds (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER NOT NULL, -- 0 while it runs
    ended      TEXT    NOT NULL CHECK (ended IN ('', 'done', 'stopped', 'unreachable')),
    said       TEXT    NOT NULL, -- for people: why it ended early; '' : it did not
    by_name    TEXT    NOT NULL, -- who started it; '' : the clock
    profiles   INTEGER NOT NULL, -- to be asked for
    asked      INTEGER NOT NULL, -- of them: listed whole
    skipped    INTEGER NOT NULL, -- of them: could not be asked for
    transfers  INTEGER NOT NULL, -- that Wise told of
    requests   INTEGER NOT NULL,
    old_after  INTEGER NOT NULL  -- the last transfer that was looked at among those too old for the lists
) STRICT;

CREATE UNIQUE INDEX reconcile_rounds_running ON reconcile_rounds (ended_at) WHERE ended_at = 0;

-- One row per profile that was asked for: when, and what stood in the way.
CREATE TABLE reconcile_profiles (
    profile_id INTEGER PRIMARY KEY,
    round_id   INTEGER NOT NULL, -- the last round that is through with it; 0: none yet
    tried_at   INTEGER NOT NULL, -- of the last try
    asked_at   INTEGER NOT NULL, -- of the last list that was read whole; 0: none was
    reached_at INTEGER NOT NULL, -- a list not read whole goes on before this creation time; 0: it begins with the newest
    transfers  INTEGER NOT NULL, -- in the last list
    trouble    TEXT    NOT NULL, -- kind of trouble of the last try; '' : none
    status     INTEGER NOT NULL, -- HTTP status of that trouble; 0: there was no answer
    said       TEXT    NOT NULL, -- that trouble in words, for people
    trace_id   TEXT    NOT NULL
) STRICT;

CREATE INDEX reconcile_profiles_in_trouble ON reconcile_profiles (trouble, profile_id) WHERE trouble <> '';

-- Transfers that Wise has in another state than we. The event may be on its way, so
-- that each is asked for once more after a grace before it counts.
CREATE TABLE reconcile_doubts (
    transfer_id INTEGER PRIMARY KEY,
    profile_id  INTEGER NOT NULL,
    round_id    INTEGER NOT NULL, -- that came upon it
    ours        TEXT    NOT NULL, -- the state that we held then; '' : none
    theirs      TEXT    NOT NULL, -- as Wise last named it
    since_at    INTEGER NOT NULL, -- when it was first seen
    due_at      INTEGER NOT NULL  -- when to look again
) STRICT;

CREATE INDEX reconcile_doubts_by_due ON reconcile_doubts (due_at, transfer_id);

-- What was found: a state that no event of Wise's had told of when we asked.
CREATE TABLE reconcile_findings (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    round_id     INTEGER NOT NULL, -- 0: a person asked for this transfer
    transfer_id  INTEGER NOT NULL,
    profile_id   INTEGER NOT NULL, -- 0: not told
    kind         TEXT    NOT NULL CHECK (kind IN ('state_differs', 'never_heard')),
    ours         TEXT    NOT NULL, -- the state that we held; '' : none
    ours_at      INTEGER NOT NULL, -- since when; 0: not known
    theirs       TEXT    NOT NULL, -- in Wise's spelling
    found_at     INTEGER NOT NULL,
    delivery_id  INTEGER NOT NULL, -- what the journal keeps of it
    explained_at INTEGER NOT NULL  -- when Wise's own event was seen to have come after all; 0: it has not
) STRICT;

CREATE UNIQUE INDEX reconcile_findings_by_delivery ON reconcile_findings (delivery_id);
CREATE INDEX reconcile_findings_by_transfer ON reconcile_findings (transfer_id, id);
CREATE INDEX reconcile_findings_by_round ON reconcile_findings (round_id);
CREATE INDEX reconcile_findings_open ON reconcile_findings (id, found_at) WHERE explained_at = 0;

-- +goose StatementBegin
CREATE TRIGGER reconcile_findings_no_update BEFORE UPDATE ON reconcile_findings
WHEN OLD.explained_at <> 0 OR NEW.explained_at = 0 OR NEW.id <> OLD.id OR NEW.round_id <> OLD.round_id OR NEW.transfer_id <> OLD.transfer_id
  OR NEW.profile_id <> OLD.profile_id OR NEW.kind <> OLD.kind OR NEW.ours <> OLD.ours OR NEW.ours_at <> OLD.ours_at
  OR NEW.theirs <> OLD.theirs OR NEW.found_at <> OLD.found_at OR NEW.delivery_id <> OLD.delivery_id
BEGIN
    SELECT RAISE(ABORT, 'findings are immutable; only that they are explained is added, once');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reconcile_findings_no_delete BEFORE DELETE ON reconcile_findings
BEGIN
    SELECT RAISE(ABORT, 'findings are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reconcile_findings_no_replace BEFORE INSERT ON reconcile_findings
WHEN EXISTS (SELECT 1 FROM reconcile_findings WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'findings are immutable');
END;
-- +goose StatementEnd
