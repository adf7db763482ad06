-- +goose Up
-- What people asked Wise to cancel, and what became of it. It does not follow from
-- the journal, so a rebuild leaves it alone. A row says who asked for which transfer
-- for ever; how it ended is told once, and what was unknown may still become known.
-- Times are Unix microseconds in UTC.
CREATE TABLE cancellations (
    id          INTEGER PRIMARY KEY,
    transfer_id INTEGER NOT NULL, -- Wise's id
    wise_user   INTEGER NOT NULL, -- on whose behalf Wise was asked; 0: not known
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL,
    asked_at    INTEGER NOT NULL,
    result      TEXT    NOT NULL CHECK (result IN ('started', 'done', 'refused', 'not_done', 'unknown')),
    ended_at    INTEGER NOT NULL, -- when the result became so; 0: not yet
    kind        TEXT    NOT NULL, -- kind of trouble, as the client of Wise's API spells it; '' : none
    code        TEXT    NOT NULL, -- of Wise's refusal, such as transfer.cancellation.not.allowed
    said        TEXT    NOT NULL, -- in words, for people
    trace_id    TEXT    NOT NULL, -- of Wise's answer
    settled     TEXT    NOT NULL CHECK (settled IN ('', 'answer', 'asked_again', 'event')), -- how the result became known
    status      TEXT    NOT NULL  -- the state of the transfer by which it was settled, in Wise's spelling; '' : none
) STRICT;

CREATE INDEX cancellations_by_transfer ON cancellations (transfer_id, id);

-- Of a transfer one cancellation at most is under way: Wise is never asked twice.
CREATE UNIQUE INDEX cancellations_open ON cancellations (transfer_id) WHERE result IN ('started', 'unknown');

-- +goose StatementBegin
CREATE TRIGGER cancellations_only_forward BEFORE UPDATE ON cancellations
WHEN NEW.id <> OLD.id OR NEW.transfer_id <> OLD.transfer_id OR NEW.wise_user <> OLD.wise_user OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.asked_at <> OLD.asked_at
    OR NEW.result = 'started' OR OLD.result NOT IN ('started', 'unknown') OR OLD.result = 'unknown' AND NEW.result = 'refused'
BEGIN
    SELECT RAISE(ABORT, 'cancellations are immutable once they ended');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER cancellations_no_delete BEFORE DELETE ON cancellations
BEGIN
    SELECT RAISE(ABORT, 'cancellations are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER cancellations_no_replace BEFORE INSERT ON cancellations
WHEN EXISTS (SELECT 1 FROM cancellations WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'cancellations are immutable');
END;
-- +goose StatementEnd
