package web

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"slices"
	"sync"
	"testing"
	"time"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// The load under which pages must stay up to date, as performance figures name it.
const (
	steadyRate        = 2000 // events a second
	steadyEvents      = 12_000
	steadyConnections = 16
	cursorLook        = 2 * time.Millisecond
)

// BenchmarkVisible prints how long an event takes from its arrival until pages
// show it, while 2,000 events a second come in.
//
//	go test ./web -run '^$' -bench Visible -benchtime 1x
func BenchmarkVisible(b *testing.B) {
	signing := testkit.Signer(b)
	requests := signedRequests(b, signing, steadyEvents)
	db := testkit.OpenDB(b, testkit.DBPath(b), store.Options{})
	server, _ := benchServer(b, db, signing)
	addr := listen(b, server.Handler())

	looks := make(chan []look, 1)
	go func() { looks <- watchCursor(b, db, steadyEvents) }()
	speed := driveSteadily(b, addr, requests)
	ages := visibleAges(b, db, <-looks)
	fmt.Printf("\n%.0f events/s; until an event is on its pages: p50 %v, p99 %v, longest %v\n\n", speed,
		ages[len(ages)/2].Round(time.Millisecond), ages[len(ages)*99/100].Round(time.Millisecond), ages[len(ages)-1].Round(time.Millisecond))
}

// look is how far the read models had come at a moment.
type look struct {
	at     time.Time
	cursor int64
}

// watchCursor looks until n receipts are folded; 30 seconds are enough for that.
func watchCursor(b *testing.B, db *store.DB, n int64) (looks []look) {
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(cursorLook) {
		var at store.Progress
		err := db.Read(context.Background(), func(r *store.Reader) (err error) {
			at, err = r.Progress(store.Live)
			return err
		})
		if err != nil {
			b.Error(err)
			return looks
		}
		looks = append(looks, look{time.Now(), at.Cursor})
		if at.Cursor >= n {
			return looks
		}
	}
	b.Error("the projector did not keep up")
	return looks
}

// driveSteadily sends each request at its time, or as soon after it as a
// connection is free, and gives the rate that came of it.
func driveSteadily(b *testing.B, addr string, requests [][]byte) float64 {
	b.Helper()
	var all sync.WaitGroup
	begun := time.Now()
	for first := range steadyConnections {
		all.Go(func() {
			if err := converseSteadily(addr, requests, first, begun); err != nil {
				b.Error(err)
			}
		})
	}
	all.Wait()
	return float64(len(requests)) / time.Since(begun).Seconds()
}

func converseSteadily(addr string, requests [][]byte, first int, begun time.Time) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	answers := bufio.NewReader(conn)
	for i := first; i < len(requests); i += steadyConnections {
		time.Sleep(time.Until(begun.Add(time.Duration(i) * time.Second / steadyRate)))
		if _, err := conn.Write(requests[i]); err != nil {
			return err
		}
		if err := readOK(answers); err != nil {
			return fmt.Errorf("request %d: %w", i, err)
		}
	}
	return nil
}

// visibleAges gives for each arrival how long it was until the first look that
// found it folded, shortest first.
func visibleAges(b *testing.B, db *store.DB, looks []look) (ages []time.Duration) {
	b.Helper()
	err := db.Read(context.Background(), func(r *store.Reader) error {
		rows, err := r.ReceiptsAfter(0, steadyEvents)
		for _, row := range rows {
			i := slices.IndexFunc(looks, func(l look) bool { return l.cursor >= row.ID })
			if i >= 0 {
				ages = append(ages, looks[i].at.Sub(row.ReceivedAt))
			}
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	if len(ages) != steadyEvents {
		b.Fatalf("%d events became visible, want %d", len(ages), steadyEvents)
	}
	slices.Sort(ages)
	return ages
}
