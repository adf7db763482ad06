package atwise_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/enrich"
	"transferdesk/internal/journal"
	"transferdesk/internal/projection"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

// The transfer, customer, recipient and user of the tests.
const (
	theTransfer = 49983981
	theProfile  = 16055450
	theAccount  = 14124090
	theUser     = 7788991
)

// branch is an office that is connected to a simulated Wise, with a clock that is
// moved by hand.
type branch struct {
	*atwise.Acts
	t       *testing.T
	db      *store.DB
	now     time.Time
	sim     *simserver.Server
	url     string
	project *projection.Projector
	book    *journal.Journal
	signing testkit.Signing
	events  int
}

// newBranch opens one. A transfer is in process at Wise, and we have heard of it.
func newBranch(t *testing.T) *branch {
	t.Helper()
	b := &branch{t: t, db: testkit.DB(t), now: time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC), signing: testkit.Signer(t)}
	b.sim = simserver.New(simserver.Options{Clock: b.clock, ClientID: "client", ClientSecret: "secret", ClientKey: "key", PersonalToken: "personal"})
	server := httptest.NewServer(b.sim)
	t.Cleanup(func() { b.sim.Close(); server.Close() })
	b.url = server.URL
	b.connect(b.url, api.Config{ClientID: "client", ClientSecret: "secret", PersonalToken: "personal"})
	log := slog.New(slog.DiscardHandler)
	b.book = journal.New(b.db, b.signing.Keys, b.clock, log)
	t.Cleanup(func() { _ = b.book.Close() })
	b.project = projection.New(b.db, b.clock, log)
	b.sim.AddProfile(simserver.Profile{ID: theProfile, User: theUser, Name: "Erika Mustermann"})
	b.sim.AddTransfer(simserver.Transfer{ID: theTransfer, Profile: theProfile, Recipient: theAccount, Status: "processing", SourceValue: "1250"})
	b.customers(fmt.Sprintf("C-1,Erika Mustermann,erika@example.com,%d,%d\n", theProfile, theUser))
	b.state("incoming_payment_waiting", "processing", b.now.Add(-time.Hour))
	return b
}

// customers makes this the directory: one line per customer.
func (b *branch) customers(lines string) {
	b.t.Helper()
	root := auth.Actor{Kind: auth.CLI, Name: "root", Role: auth.Admin}
	_, err := desk.New(b.db, b.clock).ImportCustomers(context.Background(), root, desk.Import{
		From: strings.NewReader("reference,name,email,profile_id,user_id\n" + lines),
	})
	must(b.t, err)
}

func (b *branch) clock() time.Time { return b.now }

// connect makes the desk anew, as a start of the process does.
func (b *branch) connect(url string, cfg api.Config) {
	b.t.Helper()
	cfg.BaseURL, cfg.Clock, cfg.Log = url, b.clock, slog.New(slog.DiscardHandler)
	client, err := api.New(cfg)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(client.Close)
	b.Acts = atwise.New(b.db, client, enrich.New(b.db, client, b.clock, cfg.Log), b.clock, cfg.Log)
}

// state delivers an event of the transfer.
func (b *branch) state(from, to string, at time.Time) {
	b.t.Helper()
	b.deliver("transfers#state-change", fmt.Sprintf(`{"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":%d},"current_state":%q,"previous_state":%q,"occurred_at":%q}`,
		theTransfer, theProfile, theAccount, to, from, at.Format(time.RFC3339)))
}

// deliver delivers a signed webhook and folds it.
func (b *branch) deliver(kind, data string) {
	b.t.Helper()
	b.deliverAs(kind, "2.0.0", data)
}

func (b *branch) deliverAs(kind, version, data string) {
	b.t.Helper()
	body := fmt.Sprintf(`{"data":%s,"subscription_id":"01234567-89ab-cdef-0123-456789abcdef","event_type":%q,"schema_version":%q,"sent_at":%q}`, data, kind, version, b.now.Format(time.RFC3339))
	b.events++
	header := http.Header{"X-Signature-Sha256": {b.signing.Sign([]byte(body))}, "X-Delivery-Id": {fmt.Sprintf("00000000-0000-4000-8000-%012d", b.events)}, "Content-Type": {"application/json"}}
	if err := b.book.Accept(context.Background(), journal.Arrival{Body: []byte(body), Header: header}); err != nil {
		b.t.Fatal(err)
	}
	if err := b.project.CatchUp(context.Background()); err != nil {
		b.t.Fatal(err)
	}
}

// sent counts the requests of a method to paths that end in that.
func (b *branch) sent(method, end string) (n int) {
	for _, r := range b.sim.Requests() {
		if r.Method == method && strings.HasSuffix(r.Path, end) {
			n++
		}
	}
	return n
}

// recorded lists the audit rows of an act as "result: detail".
func (b *branch) recorded(act auth.Act) (all []string) {
	for _, e := range testkit.AuditEntries(b.t, b.db) {
		if e.Act == string(act) {
			all = append(all, e.Result+": "+e.Detail)
		}
	}
	return all
}

// wantNoTrace fails when any of the texts stands anywhere in the audit log.
func (b *branch) wantNoTrace(texts ...string) {
	b.t.Helper()
	for _, entry := range testkit.AuditEntries(b.t, b.db) {
		line := strings.Join([]string{entry.ActorName, entry.SubjectKind, entry.SubjectID, entry.Session, entry.RequestID, entry.Detail}, "|")
		for _, text := range texts {
			if strings.Contains(line, text) {
				b.t.Errorf("the audit log holds %q: %s", text, line)
			}
		}
	}
}

// lastCancellation reads the newest.
func (b *branch) lastCancellation() (c store.Cancellation) {
	b.t.Helper()
	err := b.db.Read(context.Background(), func(r *store.Reader) (err error) {
		c, _, err = r.LastCancellation(theTransfer)
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return c
}
