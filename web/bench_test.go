package web

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/desk"
	"transferdesk/internal/journal"
	"transferdesk/internal/projection"
	"transferdesk/internal/reason"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// benchRounds is odd, so that a median is one of them.
const benchRounds = 5

// rival is one way to answer the webhook; start gives its address and what must
// hold once n requests were answered.
type rival struct {
	name  string
	start func(b *testing.B, signing testkit.Signing) (addr string, check func(n int))
	sends map[int]int // requests by number of connections
}

var rivals = []rival{
	{"nothing", serveNothing, map[int]int{1: 4000, 8: 12_000, 64: 16_000}},
	{"verify", serveVerify, map[int]int{1: 4000, 8: 12_000, 64: 16_000}},
	{"each", serveOneByOne, map[int]int{1: 3000, 8: 4000, 64: 4000}},
	{"ours", serveGroups, map[int]int{1: 3000, 8: 10_000, 64: 16_000}},
}

// BenchmarkRatios prints how many events a second are acknowledged, beside doing
// less. Only ratios count: the rounds are interleaved, and a machine's mood moves
// all of them.
//
//	go test ./web -run '^$' -bench Ratios -benchtime 1x
func BenchmarkRatios(b *testing.B) {
	signing := testkit.Signer(b)
	requests := signedRequests(b, signing, 16_000)
	connections := []int{1, 8, 64}
	speeds := map[string][]float64{}
	for range benchRounds {
		for _, n := range connections {
			for _, r := range rivals {
				key := fmt.Sprint(r.name, n)
				speeds[key] = append(speeds[key], race(b, r, signing, n, requests[:r.sends[n]]))
			}
		}
	}
	fmt.Print(ratioTable(connections, speeds))
}

// race runs one rival once, on a fresh database if it has one.
func race(b *testing.B, r rival, signing testkit.Signing, connections int, requests [][]byte) (speed float64) {
	b.Run(fmt.Sprintf("%s-%d", r.name, connections), func(b *testing.B) {
		addr, check := r.start(b, signing)
		runtime.GC()
		speed = drive(b, addr, connections, requests)
		check(len(requests))
		b.ReportMetric(speed, "events/s")
	})
	return speed
}

func ratioTable(connections []int, speeds map[string][]float64) string {
	var table strings.Builder
	fmt.Fprintf(&table, "\n%d cores, the client on the same ones; median of %d interleaved rounds; projector running\n\n", runtime.NumCPU(), benchRounds)
	table.WriteString("| connections | acknowledged/s | ÷ a POST that does nothing | ÷ one that only verifies | ÷ one transaction per event |\n")
	table.WriteString("| ---: | ---: | ---: | ---: | ---: |\n")
	for _, n := range connections {
		ours := speeds[fmt.Sprint("ours", n)]
		fmt.Fprintf(&table, "| %d | %.0f |", n, median(ours))
		for _, other := range []string{"nothing", "verify", "each"} {
			fmt.Fprintf(&table, " %.2f |", median(ratios(ours, speeds[fmt.Sprint(other, n)])))
		}
		table.WriteString("\n")
	}
	return table.String()
}

// ratios divides round by round.
func ratios(over, under []float64) []float64 {
	out := make([]float64, len(over))
	for i := range over {
		out[i] = over[i] / under[i]
	}
	return out
}

func median(values []float64) float64 { return slices.Sorted(slices.Values(values))[len(values)/2] }

// serveNothing reads the body and answers.
func serveNothing(b *testing.B, _ testkit.Signing) (string, func(int)) {
	return listen(b, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
	})), func(int) {}
}

// serveVerify reads the body, verifies it and answers.
func serveVerify(b *testing.B, signing testkit.Signing) (string, func(int)) {
	return listen(b, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			_, err = signing.Keys.VerifyRequest(body, r.Header)
		}
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})), func(int) {}
}

func serveOneByOne(b *testing.B, signing testkit.Signing) (string, func(int)) {
	return serveReal(b, signing, 1)
}

func serveGroups(b *testing.B, signing testkit.Signing) (string, func(int)) {
	return serveReal(b, signing, 0)
}

// serveReal is the whole server on a new database with the projector running.
func serveReal(b *testing.B, signing testkit.Signing, group int) (string, func(int)) {
	b.Helper()
	db := testkit.OpenDB(b, testkit.DBPath(b), store.Options{Group: group})
	server, _ := benchServer(b, db, signing)
	return listen(b, server.Handler()), func(n int) {
		if kept := receiptCount(b, db); kept != n {
			b.Fatalf("%d acknowledged, %d kept", n, kept)
		}
	}
}

func benchServer(b *testing.B, db *store.DB, signing testkit.Signing) (*Server, *projection.Projector) {
	b.Helper()
	log := slog.New(slog.DiscardHandler)
	projector := projection.New(db, time.Now, log)
	book := journal.New(db, signing.Keys, time.Now, log)
	book.OnAccept(projector.Wake)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- projector.Run(ctx) }()
	b.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			b.Error(err)
		}
	})
	server, err := New(Config{
		DB: db, Journal: book, Projector: projector, Desk: desk.New(db, time.Now),
		Catalogue: reason.Builtin(), Clock: time.Now, Log: log, Environment: "SANDBOX", Version: "bench",
	})
	if err != nil {
		b.Fatal(err)
	}
	return server, projector
}

func receiptCount(b *testing.B, db *store.DB) (n int) {
	b.Helper()
	err := db.Read(context.Background(), func(r *store.Reader) error {
		rows, err := r.ReceiptsAfter(0, 1_000_000)
		n = len(rows)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// listen serves on a free port of the loopback until the benchmark ends.
func listen(b *testing.B, handler http.Handler) string {
	b.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	server := newHTTPServer(handler, slog.New(slog.DiscardHandler))
	go func() { _ = server.Serve(listener) }()
	b.Cleanup(func() { _ = server.Close() })
	return listener.Addr().String()
}
