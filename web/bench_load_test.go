package web

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"transferdesk/internal/testkit"
)

// signedRequests makes n different deliveries, each a whole HTTP request as bytes.
// Signing takes far longer than anything that is measured, so it is done before.
// Every transfer goes through six states, as most do.
func signedRequests(b *testing.B, signing testkit.Signing, n int) [][]byte {
	b.Helper()
	states := []string{"incoming_payment_waiting", "processing", "funds_converted", "outgoing_payment_sent", "bounced_back", "funds_refunded"}
	requests := make([][]byte, n)
	var next atomic.Int64
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				step := i % len(states)
				from := states[max(step-1, 0)]
				requests[i] = signedRequest(signing, i, benchBody(40_000_000+i/len(states), states[step], from, step))
			}
		})
	}
	all.Wait()
	return requests
}

// benchBody is a body like Wise's own example of transfers#state-change 2.0.0.
func benchBody(transfer int, state, from string, step int) string {
	at := testNow.Add(time.Duration(step-10) * time.Minute).Format(time.RFC3339)
	return fmt.Sprintf(`{"data":{"resource":{"id":%d,"profile_id":%d,"account_id":%d,"type":"transfer"},"current_state":"%s","previous_state":"%s","occurred_at":"%s"},`+
		`"subscription_id":"01234567-89ab-cdef-0123-456789abcdef","event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":"%s"}`,
		transfer, 20_000_000+transfer%500, 30_000_000+transfer%5_000, state, from, at, at)
}

func signedRequest(signing testkit.Signing, i int, body string) []byte {
	return fmt.Appendf(nil, "POST /webhooks/wise HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"+
		"X-Signature-SHA256: %s\r\nX-Delivery-Id: 00000000-0000-4000-8000-%012x\r\nContent-Length: %d\r\n\r\n%s",
		signing.Sign([]byte(body)), i*7919, len(body), body)
}

// drive sends the requests over so many connections, each waiting for its answer
// before the next, and gives the answers per second. Any answer but 200 fails. The
// client is as plain as can be, since it runs on the same cores as the server.
func drive(b *testing.B, addr string, connections int, requests [][]byte) float64 {
	b.Helper()
	var next atomic.Int64
	var all sync.WaitGroup
	failed := make(chan error, connections)
	begun := time.Now()
	for range connections {
		all.Go(func() { failed <- converse(addr, requests, &next) })
	}
	all.Wait()
	took := time.Since(begun)
	for range connections {
		if err := <-failed; err != nil {
			b.Fatal(err)
		}
	}
	return float64(len(requests)) / took.Seconds()
}

func converse(addr string, requests [][]byte, next *atomic.Int64) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	answers := bufio.NewReader(conn)
	for i := next.Add(1) - 1; i < int64(len(requests)); i = next.Add(1) - 1 {
		if _, err := conn.Write(requests[i]); err != nil {
			return err
		}
		if err := readOK(answers); err != nil {
			return fmt.Errorf("request %d: %w", i, err)
		}
	}
	return nil
}

// readOK reads one answer with a Content-Length, and wants it to be 200.
func readOK(answers *bufio.Reader) error {
	status, err := answers.ReadSlice('\n')
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(status, []byte("HTTP/1.1 200 ")) {
		return fmt.Errorf("answered %q", status)
	}
	length := 0
	for {
		line, err := answers.ReadSlice('\n')
		if err != nil {
			return err
		}
		if len(line) == 2 {
			break
		}
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return err
			}
		}
	}
	_, err = io.CopyN(io.Discard, answers, int64(length))
	return err
}
