-- +goose Up
-- Who a customer is to us: own reference, name, e-mail, and which Wise user has
-- which Wise profile. Imports and people gave it, so it does not follow from the
-- journal, and a rebuild leaves it alone. Nothing here is ever changed in place:
-- a newer row of the same key counts, the older ones are the history. Times are
-- Unix microseconds in UTC; an id that a line left blank is 0.

-- One row per import. Its entries are written bit by bit and count for nothing
-- until it is published, which is one short step: so an import is whole or not at all.
-- At most one is open: starting another drops it.
CREATE TABLE directory_imports (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    state      TEXT    NOT NULL CHECK (state IN ('open', 'published', 'dropped')),
    started_at INTEGER NOT NULL,
    ended_at   INTEGER NOT NULL, -- published or dropped; 0 while it is open
    actor_kind TEXT    NOT NULL,
    actor_id   INTEGER NOT NULL,
    actor_name TEXT    NOT NULL
) STRICT;

CREATE INDEX directory_imports_by_state ON directory_imports (state, id);

-- One row per line that said something new. Of one (reference, profile_id) the
-- newest published row is the entry.
CREATE TABLE directory_entries (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES directory_imports (id),
    reference  TEXT    NOT NULL CHECK (reference <> ''),
    profile_id INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    email      TEXT    NOT NULL
) STRICT;

CREATE INDEX directory_entries_by_key ON directory_entries (reference, profile_id, id);
CREATE INDEX directory_entries_by_profile ON directory_entries (profile_id, id) WHERE profile_id <> 0;
CREATE INDEX directory_entries_by_user ON directory_entries (user_id, id) WHERE user_id <> 0;
CREATE INDEX directory_entries_by_import ON directory_entries (import_id);

-- What an entry is found by, folded to small letters without accents. A name
-- stands once for each of its words, turned so that the word comes first.
CREATE TABLE directory_keys (
    kind     TEXT    NOT NULL CHECK (kind IN ('name', 'email', 'reference')),
    key      TEXT    NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (kind, key, entry_id)
) STRICT, WITHOUT ROWID;

-- What leads said about which user has which profile. The newest row of a pair
-- counts; withdrawing is a row of its own.
CREATE TABLE customer_links (
    id         INTEGER PRIMARY KEY,
    profile_id INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    set_at     INTEGER NOT NULL,
    actor_kind TEXT    NOT NULL,
    actor_id   INTEGER NOT NULL,
    actor_name TEXT    NOT NULL,
    note       TEXT    NOT NULL
) STRICT;

CREATE INDEX customer_links_by_profile ON customer_links (profile_id, id);
CREATE INDEX customer_links_by_user ON customer_links (user_id, id);

-- +goose StatementBegin
CREATE TRIGGER directory_imports_no_update BEFORE UPDATE ON directory_imports
WHEN OLD.state <> 'open'
BEGIN
    SELECT RAISE(ABORT, 'directory imports that have ended are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER directory_imports_no_delete BEFORE DELETE ON directory_imports
BEGIN
    SELECT RAISE(ABORT, 'directory imports are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER directory_imports_no_replace BEFORE INSERT ON directory_imports
WHEN EXISTS (SELECT 1 FROM directory_imports WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'directory imports are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER directory_entries_no_update BEFORE UPDATE ON directory_entries
BEGIN
    SELECT RAISE(ABORT, 'directory entries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER directory_entries_no_delete BEFORE DELETE ON directory_entries
WHEN (SELECT state FROM directory_imports WHERE id = OLD.import_id) <> 'dropped'
BEGIN
    SELECT RAISE(ABORT, 'directory entries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER directory_entries_no_replace BEFORE INSERT ON directory_entries
WHEN EXISTS (SELECT 1 FROM directory_entries WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM directory_imports WHERE id = NEW.import_id AND state = 'open')
BEGIN
    SELECT RAISE(ABORT, 'directory entries are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER customer_links_no_update BEFORE UPDATE ON customer_links
BEGIN
    SELECT RAISE(ABORT, 'customer links are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER customer_links_no_delete BEFORE DELETE ON customer_links
BEGIN
    SELECT RAISE(ABORT, 'customer links are immutable');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER customer_links_no_replace BEFORE INSERT ON customer_links
WHEN EXISTS (SELECT 1 FROM customer_links WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'customer links are immutable');
END;
-- +goose StatementEnd
