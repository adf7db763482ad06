-- +goose Up
-- What leads changed in the catalogue of payout failures and active cases. Nothing is
-- ever changed in place: the newest row of a code counts, the older ones are its
-- history. Times are Unix microseconds in UTC.

CREATE TABLE playbook_versions (
    id         INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('failure', 'case')),
    code       TEXT    NOT NULL, -- as Wise spells it; of a case in small letters
    version    INTEGER NOT NULL CHECK (version > 0), -- of this code, from 1
    builtin    INTEGER NOT NULL CHECK (builtin IN (0, 1)), -- 1: back to what the product comes with
    card       TEXT    NOT NULL, -- JSON of what was written; '' when builtin
    note       TEXT    NOT NULL, -- why, in the author's words
    made_at    INTEGER NOT NULL,
    actor_kind TEXT    NOT NULL,
    actor_id   INTEGER NOT NULL,
    actor_name TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX playbook_versions_by_code ON playbook_versions (kind, code, version);

-- +goose StatementBegin
CREATE TRIGGER playbook_versions_no_update BEFORE UPDATE ON playbook_versions
BEGIN
    SELECT RAISE(ABORT, 'playbook versions are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER playbook_versions_no_delete BEFORE DELETE ON playbook_versions
BEGIN
    SELECT RAISE(ABORT, 'playbook versions are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER playbook_versions_no_replace BEFORE INSERT ON playbook_versions
WHEN EXISTS (SELECT 1 FROM playbook_versions WHERE id = NEW.id OR (kind, code, version) = (NEW.kind, NEW.code, NEW.version))
BEGIN
    SELECT RAISE(ABORT, 'playbook versions are immutable');
END;
-- +goose StatementEnd
