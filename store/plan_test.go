package store

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/fault"
	"transferdesk/internal/history"
	"transferdesk/internal/transfer"
)

// scans says where a plan reads a whole table of the read models or sorts by hand.
// The small ones, a row for each kind of outcome, tally and feed, may be read whole.
func scans(plan []string) []string {
	return slices.DeleteFunc(slices.Clone(plan), func(step string) bool {
		// An import may hold the whole directory: whoever comes by it reads all of it.
		if strings.Contains(step, "directory_entries_by_import") || strings.Contains(step, "directory_imports_by_state") {
			return false
		}
		table := strings.HasPrefix(step, "SCAN ") && !strings.Contains(step, "VIRTUAL TABLE") && !strings.Contains(step, "CONSTANT ROW") &&
			!strings.HasPrefix(step, "SCAN (subquery") // what a bounded part of a UNION gave; its own steps stand beside it
		small := strings.HasPrefix(step, "SCAN rm_kinds") || strings.HasPrefix(step, "SCAN rm_tallies") || strings.HasPrefix(step, "SCAN rm_feeds") || strings.HasPrefix(step, "SCAN rm_legs") ||
			step == "SCAN codes" // a row for each code that the step before has leapt to
		return (!table || small) && !strings.Contains(step, "TEMP B-TREE FOR ORDER BY")
	})
}

func TestPagesReadByIndex(t *testing.T) {
	db, err := Open(context.Background(), filepath.Join(t.TempDir(), "private", "t.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	asked := map[string]bool{}
	err = db.Read(context.Background(), func(r *Reader) error {
		askEverything(t, r)
		for query := range r.ready {
			asked[query] = true
			if strings.HasPrefix(query, "SELECT") {
				check(t, r, query)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(asked) < 25 {
		t.Errorf("only %d queries were looked at", len(asked))
	}
}

func check(t *testing.T, r *Reader, query string) {
	t.Helper()
	plan := planOf(t, r, query)
	if bad := scans(plan); len(bad) > 0 {
		t.Errorf("%s\nreads more than it shows: %s", query, strings.Join(bad, "; "))
	}
}

func planOf(t *testing.T, r *Reader, query string) []string {
	t.Helper()
	args := make([]any, 9)
	n := max(strings.Count(query, "?"), 0)
	for i := 9; i > 0; i-- {
		if strings.Contains(query, "?"+string(rune('0'+i))) {
			n = i
			break
		}
	}
	rows, err := r.sql.QueryContext(r.ctx, "EXPLAIN QUERY PLAN "+query, args[:n]...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer func() { _ = rows.Close() }()
	var steps []string
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}

// askEverything runs every query of the pages once. What is not there is no matter.
func askEverything(t *testing.T, r *Reader) {
	t.Helper()
	since := BouncedFilter{Since: time.Unix(1, 0), Reasons: []string{"X"}, Stages: []transfer.Stage{transfer.StageFailed}}
	for name, ask := range map[string]func() error{
		"with a code":   func() error { _, err := r.LastWithCode(CodeFailure, "X", time.Unix(1, 0), "", 50); return err },
		"coded":         func() error { _, err := r.CountWithCode(CodeFailure, "X", time.Unix(1, 0)); return err },
		"of an account": func() error { _, err := r.CodesOfAccount(1, 2, time.Unix(9, 0), 50); return err },
		"of a customer": func() error { _, err := r.CodesOfProfile(1, CodeFailure, "X", 2, time.Unix(9, 0), 50); return err },
		"around":        func() error { _, err := r.PayeesAround(1, 2, time.Unix(9, 0), time.Hour, 50); return err },
		"failed before": func() error {
			_, err := r.EarlierCounts([]EarlierAsk{{Transfer: 1, Account: 2, Until: time.Unix(9, 0)}})
			return err
		},
		"risen":         func() error { _, err := r.CodesRisen(1, 5); return err },
		"code hours":    func() error { _, err := r.CodeHours(CodeFailure, "X", 1); return err },
		"usual":         func() error { _, _, err := r.CodeUsual(CodeFailure, "X", 1, 2); return err },
		"first heard":   func() error { _, err := r.FirstHeard(); return err },
		"coded ever":    func() error { _, err := r.CountWithCode(CodeFailure, "X", time.Time{}); return err },
		"codes since":   func() error { _, err := r.CodesSince(CodeCase, []string{"x"}, time.Unix(1, 0)); return err },
		"versions":      func() error { _, err := r.PlaybookVersions("case", "x"); return err },
		"codes seen":    func() error { _, err := r.CodesSeen(CodeCase); return err },
		"transfer":      func() error { _, err := r.Transfer(1); return err },
		"notes":         func() error { _, err := r.Notes(1); return err },
		"note":          func() error { _, err := r.notes(noteColumns+`WHERE n.id = ?`, 1); return err },
		"note's text":   func() error { _, _ = r.NoteVersion(1, 1); return nil },
		"looks at":      func() error { _, err := r.LooksAt(HandleTransfer, 1); return err },
		"looks":         func() error { _, err := r.Looks([]int64{1}); return err },
		"recent looks":  func() error { _, err := r.RecentLooks(1, 10); return err },
		"events of":     func() error { _, err := r.TransferEvents(1); return err },
		"transfers":     func() error { _, err := r.TransfersOfProfile(1, "", 50); return err },
		"problems":      func() error { _, err := r.ProblemsOfProfile(1); return err },
		"profile":       func() error { _, err := r.Profile(1); return err },
		"money":         func() error { _, err := r.Money(1, "", 50); return err },
		"money between": func() error { _, err := r.MoneyBetween(1, time.Unix(1, 0), time.Unix(2, 0)); return err },
		"moved":         func() error { _, err := r.MovementRows(Live, 1, time.Unix(1, 0)); return err },
		"user":          func() error { _, err := r.User(1); return err },
		"running round": func() error { _, _, err := r.RunningReconcileRound(); return err },
		"last round":    func() error { _, _, err := r.LastReconcileRound(); return err },
		"rounds":        func() error { _, err := r.ReconcileRounds("", 10); return err },
		"troubles":      func() error { _, err := r.countTroubles(); return err },
		"next doubt":    func() error { _, _, err := r.NextReconcileDoubt(); return err },
		"doubts":        func() error { _, err := r.ReconcileDoubts([]int64{1}); return err },
		"findings":      func() error { _, err := r.ReconcileFindings(FindingFilter{}); return err },
		"open findings": func() error { _, err := r.ReconcileFindings(FindingFilter{Open: true}); return err },
		"explained": func() error {
			_, err := r.ReconcileFindings(FindingFilter{Explained: true, Kinds: []FindingKind{NeverHeard}})
			return err
		},
		"unexplained":     func() error { _, err := r.OpenReconcileFindings(9, 20); return err },
		"found about":     func() error { _, err := r.FindingsOfTransfer(1); return err },
		"found since":     func() error { _, err := r.TransfersFoundSince(time.Unix(1, 0), time.Unix(2, 0)); return err },
		"old":             func() error { _, _, err := r.OldTransfers(time.Unix(9, 0), 0, 500); return err },
		"told":            func() error { _, err := r.WiseAnswers(OfEstimate, []int64{1}); return err },
		"asked":           func() error { _, err := r.askedClaims([]int64{1}); return err },
		"bounced":         func() error { _, err := r.Bounced(BouncedFilter{}); return err },
		"bounced of some": func() error { _, err := r.Bounced(BouncedFilter{Assignees: []int64{0, 7}}); return err },
		"of some n":       func() error { _, err := r.BouncedCounts(BouncedFilter{Assignees: []int64{0, 7}}); return err },
		"by reason":       func() error { _, err := r.Bounced(since); return err },
		"counts":          func() error { _, err := r.BouncedCounts(BouncedFilter{}); return err },
		"since":           func() error { _, err := r.BouncedCounts(since); return err },
		"since all":       func() error { _, err := r.BouncedCounts(BouncedFilter{Since: time.Unix(1, 0)}); return err },
		"reasons":         func() error { _, err := r.BouncedReasons(); return err },
		"currencies":      func() error { _, err := r.BouncedCurrencies(); return err },
		"returned":        func() error { _, err := r.Queue(QueueReturned, Scope{}, "", 50); return err },
		"failed":          func() error { _, err := r.Queue(QueueFailed, Scope{}, "", 50); return err },
		"cases":           func() error { _, err := r.Queue(QueueCases, Scope{}, "", 50); return err },
		"seen before":     func() error { _, err := r.SeenBefore(time.Unix(9, 0), mine(), "", 50); return err },
		"seen before n":   func() error { _, err := r.ShareOfSeenBefore(time.Unix(9, 0)); return err },
		"passed":          func() error { _, err := r.PassedEstimates(time.Unix(1, 0), time.Unix(9, 0)); return err },
		"queues":          func() error { _, err := r.QueueShares(); return err },
		"events":          func() error { _, err := r.Events(EventFilter{}); return err },
		"by id":           func() error { _, err := r.Events(EventFilter{DeliveryID: "x"}); return err },
		"of a transfer":   func() error { _, err := r.Events(EventFilter{TransferID: 1}); return err },
		"of a profile":    func() error { _, err := r.Events(EventFilter{ProfileID: 1}); return err },
		"of a user":       func() error { _, err := r.Events(EventFilter{UserID: 1, Since: time.Unix(1, 0)}); return err },
		"asides":          func() error { _, err := r.EventAsides(1); return err },
		"attachments":     func() error { _, err := r.EventAttachments(1); return err },
		"attached":        func() error { _, err := r.AttachedTo(HandleTransfer, 1); return err },
		"retries":         func() error { _, err := r.EventRetries(1); return err },
		"set aside":       func() error { _, err := r.IsSetAside(1); return err },
		"judged":          func() error { _, _, err := r.Judged(1, 1); return err },
		"unresolved all":  func() error { _, err := r.Unresolved(1); return err },
		"unresolved": func() error {
			_, err := r.places(unresolved, 1, 1)
			return err
		},
		"of a kind": func() error {
			_, err := r.places(eventsOfKind, 1, 1, 1, 1)
			return err
		},
		"cancellations":      func() error { _, err := r.Cancellations(1); return err },
		"last cancellation":  func() error { _, _, err := r.LastCancellation(1); return err },
		"open cancellations": func() error { _, err := r.OpenCancellations(); return err },
		"support cases":      func() error { _, err := r.SupportCases(func(ListedCase) bool { return true }, "", 50); return err },
		"case by number":     func() error { _, _, err := r.SupportCaseByExternal("x"); return err },
		"case by id":         func() error { _, _, err := r.SupportCaseByWise(1); return err },
		"told of cases":      func() error { _, err := r.SupportCaseFacts([]int64{1}); return err },
		"cases of transfer":  func() error { _, err := r.SupportCasesOfTransfer(1); return err },
		"cases of profile":   func() error { _, err := r.SupportCasesOfProfile(1); return err },
		"open cases":         func() error { _, err := r.OpenSupportCases(); return err },
		"case messages":      func() error { _, err := r.CaseMessages(1); return err },
		"subscription acts":  func() error { _, err := r.SubscriptionActs(20); return err },
		"subscription tests": func() error { _, err := r.SubscriptionTests("x", 20); return err },
		"arrival of a test":  func() error { _, _, err := r.ArrivalOf("4a6b9810-4279-4de5-8d8d-1a6cf3b92a75"); return err },
		"tests between":      func() error { _, _, err := r.TestsBetween(1, time.Unix(1, 0)); return err },
		"rejected after":     func() error { _, err := r.RejectedAfter(1, 50); return err },
		"found of one":       func() error { _, err := r.FindingsOfTransfer(1); return err },
		"not asked for":      func() error { _, err := r.ReconcileTroubles(3); return err },
		"handles of some":    func() error { _, err := r.HandlesOf([]string{"x"}, 20); return err },
		"users of some":      func() error { _, err := r.UsersOf([]int64{1}); return err },
		"events named": func() error {
			_, err := r.EventsNamed([]string{"4a6b9810-4279-4de5-8d8d-1a6cf3b92a75"}, 20)
			return err
		},
		"some activities": func() error {
			_, err := r.ActivitiesOf([]activity.Key{{Kind: activity.Dispute, ID: "x"}})
			return err
		},
		"states held":        func() error { _, err := r.StatesHeld([]int64{1}); return err },
		"old transfers":      func() error { _, _, err := r.OldTransfers(time.Unix(1, 0), 0, 500); return err },
		"entry":              func() error { _, err := r.DirectoryEntryOf("a", 1); return err },
		"asked of Wise":      func() error { _, err := r.AnswerIDs(OfProfileSubscriptions, 50); return err },
		"event":              func() error { _, err := r.Event(1); return err },
		"types":              func() error { _, err := r.EventTypes(); return err },
		"feeds":              func() error { _, err := r.Feeds(); return err },
		"feed":               func() error { _, err := r.Feed(Live, "x", ""); return err },
		"became":             func() error { _, err := r.Became(time.Unix(1, 0)); return err },
		"exists":             func() error { _, err := r.Exists(1); return err },
		"arrivals":           func() error { _, err := r.ArrivalCounts([]int64{1}); return err },
		"outcome":            func() error { _, _, err := r.Outcome(Live, 1); return err },
		"kept of a transfer": func() error { _, err := r.KeptAbout(OfTransfer, 1); return err },
		"kept of a profile":  func() error { _, err := r.KeptAbout(OfProfile, 1); return err },
		"names":              func() error { _, err := r.EntriesOfProfiles([]int64{1}); return err },
		"entries":            func() error { _, err := r.EntriesOfUser(1); return err },
		"identity":           func() error { _, err := r.Identity(1); return err },
		"profiles":           func() error { _, err := r.ProfilesOfUser(1); return err },
		"by name":            func() error { _, err := r.FindByName("a b"); return err },
		"found":              func() error { _, err := r.currentEntries([]int64{1}, nil); return err },
		"reference":          func() error { _, err := r.FindByReference("a"); return err },
		"e-mail":             func() error { _, err := r.FindByEmails([]string{"a@b"}); return err },
		"problems n":         func() error { _, err := r.ProblemCounts([]int64{1}); return err },
		"activity": func() error {
			_, err := r.ActivityEvents(activity.Key{Kind: activity.Card, ID: "1"})
			return err
		},
		"of each kind": func() error {
			_, err := r.ActivitiesOfProfile(1, []activity.Kind{activity.Card, activity.Dispute}, 5)
			return err
		},
		"beside some": func() error {
			_, err := r.ActivitiesOfProfiles([]int64{1, 2}, []activity.Kind{activity.Verification, activity.KYCReview}, 20)
			return err
		},
		"activities of":     func() error { _, err := r.ActivitiesOfKind(1, activity.Card, "", 50); return err },
		"of the company":    func() error { _, err := r.CompanyActivities(activity.Settlement, "", 50); return err },
		"naming a transfer": func() error { _, err := r.ActivitiesOfTransfer(1); return err },
		"handles":           func() error { _, err := r.Handles("x"); return err },
		"kept of a user":    func() error { _, err := r.KeptAbout(OfUser, 1); return err },
		"history":           func() error { _, err := r.History(); return err },
		"counts of a leg":   func() error { _, err := r.buckets(history.Key{}, 0, 0, 64); return err },
		"watches of":        func() error { _, err := r.WatchesOfProfile(1, transfer.InFlight()...); return err },
		"in flight":         func() error { _, err := r.CountInFlight([]int64{1}); return err },
		"due":               func() error { _, err := r.dueWatches(dueOnce(), "", Scope{}, beforeRising, 51); return err },
		"my returned":       func() error { _, err := r.Queue(QueueReturned, mine(), "", 50); return err },
		"my cases":          func() error { _, err := r.Queue(QueueCases, mine(), "", 50); return err },
		"my due":            func() error { _, err := r.dueWatches(dueOnce(), "", mine(), beforeRising, 51); return err },
		"whose":             func() error { _, err := r.ShareOf([]int64{1}); return err },
		"mine of some":      func() error { _, err := r.InScope([]int64{1}, mine()); return err },
		"last work":         func() error { _, err := r.LastWorkAct(); return err },
		"my follow-ups":     func() error { _, err := r.FollowUps("2026-11-21", mine(), "", 50); return err },
		"follow-ups":        func() error { _, err := r.FollowUps("2026-11-21", Scope{}, "", 50); return err },
		"follow-ups n":      func() error { _, err := r.countFollowUps("2026-11-21"); return err },
		"due n":             func() error { _, err := r.countDue(dueOnce(), ""); return err },
		"profiles of users": func() error { _, err := r.ProfilesOfUsers([]int64{1}); return err },
		"codes watched":     func() error { _, err := r.watchCodes(transfer.WatchUnsent); return err },
		"works":             func() error { _, err := r.Works([]int64{1, 2}); return err },
		"stage held":        func() error { _, err := r.StageHeld(1); return err },
		"work acts":         func() error { _, err := r.WorkActs(1); return err },
		"copies":            func() error { _, err := r.EventCopies(1); return err },
		"backlog":           func() error { _, _, err := r.Backlog(); return err },
	} {
		if err := ask(); err != nil && fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// mine is a scope that asks for everything that one may ask for.
func mine() Scope { return Scope{Whose: WhoseMine, Person: 7} }

// dueOnce is due of one kind and one code.
func dueOnce() transfer.Due { return transfer.Due{Kind: transfer.WatchUnsent, Before: time.Unix(9, 0)} }

func TestAScanIsSeen(t *testing.T) {
	db, err := Open(context.Background(), filepath.Join(t.TempDir(), "private", "t.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	err = db.Read(context.Background(), func(r *Reader) error {
		for _, query := range []string{
			`SELECT transfer_id FROM rm_transfers WHERE currency = ?`,
			`SELECT transfer_id FROM rm_transfers WHERE profile_id = ? ORDER BY stage_at`,
		} {
			if len(scans(planOf(t, r, query))) == 0 {
				t.Errorf("%s passes for a query by index", query)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
