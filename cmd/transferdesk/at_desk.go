package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/user"
	"strings"

	"transferdesk/internal/auth"
	"transferdesk/internal/config"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// atDesk opens the database, also beside a running server, and does something
// at the desk as the command line.
func (s *surroundings) atDesk(at config.Database, do func(*desk.Desk, auth.Actor) error) error {
	return s.withDB(at, func(db *store.DB) error {
		return forPeople(do(desk.New(db, s.clock), commandLineActor()))
	})
}

// withDB opens the database for one command.
func (s *surroundings) withDB(at config.Database, do func(*store.DB) error) (err error) {
	path, err := at.Path()
	if err != nil {
		return err
	}
	db, err := store.Open(s.ctx, path, store.Options{Clock: s.clock, Log: slog.New(slog.NewTextHandler(s.stderr, nil))})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return do(db)
}

// commandLineActor is the command line as the audit log names it: whoever may
// open the database file may do anything, so its role is admin, and its name is
// that of the system account.
func commandLineActor() auth.Actor {
	actor := auth.Actor{Kind: auth.CLI, Name: "command line", Role: auth.Admin}
	if account, err := user.Current(); err == nil {
		actor.Name = account.Username
	}
	return actor
}

// forPeople shortens a fault to its sentence for people, unless it is our own
// trouble, whose cause then helps.
func forPeople(err error) error {
	switch fault.KindOf(err) {
	case fault.Internal, fault.Unavailable:
		return err
	}
	return errors.New(fault.TextOf(err))
}

// maxPasswordFile is far more than the longest password, in bytes.
const maxPasswordFile = 4096

// readPassword reads a password, which is never a flag: other users of the
// machine see those. One line break at the end does not count.
func readPassword(stdin io.Reader, name string) (string, error) {
	from := stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return "", fmt.Errorf("reading the password: %w", err)
		}
		defer func() { _ = file.Close() }()
		from = file
	}
	text, err := io.ReadAll(io.LimitReader(from, maxPasswordFile))
	if err != nil {
		return "", fmt.Errorf("reading the password: %w", err)
	}
	line := strings.TrimSuffix(strings.TrimSuffix(string(text), "\n"), "\r")
	if strings.ContainsAny(line, "\r\n") {
		return "", fmt.Errorf("reading the password: %s has more than one line", name)
	}
	return line, nil
}
