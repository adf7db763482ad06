package audit_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestAnActAtWiseIsRecordedBeforeAndAfter(t *testing.T) {
	db := testkit.DB(t)
	cause := errors.New("no answer")
	ends := []struct {
		outcome audit.Outcome
		err     error
	}{
		{audit.Outcome{Result: audit.Done, SubjectID: "made"}, nil},
		{audit.Outcome{Result: audit.Refused, Detail: "why"}, cause},
		{audit.Outcome{Result: audit.Unknown}, cause},
	}
	var want []store.AuditEntry
	for _, end := range ends {
		err := audit.Outside(context.Background(), db, clock, admin, entry(auth.AddPerson, "x"), nil,
			func(context.Context) (audit.Outcome, error) {
				check(t, db, append(want[:len(want):len(want)], line(admin, auth.AddPerson, "x", "started"))...)
				return end.outcome, end.err
			})
		if !errors.Is(err, end.err) {
			t.Errorf("%s: %v, want %v", end.outcome.Result, err, end.err)
		}
		subject := "x"
		if end.outcome.SubjectID != "" {
			subject = end.outcome.SubjectID
		}
		want = append(want, line(admin, auth.AddPerson, "x", "started"), line(admin, auth.AddPerson, subject, string(end.outcome.Result)))
		check(t, db, want...)
	}
}

// TestAnEndThatCannotBeKeptIsNoReasonToAskAgain: the beginning stays, so that it is
// settled later.
func TestAnEndThatCannotBeKeptIsNoReasonToAskAgain(t *testing.T) {
	db := testkit.DB(t)
	full := fault.New(fault.Unavailable, "Nothing was saved; try again in a moment.")
	err := audit.Outside(context.Background(), db, clock, admin, entry(auth.AddPerson, "x"), nil, func(context.Context) (audit.Outcome, error) {
		return audit.Outcome{Result: audit.Done, Keep: func(*store.Tx) error { return full }}, nil
	})
	if fault.KindOf(err) != fault.Unavailable || !strings.Contains(fault.TextOf(err), "Do not ask again") || !errors.Is(err, full) {
		t.Errorf("got %v, told %q", err, fault.TextOf(err))
	}
	check(t, db, line(admin, auth.AddPerson, "x", "started"))
}

func TestWiseIsNotAskedWhenTheRightOrTheRecordIsMissing(t *testing.T) {
	db := testkit.DB(t)
	never := func(context.Context) (audit.Outcome, error) {
		t.Error("Wise was asked")
		return audit.Outcome{Result: audit.Done}, nil
	}
	err := audit.Outside(context.Background(), db, clock, agent, entry(auth.AddPerson, "x"), nil, never)
	if fault.KindOf(err) != fault.Forbidden {
		t.Errorf("an agent: %v", err)
	}
	broken := errors.New("no room")
	err = audit.Outside(context.Background(), db, clock, admin, entry(auth.AddPerson, "x"),
		func(*store.Tx) error { return broken }, never)
	if !errors.Is(err, broken) {
		t.Errorf("a beginning that cannot be kept: %v", err)
	}
	check(t, db, line(agent, auth.AddPerson, "x", "denied"))
}
