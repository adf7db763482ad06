-- The whole schema, written by go test ./store -run Schema -update. Change it by a migration.

CREATE TABLE api_tokens (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT    NOT NULL UNIQUE,
    role         TEXT    NOT NULL CHECK (role IN ('agent', 'lead', 'admin')),
    token_sha256 BLOB    NOT NULL UNIQUE CHECK (length(token_sha256) = 32),
    created_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE "audit_entries" (
    id           INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    actor_kind   TEXT    NOT NULL CHECK (actor_kind IN ('person', 'token', 'cli', 'visitor')),
    actor_id     INTEGER NOT NULL, -- of the person or token; 0 for the others
    actor_name   TEXT    NOT NULL, -- as it was then
    role         TEXT    NOT NULL, -- as it was then; empty for a visitor
    act          TEXT    NOT NULL,
    subject_kind TEXT    NOT NULL,
    subject_id   TEXT    NOT NULL,
    result       TEXT    NOT NULL CHECK (result IN ('done', 'denied', 'failed', 'started', 'refused', 'unknown')),
    request_id   TEXT    NOT NULL,
    session      TEXT    NOT NULL, -- the first 16 hex digits of the session's id_sha256
    detail       TEXT    NOT NULL
) STRICT;

CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are immutable');
END;

CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'audit entries are immutable');
END;

CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are immutable');
END;

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

CREATE INDEX cancellations_by_result ON cancellations (result) WHERE result IN ('started', 'unknown');

CREATE INDEX cancellations_by_transfer ON cancellations (transfer_id, id);

CREATE UNIQUE INDEX cancellations_open ON cancellations (transfer_id) WHERE result IN ('started', 'unknown');

CREATE TRIGGER cancellations_no_delete BEFORE DELETE ON cancellations
BEGIN
    SELECT RAISE(ABORT, 'cancellations are immutable');
END;

CREATE TRIGGER cancellations_no_replace BEFORE INSERT ON cancellations
WHEN EXISTS (SELECT 1 FROM cancellations WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'cancellations are immutable');
END;

CREATE TRIGGER cancellations_only_forward BEFORE UPDATE ON cancellations
WHEN NEW.id <> OLD.id OR NEW.transfer_id <> OLD.transfer_id OR NEW.wise_user <> OLD.wise_user OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.asked_at <> OLD.asked_at
    OR NEW.result = 'started' OR OLD.result NOT IN ('started', 'unknown') OR OLD.result = 'unknown' AND NEW.result = 'refused'
BEGIN
    SELECT RAISE(ABORT, 'cancellations are immutable once they ended');
END;

CREATE TABLE case_messages (
    id         INTEGER PRIMARY KEY,
    token      TEXT    NOT NULL UNIQUE, -- of the form that it was typed in, which sends once
    case_id    INTEGER NOT NULL,        -- Wise's
    text       TEXT    NOT NULL,
    actor_kind TEXT    NOT NULL,
    actor_id   INTEGER NOT NULL,
    actor_name TEXT    NOT NULL,
    asked_at   INTEGER NOT NULL,
    result     TEXT    NOT NULL CHECK (result IN ('started', 'done', 'refused', 'not_done', 'unknown')),
    ended_at   INTEGER NOT NULL,
    said       TEXT    NOT NULL,
    trace_id   TEXT    NOT NULL,
    message_id TEXT    NOT NULL -- Wise's; '' : not known
) STRICT;

CREATE INDEX case_messages_by_case ON case_messages (case_id, id);

CREATE TRIGGER case_messages_no_delete BEFORE DELETE ON case_messages
BEGIN
    SELECT RAISE(ABORT, 'case messages are immutable');
END;

CREATE TRIGGER case_messages_no_replace BEFORE INSERT ON case_messages
WHEN EXISTS (SELECT 1 FROM case_messages WHERE id = NEW.id OR token = NEW.token)
BEGIN
    SELECT RAISE(ABORT, 'case messages are immutable');
END;

CREATE TRIGGER case_messages_only_forward BEFORE UPDATE ON case_messages
WHEN NEW.id <> OLD.id OR NEW.token <> OLD.token OR NEW.case_id <> OLD.case_id OR NEW.text <> OLD.text OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.asked_at <> OLD.asked_at
    OR NEW.result = 'started' OR OLD.result NOT IN ('started', 'unknown')
BEGIN
    SELECT RAISE(ABORT, 'case messages are immutable once they are settled');
END;

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

CREATE TRIGGER customer_links_no_delete BEFORE DELETE ON customer_links
BEGIN
    SELECT RAISE(ABORT, 'customer links are immutable');
END;

CREATE TRIGGER customer_links_no_replace BEFORE INSERT ON customer_links
WHEN EXISTS (SELECT 1 FROM customer_links WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'customer links are immutable');
END;

CREATE TRIGGER customer_links_no_update BEFORE UPDATE ON customer_links
BEGIN
    SELECT RAISE(ABORT, 'customer links are immutable');
END;

CREATE TABLE deliveries (
    id           INTEGER PRIMARY KEY,
    source       TEXT    NOT NULL CHECK (source IN ('webhook', 'reconciliation')),
    received_at  INTEGER NOT NULL, -- first arrival
    body_sha256  BLOB    NOT NULL UNIQUE CHECK (length(body_sha256) = 32), -- of the body as it came
    content_type TEXT    NOT NULL, -- as it came, cut
    key_name     TEXT    NOT NULL, -- the public key that verified
    body         BLOB    NOT NULL  -- last, so that short reads stop before it
) STRICT;

CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries
BEGIN
    SELECT RAISE(ABORT, 'deliveries are immutable');
END;

CREATE TRIGGER deliveries_no_replace BEFORE INSERT ON deliveries
WHEN EXISTS (SELECT 1 FROM deliveries WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM deliveries WHERE body_sha256 = NEW.body_sha256)
BEGIN
    SELECT RAISE(ABORT, 'deliveries are immutable');
END;

CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries
BEGIN
    SELECT RAISE(ABORT, 'deliveries are immutable');
END;

CREATE TABLE directory_entries (
    id         INTEGER PRIMARY KEY,
    import_id  INTEGER NOT NULL REFERENCES directory_imports (id),
    reference  TEXT    NOT NULL CHECK (reference <> ''),
    profile_id INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    email      TEXT    NOT NULL
) STRICT;

CREATE INDEX directory_entries_by_import ON directory_entries (import_id);

CREATE INDEX directory_entries_by_key ON directory_entries (reference, profile_id, id);

CREATE INDEX directory_entries_by_profile ON directory_entries (profile_id, id) WHERE profile_id <> 0;

CREATE INDEX directory_entries_by_user ON directory_entries (user_id, id) WHERE user_id <> 0;

CREATE TRIGGER directory_entries_no_delete BEFORE DELETE ON directory_entries
WHEN (SELECT state FROM directory_imports WHERE id = OLD.import_id) <> 'dropped'
BEGIN
    SELECT RAISE(ABORT, 'directory entries are immutable');
END;

CREATE TRIGGER directory_entries_no_replace BEFORE INSERT ON directory_entries
WHEN EXISTS (SELECT 1 FROM directory_entries WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM directory_imports WHERE id = NEW.import_id AND state = 'open')
BEGIN
    SELECT RAISE(ABORT, 'directory entries are immutable');
END;

CREATE TRIGGER directory_entries_no_update BEFORE UPDATE ON directory_entries
BEGIN
    SELECT RAISE(ABORT, 'directory entries are immutable');
END;

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

CREATE TRIGGER directory_imports_no_delete BEFORE DELETE ON directory_imports
BEGIN
    SELECT RAISE(ABORT, 'directory imports are immutable');
END;

CREATE TRIGGER directory_imports_no_replace BEFORE INSERT ON directory_imports
WHEN EXISTS (SELECT 1 FROM directory_imports WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'directory imports are immutable');
END;

CREATE TRIGGER directory_imports_no_update BEFORE UPDATE ON directory_imports
WHEN OLD.state <> 'open'
BEGIN
    SELECT RAISE(ABORT, 'directory imports that have ended are immutable');
END;

CREATE TABLE directory_keys (
    kind     TEXT    NOT NULL CHECK (kind IN ('name', 'email', 'reference')),
    key      TEXT    NOT NULL,
    entry_id INTEGER NOT NULL,
    PRIMARY KEY (kind, key, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_asides (
    id          INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL,
    undone      INTEGER NOT NULL CHECK (undone IN (0, 1)), -- 1: it is to be looked at again
    at          INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL,
    note        TEXT    NOT NULL  -- why
) STRICT;

CREATE INDEX event_asides_by_delivery ON event_asides (delivery_id, id);

CREATE TRIGGER event_asides_no_delete BEFORE DELETE ON event_asides
BEGIN
    SELECT RAISE(ABORT, 'event asides are immutable');
END;

CREATE TRIGGER event_asides_no_replace BEFORE INSERT ON event_asides
WHEN EXISTS (SELECT 1 FROM event_asides WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'event asides are immutable');
END;

CREATE TRIGGER event_asides_no_update BEFORE UPDATE ON event_asides
BEGIN
    SELECT RAISE(ABORT, 'event asides are immutable');
END;

CREATE TABLE event_attachments (
    id           INTEGER PRIMARY KEY,
    delivery_id  INTEGER NOT NULL,
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('transfer', 'profile', 'user')),
    subject_id   INTEGER NOT NULL, -- Wise's id
    undone       INTEGER NOT NULL CHECK (undone IN (0, 1)),
    at           INTEGER NOT NULL,
    actor_kind   TEXT    NOT NULL,
    actor_id     INTEGER NOT NULL,
    actor_name   TEXT    NOT NULL,
    note         TEXT    NOT NULL
) STRICT;

CREATE INDEX event_attachments_by_delivery ON event_attachments (delivery_id, id);

CREATE INDEX event_attachments_by_subject ON event_attachments (subject_kind, subject_id, id);

CREATE TRIGGER event_attachments_no_delete BEFORE DELETE ON event_attachments
BEGIN
    SELECT RAISE(ABORT, 'event attachments are immutable');
END;

CREATE TRIGGER event_attachments_no_replace BEFORE INSERT ON event_attachments
WHEN EXISTS (SELECT 1 FROM event_attachments WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'event attachments are immutable');
END;

CREATE TRIGGER event_attachments_no_update BEFORE UPDATE ON event_attachments
BEGIN
    SELECT RAISE(ABORT, 'event attachments are immutable');
END;

CREATE TABLE event_retries (
    id          INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL,
    status      TEXT    NOT NULL, -- as of an outcome
    why         TEXT    NOT NULL
) STRICT;

CREATE INDEX event_retries_by_delivery ON event_retries (delivery_id, id);

CREATE TRIGGER event_retries_no_delete BEFORE DELETE ON event_retries
BEGIN
    SELECT RAISE(ABORT, 'event retries are immutable');
END;

CREATE TRIGGER event_retries_no_replace BEFORE INSERT ON event_retries
WHEN EXISTS (SELECT 1 FROM event_retries WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'event retries are immutable');
END;

CREATE TRIGGER event_retries_no_update BEFORE UPDATE ON event_retries
BEGIN
    SELECT RAISE(ABORT, 'event retries are immutable');
END;

CREATE TABLE looks (
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('transfer', 'profile', 'user')),
    subject_id   INTEGER NOT NULL, -- Wise's
    person_id    INTEGER NOT NULL,
    person_name  TEXT    NOT NULL, -- as it was at the last look
    first_at     INTEGER NOT NULL,
    last_at      INTEGER NOT NULL,
    PRIMARY KEY (subject_kind, subject_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX looks_by_person ON looks (person_id, last_at);

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

CREATE TRIGGER note_versions_no_delete BEFORE DELETE ON note_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of notes are immutable');
END;

CREATE TRIGGER note_versions_no_replace BEFORE INSERT ON note_versions
WHEN EXISTS (SELECT 1 FROM note_versions WHERE id = NEW.id OR (note_id, version) = (NEW.note_id, NEW.version))
BEGIN
    SELECT RAISE(ABORT, 'versions of notes are immutable');
END;

CREATE TRIGGER note_versions_no_update BEFORE UPDATE ON note_versions
BEGIN
    SELECT RAISE(ABORT, 'versions of notes are immutable');
END;

CREATE TABLE notes (
    id          INTEGER PRIMARY KEY,
    transfer_id INTEGER NOT NULL,
    added_at    INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL, -- the author
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL
) STRICT;

CREATE INDEX notes_by_transfer ON notes (transfer_id, id);

CREATE TRIGGER notes_no_delete BEFORE DELETE ON notes
BEGIN
    SELECT RAISE(ABORT, 'notes are immutable');
END;

CREATE TRIGGER notes_no_replace BEFORE INSERT ON notes
WHEN EXISTS (SELECT 1 FROM notes WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'notes are immutable');
END;

CREATE TRIGGER notes_no_update BEFORE UPDATE ON notes
BEGIN
    SELECT RAISE(ABORT, 'notes are immutable');
END;

CREATE TABLE people (
    id            INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: the audit log names people by it
    email         TEXT    NOT NULL UNIQUE,           -- in lower case
    name          TEXT    NOT NULL,
    role          TEXT    NOT NULL CHECK (role IN ('agent', 'lead', 'admin')),
    password_hash TEXT    NOT NULL,                  -- argon2id, PHC string
    created_at    INTEGER NOT NULL,
    disabled_at   INTEGER                            -- NULL while the account may sign in
, compliance INTEGER NOT NULL DEFAULT 0 CHECK (compliance IN (0, 1))) STRICT;

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

CREATE TRIGGER playbook_versions_no_delete BEFORE DELETE ON playbook_versions
BEGIN
    SELECT RAISE(ABORT, 'playbook versions are immutable');
END;

CREATE TRIGGER playbook_versions_no_replace BEFORE INSERT ON playbook_versions
WHEN EXISTS (SELECT 1 FROM playbook_versions WHERE id = NEW.id OR (kind, code, version) = (NEW.kind, NEW.code, NEW.version))
BEGIN
    SELECT RAISE(ABORT, 'playbook versions are immutable');
END;

CREATE TRIGGER playbook_versions_no_update BEFORE UPDATE ON playbook_versions
BEGIN
    SELECT RAISE(ABORT, 'playbook versions are immutable');
END;

CREATE TABLE preferences (
    person_id  INTEGER PRIMARY KEY REFERENCES people (id),
    zone       TEXT    NOT NULL, -- of IANA; '' is the company's
    theme      TEXT    NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
    density    TEXT    NOT NULL CHECK (density IN ('roomy', 'dense')),
    keys       INTEGER NOT NULL CHECK (keys IN (0, 1)),
    changed_at INTEGER NOT NULL -- Unix microseconds in UTC
) STRICT;

CREATE TABLE receipt_overflow (
    delivery_id INTEGER PRIMARY KEY REFERENCES deliveries (id),
    arrivals    INTEGER NOT NULL,
    last_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE receipts (
    id               INTEGER PRIMARY KEY, -- the projector's cursor runs over it
    delivery_id      INTEGER NOT NULL REFERENCES deliveries (id),
    received_at      INTEGER NOT NULL,
    wise_delivery_id ANY,              -- X-Delivery-Id: 16 bytes if a canonical UUID, else text, cut; NULL if absent
    test             INTEGER NOT NULL CHECK (test IN (0, 1)) -- X-Test-Notification was true
) STRICT;

CREATE INDEX receipts_by_delivery ON receipts (delivery_id);

CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are immutable');
END;

CREATE TRIGGER receipts_no_replace BEFORE INSERT ON receipts
WHEN EXISTS (SELECT 1 FROM receipts WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'receipts are immutable');
END;

CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are immutable');
END;

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

CREATE INDEX reconcile_findings_by_round ON reconcile_findings (round_id);

CREATE INDEX reconcile_findings_by_transfer ON reconcile_findings (transfer_id, id);

CREATE INDEX reconcile_findings_open ON reconcile_findings (id, found_at) WHERE explained_at = 0;

CREATE TRIGGER reconcile_findings_no_delete BEFORE DELETE ON reconcile_findings
BEGIN
    SELECT RAISE(ABORT, 'findings are immutable');
END;

CREATE TRIGGER reconcile_findings_no_replace BEFORE INSERT ON reconcile_findings
WHEN EXISTS (SELECT 1 FROM reconcile_findings WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'findings are immutable');
END;

CREATE TRIGGER reconcile_findings_no_update BEFORE UPDATE ON reconcile_findings
WHEN OLD.explained_at <> 0 OR NEW.explained_at = 0 OR NEW.id <> OLD.id OR NEW.round_id <> OLD.round_id OR NEW.transfer_id <> OLD.transfer_id
  OR NEW.profile_id <> OLD.profile_id OR NEW.kind <> OLD.kind OR NEW.ours <> OLD.ours OR NEW.ours_at <> OLD.ours_at
  OR NEW.theirs <> OLD.theirs OR NEW.found_at <> OLD.found_at OR NEW.delivery_id <> OLD.delivery_id
BEGIN
    SELECT RAISE(ABORT, 'findings are immutable; only that they are explained is added, once');
END;

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

CREATE TABLE rejected_counts (
    reason  TEXT PRIMARY KEY,
    n       INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;

CREATE TABLE rejected_deliveries (
    id          INTEGER PRIMARY KEY,
    rejected_at INTEGER NOT NULL,
    reason      TEXT    NOT NULL, -- a code, as signature_missing
    remote      TEXT    NOT NULL, -- address of the peer
    headers     TEXT    NOT NULL, -- JSON object of a few headers, cut
    body_bytes  INTEGER NOT NULL
) STRICT;

CREATE TABLE rm_activities (
    id          INTEGER PRIMARY KEY, -- the lowest delivery that told of it
    kind        TEXT    NOT NULL,    -- activity.Kind
    name        TEXT    NOT NULL,    -- Wise's id of the thing, as sent
    profile_id  INTEGER,
    transfer_id INTEGER,
    at          INTEGER NOT NULL,    -- since when it is as it is; 0: no usable time
    deliveries  BLOB    NOT NULL,    -- as of a transfer
    facts       BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX rm_activities_by_name ON rm_activities (kind, name);

CREATE INDEX rm_activities_by_profile ON rm_activities (profile_id, kind, at, id) WHERE profile_id IS NOT NULL;

CREATE INDEX rm_activities_by_transfer ON rm_activities (transfer_id, id) WHERE transfer_id IS NOT NULL;

CREATE INDEX rm_activities_cases ON rm_activities (at, id) WHERE kind = 'support_case';

CREATE INDEX rm_activities_of_company ON rm_activities (kind, at, id) WHERE profile_id IS NULL;

CREATE TABLE rm_arrivals (
    wise_delivery_id ANY     NOT NULL, -- as in receipts
    receipt_id       INTEGER NOT NULL,
    delivery_id      INTEGER NOT NULL,
    PRIMARY KEY (wise_delivery_id, receipt_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_code_hours (
    kind   TEXT    NOT NULL,
    code   TEXT    NOT NULL,
    hour   INTEGER NOT NULL, -- since 1970, UTC
    n      INTEGER NOT NULL, -- transfers that had it in this hour
    latest INTEGER NOT NULL, -- those of them that had it in no later one: from an hour on each counts once
    PRIMARY KEY (kind, code, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_code_tallies (
    kind TEXT    NOT NULL,
    code TEXT    NOT NULL,
    n    INTEGER NOT NULL,
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX rm_codes_by_account ON rm_codes (account_id, at, transfer_id) WHERE account_id IS NOT NULL;

CREATE INDEX rm_codes_by_profile ON rm_codes (profile_id, kind, code, at, transfer_id) WHERE profile_id IS NOT NULL;

CREATE INDEX rm_codes_by_transfer ON rm_codes (transfer_id, kind, code, at);

CREATE TABLE rm_feeds (
    event_type   TEXT    NOT NULL, -- as sent, cut; '' when it could not be read
    subscription TEXT    NOT NULL, -- subscription_id as sent, cut; '' when there was none
    first_at     INTEGER NOT NULL,
    last_at      INTEGER NOT NULL,
    arrivals     INTEGER NOT NULL,
    rhythm       BLOB    NOT NULL, -- feed.Rhythm, packed
    PRIMARY KEY (event_type, subscription)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_handles (
    text         TEXT NOT NULL, -- in lower case, cut
    kind         TEXT NOT NULL, -- wise.HandleKind
    subject_kind TEXT NOT NULL, -- 'transfer', 'profile', 'user', or an activity.Kind
    subject_id   TEXT NOT NULL,
    PRIMARY KEY (text, kind, subject_kind, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_kinds (
    id             INTEGER PRIMARY KEY,
    event_type     TEXT NOT NULL, -- as sent, cut; '' when it could not be read
    schema_version TEXT NOT NULL,
    status         TEXT NOT NULL CHECK (status IN ('applied', 'duplicate', 'kept', 'test', 'quarantined'))
, subscription TEXT NOT NULL DEFAULT '') STRICT;

CREATE UNIQUE INDEX rm_kinds_by_name ON rm_kinds (event_type, schema_version, status, subscription);

CREATE TABLE rm_legs (
    leg  TEXT    NOT NULL,
    code TEXT    NOT NULL, -- as above
    done INTEGER NOT NULL,
    open INTEGER NOT NULL,
    PRIMARY KEY (leg, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_links (
    profile_id     INTEGER NOT NULL,
    user_id        INTEGER NOT NULL,
    first_delivery INTEGER NOT NULL,
    last_delivery  INTEGER NOT NULL,
    PRIMARY KEY (profile_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rm_links_by_user ON rm_links (user_id, profile_id);

CREATE TABLE rm_meta (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    cursor          INTEGER NOT NULL, -- the last receipt folded
    decoder_version INTEGER NOT NULL, -- 0: nothing folded yet
    owner           TEXT    NOT NULL  -- the rebuild that fills this copy; '' for the copy that is served
) STRICT;

CREATE TABLE rm_minutes (
    minute   INTEGER NOT NULL, -- since 1970, UTC
    became   TEXT    NOT NULL CHECK (became IN ('applied', 'duplicate', 'out_of_order', 'test', 'quarantined', 'kept')),
    arrivals INTEGER NOT NULL,
    PRIMARY KEY (minute, became)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_movements (
    id          INTEGER PRIMARY KEY, -- the lowest delivery that told of it
    profile_id  INTEGER NOT NULL,
    moved_at    INTEGER NOT NULL,    -- 0: no usable time
    deliveries  BLOB    NOT NULL     -- as of a transfer
) STRICT;

CREATE INDEX rm_movements_by_profile ON rm_movements (profile_id, moved_at, id);

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

CREATE INDEX rm_outcomes_by_profile ON rm_outcomes (profile_id, delivery_id) WHERE profile_id IS NOT NULL;

CREATE INDEX rm_outcomes_by_transfer ON rm_outcomes (transfer_id, delivery_id) WHERE transfer_id IS NOT NULL;

CREATE INDEX rm_outcomes_by_user ON rm_outcomes (user_id, delivery_id) WHERE user_id IS NOT NULL;

CREATE INDEX rm_outcomes_kept_of_profile ON rm_outcomes (profile_id, delivery_id) WHERE profile_id IS NOT NULL AND why <> '' AND why <> 'seen_already';

CREATE INDEX rm_outcomes_kept_of_transfer ON rm_outcomes (transfer_id, delivery_id) WHERE transfer_id IS NOT NULL AND why <> '' AND why <> 'seen_already';

CREATE INDEX rm_outcomes_kept_of_user ON rm_outcomes (user_id, delivery_id) WHERE user_id IS NOT NULL AND why <> '' AND why <> 'seen_already';

CREATE TABLE rm_payees (
    account_id  INTEGER NOT NULL,
    at          INTEGER NOT NULL, -- the transfer's earliest usable time; 0: none
    transfer_id INTEGER NOT NULL,
    amount      TEXT    NOT NULL, -- a decimal; '' : no event tells it
    currency    TEXT    NOT NULL,
    PRIMARY KEY (account_id, at, transfer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_profiles (
    profile_id     INTEGER PRIMARY KEY,
    first_delivery INTEGER NOT NULL
) STRICT;

CREATE TABLE rm_spans (
    leg    TEXT    NOT NULL, -- transfer.Leg
    code   TEXT    NOT NULL, -- of the failure of that attempt; '' counts all
    level  INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
    bucket INTEGER NOT NULL, -- seconds / 256^level
    n      INTEGER NOT NULL,
    PRIMARY KEY (leg, code, level, bucket)
) STRICT, WITHOUT ROWID;

CREATE TABLE rm_tallies (
    list     TEXT    NOT NULL, -- a stage, or 'cases'
    reason   TEXT    NOT NULL,
    currency TEXT    NOT NULL,
    n        INTEGER NOT NULL,
    PRIMARY KEY (list, reason, currency)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX rm_transfers_by_case ON rm_transfers (cases_since, transfer_id) WHERE cases_since IS NOT NULL;

CREATE INDEX rm_transfers_by_problem ON rm_transfers (profile_id, stage_at, transfer_id) WHERE problem = 1;

CREATE INDEX rm_transfers_by_profile ON rm_transfers (profile_id, created_at, transfer_id) WHERE profile_id IS NOT NULL;

CREATE INDEX rm_transfers_by_reason ON rm_transfers (reason, stage_at, transfer_id, stage, currency) WHERE stage <> '';

CREATE INDEX rm_transfers_by_stage ON rm_transfers (stage, stage_at, transfer_id, reason, currency) WHERE stage <> '';

CREATE TABLE rm_users (
    user_id    INTEGER PRIMARY KEY,
    deliveries BLOB NOT NULL, -- as of a transfer
    facts      BLOB NOT NULL
) STRICT;

CREATE TABLE rm_watches (
    watch        TEXT    NOT NULL,
    subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('transfer', 'user', 'profile')),
    subject_id   INTEGER NOT NULL,
    code         TEXT    NOT NULL, -- of the failure that it is about; '' when none is known
    since        INTEGER NOT NULL, -- Unix microseconds; 0: not known
    profile_id   INTEGER,
    PRIMARY KEY (watch, subject_kind, subject_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rm_watches_by_profile ON rm_watches (profile_id, watch, since, subject_id) WHERE profile_id IS NOT NULL;

CREATE INDEX rm_watches_by_since ON rm_watches (watch, code, since, subject_id);

CREATE TABLE sessions (
    id_sha256  BLOB    PRIMARY KEY CHECK (length(id_sha256) = 32), -- of the secret in the cookie
    person_id  INTEGER NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL -- last use, some minutes stale
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE subscription_acts (
    id             INTEGER PRIMARY KEY,
    at             INTEGER NOT NULL,
    actor_kind     TEXT    NOT NULL,
    actor_id       INTEGER NOT NULL,
    actor_name     TEXT    NOT NULL,
    act            TEXT    NOT NULL CHECK (act IN ('subscribe', 'unsubscribe', 'test')),
    profile_id     INTEGER NOT NULL, -- whose subscription; 0: the application's
    subscription   TEXT    NOT NULL, -- Wise's id; '' while there is none
    event_type     TEXT    NOT NULL,
    schema_version TEXT    NOT NULL,
    url            TEXT    NOT NULL,
    after_receipt  INTEGER NOT NULL, -- the newest receipt then: what Wise sent for it came later
    after_rejected INTEGER NOT NULL, -- the newest rejected delivery then
    ended_at       INTEGER NOT NULL, -- 0: not yet
    result         TEXT    NOT NULL CHECK (result IN ('started', 'done', 'failed', 'refused', 'unknown')),
    trouble        TEXT    NOT NULL, -- kind of trouble; '' : none
    said           TEXT    NOT NULL, -- that trouble in words, for people
    trace_id       TEXT    NOT NULL  -- of Wise's answer
) STRICT;

CREATE TRIGGER subscription_acts_end_once BEFORE UPDATE ON subscription_acts
WHEN OLD.result <> 'started' OR NEW.result = 'started' OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.act <> OLD.act OR NEW.profile_id <> OLD.profile_id
    OR NEW.event_type <> OLD.event_type OR NEW.schema_version <> OLD.schema_version OR NEW.url <> OLD.url
BEGIN
    SELECT RAISE(ABORT, 'an act that has ended is immutable');
END;

CREATE TRIGGER subscription_acts_no_delete BEFORE DELETE ON subscription_acts
BEGIN
    SELECT RAISE(ABORT, 'subscription acts are immutable');
END;

CREATE TRIGGER subscription_acts_no_replace BEFORE INSERT ON subscription_acts
WHEN EXISTS (SELECT 1 FROM subscription_acts WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'subscription acts are immutable');
END;

CREATE TABLE subscription_tests (
    id             INTEGER PRIMARY KEY,
    act_id         INTEGER NOT NULL, -- the act that asked for it
    subscription   TEXT    NOT NULL, -- Wise's id
    delivery_id    TEXT    NOT NULL, -- comes back as X-Delivery-Id
    asked_at       INTEGER NOT NULL,
    actor_kind     TEXT    NOT NULL,
    actor_id       INTEGER NOT NULL,
    actor_name     TEXT    NOT NULL,
    after_rejected INTEGER NOT NULL  -- the newest rejected delivery when it was asked for
) STRICT;

CREATE INDEX subscription_tests_by_subscription ON subscription_tests (subscription, id);

CREATE TRIGGER subscription_tests_no_delete BEFORE DELETE ON subscription_tests
BEGIN
    SELECT RAISE(ABORT, 'subscription tests are immutable');
END;

CREATE TRIGGER subscription_tests_no_replace BEFORE INSERT ON subscription_tests
WHEN EXISTS (SELECT 1 FROM subscription_tests WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'subscription tests are immutable');
END;

CREATE TRIGGER subscription_tests_no_update BEFORE UPDATE ON subscription_tests
BEGIN
    SELECT RAISE(ABORT, 'subscription tests are immutable');
END;

CREATE TABLE support_cases (
    id          INTEGER PRIMARY KEY,
    external_id TEXT    NOT NULL UNIQUE, -- ours: a case of which nobody knows whether Wise opened it is found again by it
    case_id     INTEGER NOT NULL,        -- Wise's; 0: not known
    transfer_id INTEGER NOT NULL,
    profile_id  INTEGER NOT NULL,        -- 0: not named
    type        TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    description TEXT    NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL,
    asked_at    INTEGER NOT NULL,
    result      TEXT    NOT NULL CHECK (result IN ('started', 'done', 'refused', 'not_done', 'unknown')),
    ended_at    INTEGER NOT NULL, -- when the result became so; 0: not yet
    said        TEXT    NOT NULL, -- what became of it, in words, for people
    trace_id    TEXT    NOT NULL  -- of Wise's answer
) STRICT;

CREATE INDEX support_cases_by_case ON support_cases (case_id) WHERE case_id <> 0;

CREATE INDEX support_cases_by_profile ON support_cases (profile_id, id) WHERE profile_id <> 0;

CREATE INDEX support_cases_by_time ON support_cases (asked_at DESC, id);

CREATE INDEX support_cases_by_transfer ON support_cases (transfer_id, id);

CREATE INDEX support_cases_open ON support_cases (result) WHERE result IN ('started', 'unknown');

CREATE TRIGGER support_cases_no_delete BEFORE DELETE ON support_cases
BEGIN
    SELECT RAISE(ABORT, 'support cases are immutable');
END;

CREATE TRIGGER support_cases_no_replace BEFORE INSERT ON support_cases
WHEN EXISTS (SELECT 1 FROM support_cases WHERE id = NEW.id OR external_id = NEW.external_id)
BEGIN
    SELECT RAISE(ABORT, 'support cases are immutable');
END;

CREATE TRIGGER support_cases_only_forward BEFORE UPDATE ON support_cases
WHEN NEW.id <> OLD.id OR NEW.external_id <> OLD.external_id OR NEW.transfer_id <> OLD.transfer_id OR NEW.profile_id <> OLD.profile_id
    OR NEW.type <> OLD.type OR NEW.subject <> OLD.subject OR NEW.description <> OLD.description OR NEW.actor_kind <> OLD.actor_kind
    OR NEW.actor_id <> OLD.actor_id OR NEW.actor_name <> OLD.actor_name OR NEW.asked_at <> OLD.asked_at
    OR NEW.result = 'started' OR OLD.result NOT IN ('started', 'unknown')
BEGIN
    SELECT RAISE(ABORT, 'support cases are immutable once they are settled');
END;

CREATE TABLE tellings (
    id          INTEGER PRIMARY KEY,
    transfer_id INTEGER NOT NULL,
    text        TEXT    NOT NULL, -- exactly as it was shown
    code        TEXT    NOT NULL, -- answer.Code that spoke
    basis       TEXT    NOT NULL, -- JSON of the facts that the text told
    caller      TEXT    NOT NULL, -- who was on the line; '' when it was not said
    identity    TEXT    NOT NULL, -- whether that was confirmed; '' when it was not said
    told_at     INTEGER NOT NULL,
    actor_kind  TEXT    NOT NULL,
    actor_id    INTEGER NOT NULL,
    actor_name  TEXT    NOT NULL
) STRICT;

CREATE INDEX tellings_by_transfer ON tellings (transfer_id, id);

CREATE TRIGGER tellings_no_delete BEFORE DELETE ON tellings
BEGIN
    SELECT RAISE(ABORT, 'tellings are immutable');
END;

CREATE TRIGGER tellings_no_replace BEFORE INSERT ON tellings
WHEN EXISTS (SELECT 1 FROM tellings WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'tellings are immutable');
END;

CREATE TRIGGER tellings_no_update BEFORE UPDATE ON tellings
BEGIN
    SELECT RAISE(ABORT, 'tellings are immutable');
END;

CREATE TABLE wise_answers (
    kind       TEXT    NOT NULL, -- transfer, estimate, payout, recipient, profile, user, …
    wise_id    INTEGER NOT NULL, -- Wise's id of the thing; 0 where there is only one
    fetched_at INTEGER NOT NULL, -- of the value; 0: it has never been answered
    value      TEXT    NOT NULL, -- JSON, without what is not needed; '' : none
    user_id    INTEGER NOT NULL, -- of kind profile: the user that Wise names; else 0
    tried_at   INTEGER NOT NULL, -- of the last try
    trouble    TEXT    NOT NULL, -- kind of trouble of the last try; '' : it was answered
    status     INTEGER NOT NULL, -- HTTP status of that trouble; 0: there was no answer
    said       TEXT    NOT NULL, -- that trouble in words, for people
    trace_id   TEXT    NOT NULL, -- of Wise's answer to the last try
    retry_at   INTEGER NOT NULL, -- not to be tried before; 0: whenever
    PRIMARY KEY (kind, wise_id)
) STRICT;

CREATE INDEX wise_answers_by_estimate ON wise_answers (json_extract(value, '$.at'), wise_id, fetched_at)
WHERE kind = 'estimate' AND value <> '';

CREATE INDEX wise_answers_by_user ON wise_answers (user_id) WHERE user_id <> 0;

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

CREATE TRIGGER work_acts_no_delete BEFORE DELETE ON work_acts
BEGIN
    SELECT RAISE(ABORT, 'work_acts are immutable');
END;

CREATE TRIGGER work_acts_no_replace BEFORE INSERT ON work_acts
WHEN EXISTS (SELECT 1 FROM work_acts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM work_acts WHERE transfer_id = NEW.transfer_id AND version = NEW.version)
BEGIN
    SELECT RAISE(ABORT, 'work_acts are immutable');
END;

CREATE TRIGGER work_acts_no_update BEFORE UPDATE ON work_acts
BEGIN
    SELECT RAISE(ABORT, 'work_acts are immutable');
END;

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

CREATE INDEX works_by_assignee ON works (assignee_id, transfer_id);

CREATE INDEX works_by_follow_up ON works (follow_up, transfer_id, assignee_id) WHERE outcome = '' AND follow_up <> '';
