-- +goose Up
-- Who may read what is locked: a flag on a person, beside the role.
ALTER TABLE people ADD COLUMN compliance INTEGER NOT NULL DEFAULT 0 CHECK (compliance IN (0, 1));
