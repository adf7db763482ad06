package audit_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

var (
	now   = time.Date(2026, 11, 20, 10, 0, 0, 123456000, time.UTC)
	agent = auth.Actor{Kind: auth.Person, ID: 7, Name: "Ada", Role: auth.Agent, Session: "0123456789abcdef"}
	admin = auth.Actor{Kind: auth.CLI, Name: "root", Role: auth.Admin}
)

func clock() time.Time { return now }

// line is what the log should hold, apart from ids.
func line(actor auth.Actor, act auth.Act, subject, result string) store.AuditEntry {
	return store.AuditEntry{At: now, ActorKind: string(actor.Kind), ActorID: actor.ID, ActorName: actor.Name, Role: string(actor.Role),
		Act: string(act), SubjectKind: "person", SubjectID: subject, Result: result, RequestID: "req-1", Session: actor.Session, Detail: "why"}
}

func entry(act auth.Act, subject string) audit.Entry {
	return audit.Entry{Act: act, SubjectKind: "person", SubjectID: subject, RequestID: "req-1", Detail: "why"}
}

func check(t *testing.T, db *store.DB, want ...store.AuditEntry) {
	t.Helper()
	if diff := cmp.Diff(want, testkit.AuditEntries(t, db), cmpopts.IgnoreFields(store.AuditEntry{}, "ID")); diff != "" {
		t.Errorf("the audit log (-want +got):\n%s", diff)
	}
}

func people(t *testing.T, db *store.DB) (n int) {
	t.Helper()
	if err := db.Read(context.Background(), func(r *store.Reader) (err error) { n, err = r.CountPeople(); return err }); err != nil {
		t.Fatal(err)
	}
	return n
}

// add is an act that changes something.
func add(tx *store.Tx) (string, error) {
	_, err := tx.AddPerson(store.Person{Email: "grace@example.com", Name: "Grace", Role: "agent", PasswordHash: "x", CreatedAt: now})
	return "grace", err
}

func TestAnActAndItsRowAreOneTransaction(t *testing.T) {
	db := testkit.DB(t)
	if err := audit.DoNew(context.Background(), db, clock, admin, entry(auth.AddPerson, ""), add); err != nil {
		t.Fatal(err)
	}
	if people(t, db) != 1 {
		t.Error("the change is not there")
	}
	check(t, db, line(admin, auth.AddPerson, "grace", "done"))
}

func TestARefusalChangesNothingAndIsRecorded(t *testing.T) {
	db := testkit.DB(t)
	err := audit.DoNew(context.Background(), db, clock, agent, entry(auth.AddPerson, "grace"), func(*store.Tx) (string, error) {
		t.Error("the act was run")
		return "", nil
	})
	if fault.KindOf(err) != fault.Forbidden {
		t.Errorf("got %v, want fault.Forbidden", err)
	}
	check(t, db, line(agent, auth.AddPerson, "grace", "denied"))
}

func TestAFailedActLeavesOnlyTheRecordOfItsFailure(t *testing.T) {
	db, trouble := testkit.DB(t), errors.New("no such thing")
	err := audit.Do(context.Background(), db, clock, admin, entry(auth.AddPerson, "grace"), func(tx *store.Tx) error {
		if _, err := add(tx); err != nil {
			return err
		}
		return trouble
	})
	if !errors.Is(err, trouble) {
		t.Errorf("got %v, want the act's own error", err)
	}
	if people(t, db) != 0 {
		t.Error("half of a failed act was kept")
	}
	check(t, db, line(admin, auth.AddPerson, "grace", "failed"))
}

func TestAnActThatFindsEverythingSoAlreadyIsRecordedNowhere(t *testing.T) {
	db := testkit.DB(t)
	err := audit.Do(context.Background(), db, clock, admin, entry(auth.AddPerson, "grace"), func(*store.Tx) error { return audit.ErrMet })
	if err != nil {
		t.Errorf("got %v, want nil", err)
	}
	check(t, db)
}

func TestAnActIsFinishedThoughTheClientHasHungUp(t *testing.T) {
	db := testkit.DB(t)
	ctx, hangUp := context.WithCancel(context.Background())
	err := audit.DoNew(ctx, db, clock, admin, entry(auth.AddPerson, ""), func(tx *store.Tx) (string, error) {
		hangUp()
		return "grace", nil
	})
	if err != nil {
		t.Fatal(err)
	}
	check(t, db, line(admin, auth.AddPerson, "grace", "done"))
}

func TestAViewIsRecordedBeforeThePageIsShown(t *testing.T) {
	db := testkit.DB(t)
	if err := audit.View(context.Background(), db, clock, agent, entry(auth.ViewUser, "42")); err != nil {
		t.Fatal(err)
	}
	check(t, db, line(agent, auth.ViewUser, "42", "done"))
	err := audit.View(context.Background(), db, clock, agent, entry(auth.ViewPeople, "42"))
	if fault.KindOf(err) != fault.Forbidden {
		t.Errorf("a view without the right gives %v, want fault.Forbidden", err)
	}
	check(t, db, line(agent, auth.ViewUser, "42", "done"), line(agent, auth.ViewPeople, "42", "denied"))
}

func TestAViewThatCannotBeRecordedIsRefused(t *testing.T) {
	db := testkit.OpenDB(t, testkit.DBPath(t), store.Options{})
	if err := db.Close(); err != nil { // stands for a disk that is full
		t.Fatal(err)
	}
	if err := audit.View(context.Background(), db, clock, agent, entry(auth.ViewUser, "42")); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("got %v, want fault.Unavailable", err)
	}
	if err := audit.Allow(context.Background(), db, clock, agent, entry(auth.ViewPeople, "")); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("a refusal that cannot be recorded gives %v, want fault.Forbidden", err)
	}
	if err := audit.Allow(context.Background(), db, clock, agent, entry(auth.ViewQueue, "")); err != nil {
		t.Errorf("a list needs no record, yet gives %v", err)
	}
}

func TestAListLeavesNoRecordButItsRefusalDoes(t *testing.T) {
	db := testkit.DB(t)
	if err := audit.Allow(context.Background(), db, clock, agent, entry(auth.ViewQueue, "")); err != nil {
		t.Fatal(err)
	}
	check(t, db)
	nobody := auth.Actor{Kind: auth.Visitor}
	if err := audit.Allow(context.Background(), db, clock, nobody, entry(auth.ViewQueue, "")); fault.KindOf(err) != fault.Forbidden {
		t.Errorf("nobody sees the queue: %v", err)
	}
	check(t, db, line(nobody, auth.ViewQueue, "", "denied"))
}

func TestWhatIsRefusedForAnotherReasonThanTheRoleIsRecordedAsDenied(t *testing.T) {
	db := testkit.DB(t)
	err := audit.Refuse(context.Background(), db, clock, admin, entry(auth.AddPerson, "grace"), "It is somebody else's.")
	if fault.KindOf(err) != fault.Forbidden || fault.TextOf(err) != "It is somebody else's." {
		t.Errorf("got %v, want fault.Forbidden with its text though the role may", err)
	}
	check(t, db, line(admin, auth.AddPerson, "grace", "denied"))
}

func TestALongActIsRecordedBeforeAndAfter(t *testing.T) {
	db, trouble := testkit.DB(t), errors.New("out of patience")
	around := func(do func() error) error {
		return audit.Around(context.Background(), db, clock, admin, entry(auth.Rebuild, ""), do)
	}
	started := line(admin, auth.Rebuild, "", "started")
	if err := around(func() error { check(t, db, started); return nil }); err != nil {
		t.Fatal(err)
	}
	if err := around(func() error { return trouble }); !errors.Is(err, trouble) {
		t.Errorf("got %v, want the act's own error", err)
	}
	check(t, db, started, line(admin, auth.Rebuild, "", "done"), started, line(admin, auth.Rebuild, "", "failed"))
}
