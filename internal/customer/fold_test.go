package customer_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const (
	user       = 1234
	active     = customer.Active
	withdraw   = customer.WithdrawOnly
	dead       = customer.Deactivated
	suspension = customer.AccountSuspension
	closure    = customer.AccountClosure
)

// clock reads "20 10:00:00" as a time in November 2026.
func clock(text string) time.Time {
	t, err := time.Parse("2006-01-2 15:04:05", "2026-11-"+text)
	if err != nil {
		panic(err)
	}
	return t
}

func change(at string, from, to customer.UserState, kind string) customer.UserEvent {
	return customer.UserEvent{
		User: user, From: from, To: to, Type: kind,
		At: evidence.Moment{Time: clock(at), By: evidence.Occurred, Raw: at},
	}
}

func bySent(e customer.UserEvent) customer.UserEvent {
	e.At.By, e.At.Aside = evidence.Sent, evidence.TimeUnreadable
	return e
}

func byNothing(e customer.UserEvent) customer.UserEvent {
	e.At = evidence.Moment{By: evidence.Nothing, Aside: evidence.TimeUnreadable}
	return e
}

func version(e customer.UserEvent, schema string) customer.UserEvent {
	e.Source.SchemaVersion = schema
	return e
}

func deliver(events ...customer.UserEvent) []customer.UserEvent {
	for i := range events {
		e := &events[i]
		e.Hash, e.Source.Delivery = "", 0
		sum := sha256.Sum256(fmt.Appendf(nil, "%+v", *e))
		e.Hash, e.Source.Delivery = hex.EncodeToString(sum[:]), int64(i+1)
	}
	return events
}

func story(f customer.UserFacts) string {
	var parts []string
	for _, v := range f.History {
		part := string(v.State) + " " + v.At.Format("2 15:04:05")
		if v.Type != "" {
			part += " " + v.Type
		}
		if v.Gap {
			part += " gap"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " > ")
}

func TestStays(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []customer.UserEvent
		want   string
	}{
		{"the first event follows on ACTIVE without a gap", []customer.UserEvent{change("20 10:00:00", active, withdraw, suspension)},
			"WITHDRAW_ONLY 20 10:00:00 ACCOUNT_SUSPENSION"},
		{"the first event after another state has a gap before it", []customer.UserEvent{change("20 10:00:00", withdraw, dead, closure)},
			"DEACTIVATED 20 10:00:00 ACCOUNT_CLOSURE gap"},
		{"a repeated event does not restart the stay", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, suspension), change("22 10:00:00", active, withdraw, suspension),
		}, "WITHDRAW_ONLY 20 10:00:00 ACCOUNT_SUSPENSION"},
		{"nor does one that comes from the same state, whose type then stands", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, suspension), change("22 10:00:00", withdraw, withdraw, closure),
		}, "WITHDRAW_ONLY 20 10:00:00 ACCOUNT_CLOSURE"},
		{"a later event without type takes none away", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, suspension), change("22 10:00:00", withdraw, withdraw, ""),
		}, "WITHDRAW_ONLY 20 10:00:00 ACCOUNT_SUSPENSION"},
		{"a repeat that comes from elsewhere is a gap and no new stay", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, suspension), change("22 10:00:00", dead, withdraw, ""),
		}, "WITHDRAW_ONLY 20 10:00:00 ACCOUNT_SUSPENSION gap"},
		{"ACTIVE in between begins a new stay", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, suspension), change("21 10:00:00", withdraw, active, ""), change("22 10:00:00", active, withdraw, ""),
		}, "WITHDRAW_ONLY 20 10:00:00 ACCOUNT_SUSPENSION > ACTIVE 21 10:00:00 > WITHDRAW_ONLY 22 10:00:00"},
		{"a type is of its stay only", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, suspension), change("22 10:00:00", withdraw, dead, ""),
		}, "WITHDRAW_ONLY 20 10:00:00 ACCOUNT_SUSPENSION > DEACTIVATED 22 10:00:00"},
		{"a previous_state that disagrees is a gap", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, ""), change("22 10:00:00", active, dead, ""),
		}, "WITHDRAW_ONLY 20 10:00:00 > DEACTIVATED 22 10:00:00 gap"},
		{"one second follows previous_state", []customer.UserEvent{
			change("20 10:00:00.1", withdraw, dead, ""), change("20 10:00:00.9", active, withdraw, ""),
		}, "WITHDRAW_ONLY 20 10:00:00 > DEACTIVATED 20 10:00:00"},
		{"the first second begins at ACTIVE, also in a circle", []customer.UserEvent{
			change("20 10:00:00.1", withdraw, active, ""), change("20 10:00:00.9", active, withdraw, ""),
		}, "WITHDRAW_ONLY 20 10:00:00 > ACTIVE 20 10:00:00"},
		{"sent_at places what has no time of its own", []customer.UserEvent{bySent(change("20 10:00:00", active, withdraw, ""))},
			"WITHDRAW_ONLY 20 10:00:00"},
		{"a copy placed by sent_at does not undo what came in the same second", []customer.UserEvent{
			change("20 10:00:00", active, withdraw, ""), change("20 10:00:00", withdraw, dead, ""), bySent(change("20 10:00:04", active, withdraw, "")),
		}, "WITHDRAW_ONLY 20 10:00:00 > DEACTIVATED 20 10:00:00"},
		{"what no time places sets nothing", []customer.UserEvent{byNothing(change("20 10:00:00", active, withdraw, ""))}, ""},
		{"a state that is not known is kept as it came", []customer.UserEvent{change("20 10:00:00", active, "VIEW_ONLY", "")}, "VIEW_ONLY 20 10:00:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts, _ := customer.FoldUser(user, deliver(tt.events...))
			if got := story(facts); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestCopiesTakeTheFinestTime(t *testing.T) {
	for _, versions := range [][2]string{{"2.0.0", "4.0.0"}, {"4.0.0", "2.0.0"}} {
		facts, entries := customer.FoldUser(user, deliver(
			version(change("20 10:00:00", active, withdraw, ""), versions[0]),
			version(change("20 10:00:00.25", active, withdraw, ""), versions[1]),
			bySent(change("20 10:00:03", active, withdraw, ""))))
		held, _ := facts.Held()
		if want := clock("20 10:00:00.25"); !held.At.Equal(want) || held.BySent || !entries[0].At.Time.Equal(want) {
			t.Errorf("got %v by sent %v, want %v", held.At, held.BySent, want)
		}
	}
}

func TestReasonOfTheStay(t *testing.T) {
	first, second := change("20 10:00:00", active, withdraw, ""), change("21 10:00:00", withdraw, withdraw, "")
	first.Reason = "REQUESTED_BY_CUSTOMER_CS"
	facts, entries := customer.FoldUser(user, deliver(first, second))
	held, _ := facts.Held()
	if held.Reason != first.Reason || len(held.Evidence) != 2 {
		t.Errorf("got %+v", held)
	}
	if entries[0].Repeats || !entries[1].Repeats {
		t.Error("the second event repeats the state")
	}
}

func TestUserFlagsAndEntries(t *testing.T) {
	facts, entries := customer.FoldUser(user, deliver(
		bySent(change("20 10:00:00", withdraw, dead, "")), byNothing(change("20 10:00:00", active, withdraw, "")),
		version(change("20 09:59:58", withdraw, dead, ""), "4.0.0"), change("25 10:00:00", active, withdraw, "")))
	if got, want := strings.Join(facts.Flags, " "), "gap time_not_usable"; got != want {
		t.Errorf("flags: got %q, want %q", got, want)
	}
	if len(entries) != 3 || len(entries[0].Sources) != 2 || !entries[0].At.Time.Equal(clock("20 09:59:58")) || !entries[2].SetsNothing {
		t.Errorf("got %+v", entries)
	}
	alone, _ := customer.FoldUser(user, deliver(bySent(change("20 10:00:00", active, dead, ""))))
	if got := strings.Join(alone.Flags, " "); got != "time_by_sent" {
		t.Errorf("flags: got %q", got)
	}
}

func TestCopiesOfUserEvents(t *testing.T) {
	first := change("20 10:00:00", active, withdraw, suspension)
	for _, tt := range []struct {
		name string
		held []customer.UserEvent
		next customer.UserEvent
		copy bool
	}{
		{"another version of the same event", []customer.UserEvent{first}, version(change("20 10:00:00.5", active, withdraw, suspension), "4.0.0"), true},
		{"the same words placed by sent_at beside it", []customer.UserEvent{first}, bySent(change("20 10:00:05", active, withdraw, suspension)), true},
		{"the same words placed by sent_at a little before it", []customer.UserEvent{first}, bySent(change("20 09:59:55", active, withdraw, suspension)), true},
		{"and when the one with the time comes second", []customer.UserEvent{bySent(change("20 09:59:55", active, withdraw, suspension))}, first, true},
		{"the same words after something else", []customer.UserEvent{first, change("20 10:00:02", withdraw, active, "")},
			bySent(change("20 10:00:05", active, withdraw, suspension)), false},
		{"a second later", []customer.UserEvent{first}, change("20 10:00:01", active, withdraw, suspension), false},
		{"the same words without any time", []customer.UserEvent{byNothing(first)}, version(byNothing(first), "4.0.0"), true},
		{"nothing held", nil, first, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := deliver(append(slices.Clone(tt.held), tt.next)...)
			_, before := customer.FoldUser(user, all[:len(tt.held)])
			_, after := customer.FoldUser(user, all)
			if got := len(before) == len(after); got != tt.copy {
				t.Errorf("got %v, want %v", got, tt.copy)
			}
		})
	}
}

func TestAnyOrderAndAnyRepetitionOfUserEventsEndAlike(t *testing.T) {
	states := rapid.SampledFrom([]customer.UserState{active, withdraw, dead, "VIEW_ONLY"})
	when := rapid.SampledFrom([]string{"20 10:00:00", "20 10:00:00.5", "20 10:00:00.25", "20 10:00:01", "20 10:00:02", "25 10:00:00"})
	event := rapid.Custom(func(t *rapid.T) customer.UserEvent {
		e := change(when.Draw(t, "at"), states.Draw(t, "from"), states.Draw(t, "to"), rapid.SampledFrom([]string{"", suspension, closure}).Draw(t, "type"))
		switch rapid.IntRange(0, 5).Draw(t, "time") {
		case 0:
			e = byNothing(e)
		case 1, 2:
			e = bySent(e)
		}
		return version(e, rapid.SampledFrom([]string{"2.0.0", "4.0.0"}).Draw(t, "version"))
	})
	rapid.Check(t, func(t *rapid.T) {
		events := deliver(rapid.SliceOfN(event, 1, 20).Draw(t, "events")...)
		again := rapid.SliceOfN(rapid.SampledFrom(events), 0, 10).Draw(t, "again")
		order := rapid.Permutation(slices.Concat(events, again)).Draw(t, "order")
		if want, got := result(t, events), result(t, order); got != want {
			t.Fatalf("-in order +shuffled:\n%s", cmp.Diff(want, got))
		}
		facts, _ := customer.FoldUser(user, events)
		other, _ := customer.FoldUser(user, deliver(rapid.Permutation(events).Draw(t, "arrival")...))
		if diff := cmp.Diff(withoutEvidence(facts), withoutEvidence(other)); diff != "" {
			t.Fatalf("-numbered +numbered otherwise:\n%s", diff)
		}
	})
}

func result(t *rapid.T, events []customer.UserEvent) string {
	facts, entries := customer.FoldUser(user, events)
	text, err := json.Marshal(struct {
		Facts   customer.UserFacts
		Entries []customer.UserEntry
	}{facts, entries})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func withoutEvidence(f customer.UserFacts) customer.UserFacts {
	for i := range f.History {
		f.History[i].Evidence = nil
	}
	return f
}
