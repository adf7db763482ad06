package web

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// The pages are asked for over real HTTP by somebody signed in, so that session,
// recorded view, queries and rendering all count.
const (
	pageAsks        = 100 // of each page in a round
	profileOf       = 50  // transfers of one customer
	stepsOfTransfer = 3   // events of one transfer
	fillBatch       = 2000
)

// shop is a server with so many transfers behind it.
type shop struct {
	transfers int
	addr      string
	client    *http.Client
}

// BenchmarkPages prints how long the customer and the transfer page take with
// 10,000 and with 100,000 transfers in the database.
//
//	go test ./web -run '^$' -bench Pages -benchtime 1x
func BenchmarkPages(b *testing.B) {
	shops := []shop{openShop(b, 10_000), openShop(b, 100_000)}
	pages := []struct {
		name string
		path func(transfer int) string
	}{
		{"customer", func(n int) string { return fmt.Sprint("/customers/", 20_000_000+n/profileOf) }},
		{"transfer", func(n int) string { return fmt.Sprint("/transfers/", 40_000_000+n) }},
	}
	fmt.Printf("\nmedian of %d interleaved rounds of %d pages, one after the other\n\n", benchRounds, pageAsks)
	fmt.Println("| page | 10,000 transfers | 100,000 transfers | ratio |\n| --- | ---: | ---: | ---: |")
	for _, page := range pages {
		var small, large []float64
		for range benchRounds {
			small = append(small, shops[0].ask(b, page.path))
			large = append(large, shops[1].ask(b, page.path))
		}
		fmt.Printf("| %s | %.2f ms | %.2f ms | %.2f |\n", page.name, median(small), median(large), median(ratios(large, small)))
	}
}

// openShop fills a database past the webhook, folds it, and signs somebody in.
func openShop(b *testing.B, transfers int) shop {
	b.Helper()
	db := testkit.DB(b)
	fill(b, db, transfers)
	server, projector := benchServer(b, db, testkit.Signer(b))
	if err := projector.CatchUp(context.Background()); err != nil {
		b.Fatal(err)
	}
	s := shop{transfers: transfers, addr: "http://" + listen(b, server.Handler())}
	s.signIn(b, db)
	return s
}

// fill writes in the lane of deliveries: the others have a savepoint, under which
// SQLite walks all that it may have to take back at each row.
func fill(b *testing.B, db *store.DB, transfers int) {
	b.Helper()
	states := []string{"incoming_payment_waiting", "processing", "funds_converted", "outgoing_payment_sent"}
	for first := 0; first < transfers; first += fillBatch {
		err := db.Write(context.Background(), store.LaneIngest, func(tx *store.Tx) error {
			for n := first; n < min(first+fillBatch, transfers); n++ {
				for step := range stepsOfTransfer {
					if err := keep(tx, pageBody(n, states[step+1], states[step], step)); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func keep(tx *store.Tx, body string) error {
	_, err := tx.Accept(store.Arrival{Body: []byte(body), SHA256: sha256.Sum256([]byte(body)), ReceivedAt: testNow, ContentType: "application/json"})
	return err
}

// pageBody is benchBody with every customer having the same number of transfers.
func pageBody(n int, state, from string, step int) string {
	at := testNow.Add(time.Duration(step-10-n%50_000) * time.Minute).Format(time.RFC3339)
	return fmt.Sprintf(`{"data":{"resource":{"id":%d,"profile_id":%d,"account_id":%d,"type":"transfer"},"current_state":"%s","previous_state":"%s","occurred_at":"%s"},`+
		`"subscription_id":"01234567-89ab-cdef-0123-456789abcdef","event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":"%s"}`,
		40_000_000+n, 20_000_000+n/profileOf, 30_000_000+n/4, state, from, at, at)
}

func (s *shop) signIn(b *testing.B, db *store.DB) {
	b.Helper()
	_, err := desk.New(db, time.Now).AddPerson(context.Background(), cli(), "", desk.NewPerson{
		Email: "bench@example.com", Name: "Bench", Role: auth.Agent, Password: testPassword,
	})
	if err != nil {
		b.Fatal(err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	s.client = &http.Client{Jar: jar}
	form := url.Values{"email": {"bench@example.com"}, "password": {testPassword}}
	req, err := http.NewRequest(http.MethodPost, s.addr+"/login", strings.NewReader(form.Encode()))
	if err != nil {
		b.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Sec-Fetch-Site", "same-origin")
	s.fetch(b, req)
}

// ask gives the milliseconds of a page, on average over a round of different ones.
func (s *shop) ask(b *testing.B, path func(transfer int) string) float64 {
	b.Helper()
	begun := time.Now()
	for range pageAsks {
		req, err := http.NewRequest(http.MethodGet, s.addr+path(rand.IntN(s.transfers)), nil)
		if err != nil {
			b.Fatal(err)
		}
		s.fetch(b, req)
	}
	return float64(time.Since(begun).Microseconds()) / 1000 / pageAsks
}

// fetch wants a page: a redirect to the log-in would be fast and worth nothing.
func (s *shop) fetch(b *testing.B, req *http.Request) {
	b.Helper()
	answer, err := s.client.Do(req)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		b.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK || answer.Request.URL.Path == "/login" {
		b.Fatalf("%s ended at %s with %d", req.URL, answer.Request.URL, answer.StatusCode)
	}
}
