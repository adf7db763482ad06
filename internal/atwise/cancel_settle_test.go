package atwise_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

func (b *branch) settle() int {
	b.t.Helper()
	left, err := b.Settle(context.Background())
	must(b.t, err)
	return left
}

// TestWhatNobodyCouldTellIsSettledByAskingForTheTransfer: never by cancelling again.
func TestWhatNobodyCouldTellIsSettledByAskingForTheTransfer(t *testing.T) {
	for _, c := range []struct {
		name    string
		at      string // the state at Wise when it is asked again
		event   bool   // an event has told of it first
		want    store.AskResult
		settled store.Settled
		record  string
		text    string
	}{
		{"cancelled", "cancelled", false, store.AskDone, store.ByAskedAgain, "done: done: status cancelled", "says that it is stopped"},
		{"refunded by now", "funds_refunded", false, store.AskDone, store.ByAskedAgain, "done: done: status funds_refunded", "says that it is stopped"},
		{"not cancelled", "processing", false, store.AskNotDone, store.ByAskedAgain, "done: not_done: status processing", "its state there is “In process at Wise”"},
		{"paid out", "outgoing_payment_sent", false, store.AskNotDone, store.ByAskedAgain, "done: not_done: status outgoing_payment_sent", "“Paid out”"},
		{"a state for compliance alone", "recipient_sanction_hit", false, store.AskNotDone, store.ByAskedAgain, "done: not_done: status HANDLED_BY_COMPLIANCE", "HANDLED_BY_COMPLIANCE"},
		{"cancelled, as an event has told", "cancelled", true, store.AskDone, store.ByEvent, "done: done: status cancelled", "Wise’s event"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBranch(t)
			b.sim.Fail(simserver.Failure{Mode: simserver.Down})
			_, err := b.cancel("49983981", 0)
			must(t, err)
			if left := b.settle(); left != 1 {
				t.Errorf("%d are left while Wise is down, want 1", left)
			}
			if got := b.lastCancellation().End; got.Result != store.AskUnknown {
				t.Errorf("while Wise is down it is %s", got.Result)
			}
			b.sim.Fail(simserver.Failure{})
			must(t, b.sim.SetStatus(theTransfer, c.at, true))
			b.now = b.now.Add(3 * time.Minute)
			if c.event {
				b.state("processing", c.at, b.now.Add(-time.Minute))
			}
			asked := b.sent("GET", "/49983981")
			if left := b.settle(); left != 0 {
				t.Errorf("%d are left", left)
			}
			got := b.lastCancellation().End
			if got.Result != c.want || got.Settled != c.settled || !strings.Contains(got.Text, c.text) || !got.At.Equal(b.now) {
				t.Errorf("got %+v", got)
			}
			if n := b.sent("PUT", "/cancel"); n != 1 {
				t.Errorf("Wise was asked to cancel %d times", n)
			}
			if n := b.sent("GET", "/49983981") - asked; (n == 0) != c.event {
				t.Errorf("Wise was asked for the transfer %d times", n)
			}
			recorded := testkit.AuditEntries(t, b.db)
			last := recorded[len(recorded)-1]
			if last.Act != string(auth.SettleCancellation) || last.ActorName != "the server itself" || !strings.HasPrefix(last.Result+": "+last.Detail, c.record) {
				t.Errorf("recorded as %+v", last)
			}
			if b.settle() != 0 || len(testkit.AuditEntries(t, b.db)) != len(recorded) {
				t.Error("what is settled was settled once more")
			}
		})
	}
}

func TestAStateThatStandsProvesNothingTooSoon(t *testing.T) {
	b := newBranch(t)
	b.sim.Fail(simserver.Failure{Mode: simserver.Down, Times: 1})
	_, err := b.cancel("49983981", 0)
	must(t, err)
	if left := b.settle(); left != 1 || b.lastCancellation().End.Result != store.AskUnknown {
		t.Errorf("a minute after, %d left: %+v", left, b.lastCancellation().End)
	}
	if _, err := b.cancel("49983981", b.lastCancellation().ID); fault.KindOf(err) != fault.Conflict {
		t.Errorf("another one meanwhile: %v", err)
	}
	must(t, b.sim.SetStatus(theTransfer, "cancelled", true))
	if left := b.settle(); left != 0 || b.lastCancellation().End.Result != store.AskDone {
		t.Errorf("cancelled then, %d left: %+v", left, b.lastCancellation().End)
	}
}

// TestTheServerSettlesByItself: soon after the start, and again while it does not know.
func TestTheServerSettlesByItself(t *testing.T) {
	b := newBranch(t)
	b.sim.Fail(simserver.Failure{Mode: simserver.Down, Times: 2})
	_, err := b.cancel("49983981", 0)
	must(t, err)
	must(t, b.sim.SetStatus(theTransfer, "cancelled", true))
	b.Hasten(time.Millisecond)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- b.Run(ctx) }()
	for deadline := time.Now().Add(20 * time.Second); b.lastCancellation().End.Result != store.AskDone; {
		if time.Now().After(deadline) {
			t.Fatalf("it stands as %+v", b.lastCancellation().End)
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if n := b.sent("PUT", "/cancel"); n != 1 {
		t.Errorf("Wise was asked to cancel %d times", n)
	}
}

// childEnv tells the test binary to be the process that is killed: it holds the
// database and the address of Wise, parted by a line.
const childEnv = "TRANSFERDESK_TEST_CANCEL"

// TestAProcessThatIsKilledBetweenTheTwoRows runs a real process that asks Wise to
// cancel, kills it while Wise has the request, and starts anew: what was cut off is
// there, nobody may ask again, and it is settled by what Wise has.
func TestAProcessThatIsKilledBetweenTheTwoRows(t *testing.T) {
	if told := os.Getenv(childEnv); told != "" {
		cancelAndNeverReturn(t, told)
		return
	}
	for _, c := range []struct {
		name     string
		reaches  bool // the request reaches Wise before the process ends
		want     store.AskResult
		recorded string
	}{
		{"Wise has done it", true, store.AskDone, "done: status cancelled"},
		{"Wise has not", false, store.AskNotDone, "not_done: status processing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBranch(t)
			arrived, over := make(chan struct{}), make(chan struct{})
			front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.Method != http.MethodPut {
					b.sim.ServeHTTP(w, r)
					return
				}
				if c.reaches {
					b.sim.ServeHTTP(httptest.NewRecorder(), r)
				}
				close(arrived)
				<-over
			}))
			defer front.Close()
			defer close(over)
			child := exec.Command(os.Args[0], "-test.run=^TestAProcessThatIsKilledBetweenTheTwoRows$")
			child.Env = append(os.Environ(), childEnv+"="+b.db.Path()+"\n"+front.URL)
			must(t, child.Start())
			ended := make(chan error, 1)
			go func() { ended <- child.Wait() }()
			select {
			case <-arrived:
			case err := <-ended:
				t.Fatalf("the process ended before Wise had the request: %v", err)
			}
			must(t, child.Process.Kill())
			<-ended

			if got := b.lastCancellation(); got.End.Result != store.AskStarted || got.By.Name != "Lena Lead" {
				t.Fatalf("what the killed process leaves is %+v", got)
			}
			if got := b.recorded(auth.CancelTransfer); len(got) != 1 || got[0] != "started: " {
				t.Fatalf("it recorded %q", got)
			}
			b.now = time.Now().Add(time.Second)
			b.connect(b.url, api.Config{PersonalToken: "personal"})
			if _, err := b.cancel("49983981", b.lastCancellation().ID); fault.KindOf(err) != fault.Conflict {
				t.Errorf("another one meanwhile: %v", err)
			}
			if !c.reaches {
				if left := b.settle(); left != 1 || b.lastCancellation().End.Result != store.AskUnknown {
					t.Errorf("right after the start, %d left: %+v", left, b.lastCancellation().End)
				}
				b.now = b.now.Add(time.Hour)
			}
			if left := b.settle(); left != 0 {
				t.Errorf("%d are left", left)
			}
			if got := b.lastCancellation().End; got.Result != c.want || got.Settled != store.ByAskedAgain {
				t.Errorf("settled as %+v", got)
			}
			if got := b.recorded(auth.SettleCancellation); len(got) == 0 || !strings.Contains(got[len(got)-1], c.recorded) {
				t.Errorf("recorded %q", got)
			}
		})
	}
}

// cancelAndNeverReturn is the process that is killed.
func cancelAndNeverReturn(t *testing.T, told string) {
	path, url, _ := strings.Cut(told, "\n")
	db, err := store.Open(context.Background(), path, store.Options{})
	must(t, err)
	log := slog.New(slog.DiscardHandler)
	client, err := api.New(api.Config{BaseURL: url, PersonalToken: "personal", Clock: time.Now, Log: log})
	must(t, err)
	at := atwise.New(db, client, enrich.New(db, client, time.Now, log), time.Now, log)
	_, err = at.CancelTransfer(context.Background(), leader(), "req-9", atwise.CancelAsk{Transfer: theTransfer, Typed: "49983981"})
	t.Fatalf("Wise has answered: %v", err)
}
