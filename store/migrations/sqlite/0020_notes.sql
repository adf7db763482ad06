-- +goose Up
-- What our own people note about a transfer, for each other. Nothing is ever changed in
-- place: a note says what its newest version says, and one that was withdrawn has a
-- version that says so. Times are Unix microseconds in UTC.

CREATE TABLE notes (
    id          INTEGER PRIMARY KEY,
    transfer_id INTEGER NOT NULL,
    added_at    INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL, -- the author
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL
) STRICT;

CREATE INDEX notes_by_transfer ON notes (transfer_id, id);

CREATE TABLE note_versions (
    id         INTEGER PRIMARY KEY,
    note_id    INTEGER NOT NULL REFERENCES notes (id),
    version    INTEGER NOT NULL CHECK (version > 0), -- of this note, from 1
    withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    text       TEXT    NOT NULL CHECK ((text = '') = (withdrawn = 1)), -- as it was written
    made_at    INTEGER NOT NULL,
    actor_kind TEXT    NOT NULL, -- who made this version
    actor_id   INTEGER NOT NULL,
    actor_name TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX note_versions_by_note ON note_versions (note_id, version);

-- +goose StatementBegin
CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes
BEGIN
    SELECT RAISE(ABORT, 'notes are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes
BEGIN
    SELECT RAISE(ABORT, 'notes are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER notes_no_replace BEFORE INSERT ON notes
WHEN EXISTS (SELECT 1 FROM notes WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'notes are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER note_versions_no_update BEFORE UPDATE ON note_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of notes are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER note_versions_no_delete BEFORE DELETE ON note_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of notes are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER note_versions_no_replace BEFORE INSERT ON note_versions
WHEN EXISTS (SELECT 1 FROM note_versions WHERE id = NEW.id OR (note_id, version) = (NEW.note_id, NEW.version))
BEGIN
    SELECT RAISE(ABORT, 'versions of notes are immutable');
END;
-- +goose StatementEnd
