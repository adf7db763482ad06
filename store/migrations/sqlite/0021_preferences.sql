-- +goose Up
-- How each person likes to read: the time zone, the light, how close together, and
-- whether single keys do something. Whoever has no row has chosen nothing.
CREATE TABLE preferences (
    person_id  INTEGER PRIMARY KEY REFERENCES people (id),
    zone       TEXT    NOT NULL, -- of IANA; '' is the company's
    theme      TEXT    NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
    density    TEXT    NOT NULL CHECK (density IN ('roomy', 'dense')),
    keys       INTEGER NOT NULL CHECK (keys IN (0, 1)),
    changed_at INTEGER NOT NULL -- Unix microseconds in UTC
) STRICT;
