-- +goose Up
-- What people do about a transfer: who has it, when to look again, with what it was
-- resolved. Keyed by Wise's id and given by people, so that no rebuild touches it.
-- Times are Unix microseconds in UTC.

-- Where it stands: one row for each transfer that anybody has worked on.
CREATE TABLE works (
    transfer_id   INTEGER PRIMARY KEY,
    assignee_id   INTEGER NOT NULL, -- of people; 0: nobody
    follow_up     TEXT    NOT NULL, -- the calendar day 2006-01-02; '' when none was set
    outcome       TEXT    NOT NULL, -- with what it was resolved; '' while it is open
    remark        TEXT    NOT NULL, -- that came with the outcome; may be ''
    resolved_at   INTEGER NOT NULL, -- 0 while it is open
    resolved_code TEXT    NOT NULL, -- answer.Code at that moment; '' while it is open
    resolved_by   TEXT    NOT NULL, -- the name of who resolved it, as it was then
    resolved_stage    TEXT    NOT NULL, -- stage and stage_at of rm_transfers at that moment: once they are
    resolved_stage_at INTEGER NOT NULL, -- others, the queue shows it again; '' and 0 while it is open
    version       INTEGER NOT NULL, -- counts the acts, so that nobody overwrites what they have not seen
    changed_at    INTEGER NOT NULL
) STRICT;

-- Lists: what somebody has, also what came back after it was resolved; and what is to be
-- looked at again.
CREATE INDEX works_by_assignee ON works (assignee_id, transfer_id);
CREATE INDEX works_by_follow_up ON works (follow_up, transfer_id, assignee_id) WHERE outcome = '' AND follow_up <> '';

-- What was done, by whom: one row for each act, for ever.
CREATE TABLE work_acts (
    id          INTEGER PRIMARY KEY,
    transfer_id INTEGER NOT NULL,
    version     INTEGER NOT NULL, -- of works, that this act made
    kind        TEXT    NOT NULL, -- work.Kind
    from_value  TEXT    NOT NULL, -- a person's id, a day or an outcome; '' for none
    to_value    TEXT    NOT NULL, -- likewise
    remark      TEXT    NOT NULL, -- of an outcome; else ''
    at          INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX work_acts_by_transfer ON work_acts (transfer_id, version);

-- +goose StatementBegin
CREATE TRIGGER work_acts_no_update BEFORE UPDATE ON work_acts
BEGIN
    SELECT RAISE(ABORT, 'work_acts are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER work_acts_no_delete BEFORE DELETE ON work_acts
BEGIN
    SELECT RAISE(ABORT, 'work_acts are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER work_acts_no_replace BEFORE INSERT ON work_acts
WHEN EXISTS (SELECT 1 FROM work_acts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM work_acts WHERE transfer_id = NEW.transfer_id AND version = NEW.version)
BEGIN
    SELECT RAISE(ABORT, 'work_acts are immutable');
END;
-- +goose StatementEnd
