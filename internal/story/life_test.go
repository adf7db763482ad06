package story

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/wise"
)

// life is one file of testdata.
type life struct {
	name       string
	archive    archive
	settings   settings
	deliveries []delivery
	golden     string
}

// settings are under what a life is told.
type settings struct {
	transfer int64          // whose page is opened
	now      time.Time      // the clock when it is opened
	reader   *time.Location // whoever reads the page
	company  *time.Location // of JSON and of the customer's text
	funding  answer.Funding
	linked   [2]int64 // profile and user that a lead has linked; zero: none
	estimate answer.Estimate
	payout   string    // the payout reference, as Wise's API said it
	payoutAt time.Time // when
	paths    []string  // rows of the table of paths that the life follows
}

// delivery is one arrival: a body that Wise signed, or, of the type “asked”, what
// Wise's API said when we asked it.
type delivery struct {
	number int // its place in the file, from 1: what an answer rests on
	at     time.Time
	kind   string
	body   string
}

// asked is the type of a delivery of our own: a state that was learned by asking.
const asked = "asked"

// lives reads all of testdata, by name.
func lives(t *testing.T) []life {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("finding the lives: %d, %v", len(names), err)
	}
	var all []life
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		l, err := readLife(strings.TrimSuffix(filepath.Base(name), ".txtar"), string(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all = append(all, l)
	}
	return all
}

// readLife reads one file.
func readLife(name, text string) (life, error) {
	l := life{name: name, archive: parseArchive(text)}
	if strings.TrimSpace(l.archive.comment) == "" {
		return l, fmt.Errorf("no comment tells the life")
	}
	for _, f := range l.archive.files {
		var err error
		switch f.name {
		case "settings":
			l.settings, err = readSettings(f.data)
		case "answer":
			l.golden = f.data
		default:
			err = l.add(f)
		}
		if err != nil {
			return l, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	if l.settings.transfer == 0 || l.settings.now.IsZero() || len(l.deliveries) == 0 {
		return l, fmt.Errorf("a life needs a transfer, the time now, and deliveries")
	}
	return l, nil
}

// add reads a delivery: its name is the time of arrival and the type, its body ends
// without the newline that the archive adds.
func (l *life) add(f file) error {
	when, kind, ok := strings.Cut(f.name, " ")
	at, err := time.Parse(time.RFC3339Nano, when)
	if !ok || err != nil {
		return fmt.Errorf("a delivery is named like “2026-11-16T09:12:05Z transfers#state-change”: %w", err)
	}
	if n := len(l.deliveries); n > 0 && at.Before(l.deliveries[n-1].at) {
		return fmt.Errorf("it arrived before the one above it")
	}
	l.deliveries = append(l.deliveries, delivery{len(l.deliveries) + 1, at, kind, strings.TrimSuffix(f.data, "\n")})
	return nil
}

// readSettings reads lines of “name: value”.
func readSettings(text string) (settings, error) {
	s := settings{reader: time.UTC, company: time.UTC, funding: answer.ByCustomer}
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if err := s.set(name, value); err != nil {
			return s, fmt.Errorf("%q: %w", strings.TrimSpace(line), err)
		}
	}
	return s, nil
}

// set takes one setting.
func (s *settings) set(name, value string) (err error) {
	switch name {
	case "transfer":
		s.transfer, err = strconv.ParseInt(value, 10, 64)
	case "now":
		s.now, err = time.Parse(time.RFC3339, value)
	case "reader":
		s.reader, err = time.LoadLocation(value)
	case "company":
		s.company, err = time.LoadLocation(value)
	case "funding":
		s.funding = answer.Funding(value)
	case "linked":
		_, err = fmt.Sscanf(value, "profile %d with user %d", &s.linked[0], &s.linked[1])
	case "estimate":
		s.estimate.At, s.estimate.FetchedAt, err = twoTimes(value)
	case "payout reference":
		reference, when, _ := strings.Cut(value, ", asked ")
		s.payout = reference
		s.payoutAt, err = time.Parse(time.RFC3339, when)
	case "path":
		s.paths = append(s.paths, value)
	default:
		err = fmt.Errorf("no such setting")
	}
	return err
}

// twoTimes reads “TIME, asked TIME”.
func twoTimes(value string) (at, fetched time.Time, err error) {
	first, second, _ := strings.Cut(value, ", asked ")
	if at, err = time.Parse(time.RFC3339, first); err == nil {
		fetched, err = time.Parse(time.RFC3339, second)
	}
	return at, fetched, err
}

// numberOf finds the first delivery whose body has that SHA-256; 0: none.
func (l life) numberOf(hash []byte) int {
	for _, d := range l.deliveries {
		if sum := sha256.Sum256([]byte(d.body)); d.kind != asked && bytes.Equal(sum[:], hash) {
			return d.number
		}
	}
	return 0
}

// seen is what Wise's API said, of a delivery of our own.
func (d delivery) seen() (wise.Seen, error) {
	var told struct {
		ID, TargetAccount int64
		Status            string
	}
	err := json.Unmarshal([]byte(d.body), &told)
	return wise.Seen{Transfer: told.ID, Account: told.TargetAccount, Status: told.Status, AskedAt: d.at}, err
}
