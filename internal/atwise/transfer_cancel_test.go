package atwise_test

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

func leader() auth.Actor {
	return auth.Actor{Kind: auth.Person, ID: 3, Name: "Lena Lead", Role: auth.Lead}
}

func (b *branch) cancel(typed string, seen int64) (store.Cancellation, error) {
	b.t.Helper()
	return b.CancelTransfer(context.Background(), leader(), "req-9", atwise.CancelAsk{Transfer: theTransfer, Typed: typed, Seen: seen})
}

func TestACancellationIsAskedOfWiseAndKeptBeforeAndAfter(t *testing.T) {
	b := newBranch(t)
	c, err := b.cancel(" 49983981 ", 0)
	if err != nil || c.End.Result != store.AskDone || c.End.Settled != store.ByAnswer || c.End.Status != "cancelled" {
		t.Fatalf("got %+v, %v", c, err)
	}
	if d := cmp.Diff(c, b.lastCancellation()); d != "" {
		t.Errorf("kept otherwise than told (-told +kept)\n%s", d)
	}
	if c.By.Name != "Lena Lead" || c.User != theUser || !c.AskedAt.Equal(b.now) {
		t.Errorf("asked by %+v on behalf of %d at %s", c.By, c.User, c.AskedAt)
	}
	got := b.recorded(auth.CancelTransfer)
	if len(got) != 2 || got[0] != "started: " || !strings.HasPrefix(got[1], "done: ") {
		t.Errorf("recorded %q", got)
	}
	for _, e := range testkit.AuditEntries(t, b.db) {
		if e.Act == string(auth.CancelTransfer) && (e.SubjectKind != "transfer" || e.SubjectID != "49983981" || e.RequestID != "req-9" || e.Role != "lead") {
			t.Errorf("recorded as %+v", e)
		}
	}
	if n := b.sent("PUT", "/cancel"); n != 1 {
		t.Errorf("Wise was asked %d times", n)
	}
}

// TestNothingIsAskedOfWiseThatMustNotBe: each with the kind of error and its words.
func TestNothingIsAskedOfWiseThatMustNotBe(t *testing.T) {
	for _, c := range []struct {
		name    string
		actor   auth.Actor
		ask     atwise.CancelAsk
		prepare func(*branch)
		kind    fault.Kind
		text    string
		record  string
	}{
		{"an agent", auth.Actor{Kind: auth.Person, ID: 1, Name: "Ada", Role: auth.Agent}, atwise.CancelAsk{Transfer: theTransfer, Typed: "49983981"}, nil, fault.Forbidden, "Your role", "denied: "},
		{"nothing typed", leader(), atwise.CancelAsk{Transfer: theTransfer}, nil, fault.Unprocessable, "not the id of this transfer", ""},
		{"another id typed", leader(), atwise.CancelAsk{Transfer: theTransfer, Typed: "49983982"}, nil, fault.Unprocessable, "not the id of this transfer", ""},
		{"an id with a sign", leader(), atwise.CancelAsk{Transfer: theTransfer, Typed: "+49983981"}, nil, fault.Unprocessable, "not the id of this transfer", ""},
		{"a transfer that nobody heard of", leader(), atwise.CancelAsk{Transfer: 5, Typed: "5"}, nil, fault.NotFound, "", "failed: nothing was asked of Wise"},
		{"converted already", leader(), atwise.CancelAsk{Transfer: theTransfer, Typed: "49983981"}, func(b *branch) { b.state("processing", "funds_converted", b.now.Add(-time.Minute)) }, fault.Conflict, "from conversion on", "failed: nothing was asked of Wise"},
		{"paid out already", leader(), atwise.CancelAsk{Transfer: theTransfer, Typed: "49983981"}, func(b *branch) { b.state("processing", "outgoing_payment_sent", b.now.Add(-time.Minute)) }, fault.Conflict, "recall", "failed: nothing was asked of Wise"},
		{"a page that was not the newest", leader(), atwise.CancelAsk{Transfer: theTransfer, Typed: "49983981", Seen: 4}, func(b *branch) {
			b.sim.Fail(simserver.Failure{Mode: simserver.Conflict, Paths: []string{"/v1/transfers"}})
			if _, err := b.cancel("49983981", 0); err != nil {
				b.t.Fatal(err)
			}
		}, fault.Conflict, "meanwhile", "failed: nothing was asked of Wise"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBranch(t)
			if c.prepare != nil {
				c.prepare(b)
			}
			before := b.sent("PUT", "/cancel")
			_, err := b.CancelTransfer(context.Background(), c.actor, "req-9", c.ask)
			if fault.KindOf(err) != c.kind || !strings.Contains(fault.TextOf(err), c.text) {
				t.Errorf("got %v, %q", err, fault.TextOf(err))
			}
			if n := b.sent("PUT", "/cancel") - before; n != 0 {
				t.Errorf("Wise was asked %d times", n)
			}
			got := b.recorded(auth.CancelTransfer)
			if c.record == "" && len(got) != 0 || c.record != "" && (len(got) == 0 || !strings.HasPrefix(got[len(got)-1], c.record)) {
				t.Errorf("recorded %q, want %q last", got, c.record)
			}
		})
	}
}

// TestEveryTroubleEndsAsWhatIsCertain: what Wise refused, what was never asked, and
// what nobody can tell are three things.
func TestEveryTroubleEndsAsWhatIsCertain(t *testing.T) {
	cfg := api.Config{ClientID: "client", ClientSecret: "secret", PersonalToken: "personal"}
	for _, c := range []struct {
		name    string
		mode    simserver.Mode
		prepare func(*branch)
		want    store.AskResult
		record  string
		text    string
		code    string
	}{
		{"converted at Wise, unheard of here", "", func(b *branch) { must(b.t, b.sim.SetStatus(theTransfer, "funds_converted", true)) }, store.AskRefused, "refused: not_allowed", "Wise refuses to cancel it", "transfer.cancellation.not.allowed"},
		{"409", simserver.Conflict, nil, store.AskRefused, "refused: not_allowed", "Wise refuses to cancel it", "transfer.cancellation.not.allowed"},
		{"401", simserver.Unauthorized, nil, store.AskRefused, "refused: refused", "credentials", "invalid_token"},
		{"403", simserver.Forbidden, nil, store.AskRefused, "refused: forbidden", "does not allow", "Forbidden"},
		{"403 that asks for strong authentication", simserver.SCA, nil, store.AskRefused, "refused: needs_approval", "strong customer authentication", "Forbidden"},
		{"404", simserver.Missing, nil, store.AskRefused, "refused: not_found", "does not know it", "Not Found"},
		{"429", simserver.TooMany, nil, store.AskRefused, "refused: too_many", "Too many requests", "Too Many Requests"},
		{"500", simserver.ServerError, nil, store.AskUnknown, "unknown: down", "no usable answer", "Internal Server Error"},
		{"down", simserver.Down, nil, store.AskUnknown, "unknown: down", "no usable answer", ""},
		{"slow", simserver.Slow, func(b *branch) { b.Hasten(50 * time.Millisecond) }, store.AskUnknown, "unknown: slow", "did not answer in time", ""},
		{"garbage", simserver.Garbage, nil, store.AskUnknown, "unknown: unreadable", "cannot read", ""},
		{"cut in the middle", simserver.Truncated, nil, store.AskUnknown, "unknown: ", "", ""},
		{"wrong types", simserver.WrongTypes, nil, store.AskUnknown, "unknown: unreadable", "cannot read", ""},
		{"a body without an end", simserver.Huge, nil, store.AskUnknown, "unknown: unreadable", "cannot read", ""},
		{"sent elsewhere", simserver.Redirect, nil, store.AskUnknown, "unknown: redirected", "another host", ""},
		{"no token", "", func(b *branch) { b.connect(b.url, api.Config{ClientID: "client", ClientSecret: "secret"}) }, store.AskNotDone, "failed: no_token", "no token", ""},
		{"nobody at that address", "", func(b *branch) { b.connect("http://127.0.0.1:1", cfg) }, store.AskNotDone, "failed: down", "no usable answer", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBranch(t)
			if c.prepare != nil {
				c.prepare(b)
			}
			b.sim.Fail(simserver.Failure{Mode: c.mode, Paths: []string{"/v1/transfers"}})
			got, err := b.cancel("49983981", 0)
			if err != nil {
				t.Fatal(err)
			}
			if got.End.Result != c.want || !strings.Contains(got.End.Text, c.text) || got.End.Code != c.code {
				t.Errorf("got %s, %q, code %q, want %s, … %s …, code %q", got.End.Result, got.End.Text, got.End.Code, c.want, c.text, c.code)
			}
			recorded := b.recorded(auth.CancelTransfer)
			if len(recorded) != 2 || !strings.HasPrefix(recorded[1], c.record) {
				t.Errorf("recorded %q, want %q last", recorded, c.record)
			}
			if n := b.sent("PUT", "/cancel"); n > 1 {
				t.Errorf("Wise was asked %d times", n)
			}
			if open := got.End.Result.Open(); open != (c.want == store.AskUnknown) || open == (got.End.Settled == store.ByAnswer) {
				t.Errorf("open %t, settled by %q", open, got.End.Settled)
			}
			if open := got.End.Result.Open(); open && strings.Contains(got.End.Text, "again") {
				t.Errorf("nobody may ask again, yet it says %q", got.End.Text)
			}
			b.wantNoTrace("personal", "secret", "Erika", "example.com")
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestManyClicksAskWiseOnce(t *testing.T) {
	for _, mode := range []simserver.Mode{simserver.None, simserver.Conflict, simserver.Down} {
		b := newBranch(t)
		b.sim.Fail(simserver.Failure{Mode: mode, Paths: []string{"/v1/transfers"}})
		var all sync.WaitGroup
		var taken, refused atomic.Int64
		for range 12 {
			all.Go(func() {
				_, err := b.CancelTransfer(context.Background(), leader(), "req-9", atwise.CancelAsk{Transfer: theTransfer, Typed: "49983981"})
				switch {
				case err == nil:
					taken.Add(1)
				case fault.KindOf(err) == fault.Conflict:
					refused.Add(1)
				}
			})
		}
		all.Wait()
		if taken.Load() != 1 || refused.Load() != 11 {
			t.Errorf("%s: taken %d, refused %d", mode, taken.Load(), refused.Load())
		}
		if n := b.sent("PUT", "/cancel"); n != 1 {
			t.Errorf("%s: Wise was asked %d times", mode, n)
		}
	}
}

func TestARefusedCancellationCanBeAskedAgainByWhoHasSeenTheRefusal(t *testing.T) {
	b := newBranch(t)
	b.sim.Fail(simserver.Failure{Mode: simserver.Conflict, Paths: []string{"/v1/transfers"}, Times: 1})
	first, err := b.cancel("49983981", 0)
	must(t, err)
	second, err := b.cancel("49983981", first.ID)
	if err != nil || second.End.Result != store.AskDone {
		t.Errorf("got %+v, %v", second, err)
	}
	if _, err := b.cancel("49983981", second.ID); fault.KindOf(err) != fault.Conflict || !strings.Contains(fault.TextOf(err), "confirmed") {
		t.Errorf("after it is done: %v", err)
	}
	b.now = b.now.Add(time.Hour)
	b.state("processing", "cancelled", b.now.Add(-59*time.Minute))
	b.state("cancelled", "processing", b.now.Add(-time.Minute))
	if third, err := b.cancel("49983981", second.ID); err != nil || third.ID == second.ID {
		t.Errorf("once Wise has taken it up again: %v", err)
	}
}
