package web

import (
	"bufio"
	"crypto"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

const plainBody = `{"data":{"resource":{"id":41000001,"profile_id":20000001,"account_id":30000001,"type":"transfer"},"current_state":"processing","previous_state":"incoming_payment_waiting","occurred_at":"2026-11-20T10:00:00Z"},"subscription_id":"01234567-89ab-cdef-0123-456789abcdef","event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":"2026-11-20T10:00:01Z"}`

// knock posts a body with the given headers and gives the answer's status.
func knock(t *testing.T, s *site, body io.Reader, header http.Header) *http.Response {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, s.http.URL+"/webhooks/wise", body)
	if err != nil {
		t.Fatal(err)
	}
	req.Header = header
	return s.do(http.DefaultClient, req)
}

// signed gives the headers of a genuine delivery.
func (s *site) signed(body string) http.Header {
	return http.Header{
		"Content-Type":       {"application/json"},
		"X-Signature-Sha256": {s.signing.Sign([]byte(body))},
		"X-Delivery-Id":      {"e7d6a4b0-1f8f-4c9f-9f55-0a8f0a8f0a8f"},
	}
}

// journaled counts what is kept.
func (s *site) journaled() (rows []store.ReceiptRow) {
	s.t.Helper()
	err := s.db.Read(s.t.Context(), func(r *store.Reader) (err error) {
		rows, err = r.ReceiptsAfter(0, 1000)
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return rows
}

func TestABadSignatureIsRefusedAndNothingIsKept(t *testing.T) {
	s := newSite(t)
	good := s.signing.Sign([]byte(plainBody))
	other, err := wisesim.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := other.Sign([]byte(plainBody))
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name   string
		header http.Header
		body   string
	}{
		{"no signature", http.Header{}, plainBody},
		{"an empty one", http.Header{"X-Signature-Sha256": {""}}, plainBody},
		{"the old header alone", http.Header{"X-Signature": {good}}, plainBody},
		{"two of them, both right", http.Header{"X-Signature-Sha256": {good, good}}, plainBody},
		{"two of them, one wrong", http.Header{"X-Signature-Sha256": {good, foreign}}, plainBody},
		{"two in one value", http.Header{"X-Signature-Sha256": {good + ", " + good}}, plainBody},
		{"no base64", http.Header{"X-Signature-Sha256": {"%%%"}}, plainBody},
		{"cut in half", http.Header{"X-Signature-Sha256": {good[:len(good)/2]}}, plainBody},
		{"too short", http.Header{"X-Signature-Sha256": {base64.StdEncoding.EncodeToString(make([]byte, 128))}}, plainBody},
		{"zeros", http.Header{"X-Signature-Sha256": {base64.StdEncoding.EncodeToString(make([]byte, 256))}}, plainBody},
		{"HMAC", http.Header{"X-Signature-Sha256": {hmacOf(plainBody)}}, plainBody},
		{"PSS", http.Header{"X-Signature-Sha256": {pssOf(t, s, plainBody)}}, plainBody},
		{"another key", http.Header{"X-Signature-Sha256": {foreign}}, plainBody},
		{"a newline added", http.Header{"X-Signature-Sha256": {good}}, plainBody + "\n"},
		{"the body written anew", http.Header{"X-Signature-Sha256": {good}}, strings.ReplaceAll(plainBody, `":`, `": `)},
		{"an empty body", http.Header{"X-Signature-Sha256": {good}}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			answer := knock(t, s, strings.NewReader(c.body), c.header)
			text := body(t, answer)
			if answer.StatusCode != http.StatusUnauthorized {
				t.Errorf("got %d, want 401: %s", answer.StatusCode, text)
			}
			if strings.Contains(text, "41000001") {
				t.Errorf("the answer repeats the body: %s", text)
			}
		})
	}
	if kept := s.journaled(); len(kept) != 0 {
		t.Errorf("%d deliveries were kept", len(kept))
	}
	if answer := knock(t, s, strings.NewReader(plainBody), s.signed(plainBody)); answer.StatusCode != http.StatusOK {
		t.Errorf("the genuine one got %d, so the cases above prove nothing", answer.StatusCode)
	}
}

func hmacOf(text string) string {
	mac := hmac.New(sha256.New, []byte("a shared secret"))
	_, _ = mac.Write([]byte(text))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// pssOf signs with the right key in the wrong way.
func pssOf(t *testing.T, s *site, text string) string {
	t.Helper()
	private, err := s.signing.PrivatePEM()
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(private)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(text))
	sig, err := rsa.SignPSS(rand.Reader, key.(*rsa.PrivateKey), crypto.SHA256, sum[:], nil)
	if err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(sig)
}

func TestASignedBodyIsKeptWhateverItHolds(t *testing.T) {
	cases := map[string]string{
		"an event": plainBody, "nothing": "", "null": "null", "a list": "[]", "no JSON": "hello", "a BOM": "\ufeff{}",
		"bytes that are no text": "\xff\xfe\x00", "two documents": plainBody + plainBody, "a form": "email=a&password=b",
		"one mebibyte": strings.Repeat("x", 1<<20),
	}
	for name, sent := range cases {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			answer := knock(t, s, strings.NewReader(sent), s.signed(sent))
			if answer.StatusCode != http.StatusOK {
				t.Fatalf("got %d, want 200", answer.StatusCode)
			}
			if rows := s.journaled(); len(rows) != 1 || string(rows[0].Body) != sent {
				t.Errorf("the journal holds %d bodies, not the one sent", len(rows))
			}
		})
	}
}

func TestADeliveryIDIsOnlyAHint(t *testing.T) {
	for name, id := range map[string][]string{
		"missing": nil, "no UUID": {"7"}, "ten kilobytes": {strings.Repeat("x", 10_000)}, "markup": {`"><script>alert(1)</script>`}, "two": {"a", "b"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			header := s.signed(plainBody)
			delete(header, "X-Delivery-Id")
			if id != nil {
				header["X-Delivery-Id"] = id
			}
			if answer := knock(t, s, strings.NewReader(plainBody), header); answer.StatusCode != http.StatusOK {
				t.Errorf("got %d, want 200", answer.StatusCode)
			}
			if rows := s.journaled(); len(rows) != 1 || len(rows[0].DeliveryID) > 200 {
				t.Errorf("%d receipts are kept", len(rows))
			}
		})
	}
}

func TestTheTestHeaderBelongsToTheArrival(t *testing.T) {
	s := newSite(t)
	for _, value := range []string{"true", "false", "TRUE", ""} {
		header := s.signed(plainBody)
		header.Set("X-Test-Notification", value)
		if answer := knock(t, s, strings.NewReader(plainBody), header); answer.StatusCode != http.StatusOK {
			t.Fatalf("got %d", answer.StatusCode)
		}
	}
	var got []bool
	for _, row := range s.journaled() {
		got = append(got, row.Test)
	}
	if fmt.Sprint(got) != "[true false true false]" {
		t.Errorf("the receipts are tests: %v", got)
	}
}

func TestTransportIsRefusedBeforeTheBodyIsRead(t *testing.T) {
	s := newSite(t)
	t.Run("an encoded body is 415", func(t *testing.T) {
		for _, encoding := range []string{"gzip", "identity", ""} {
			header := s.signed(plainBody)
			header.Set("Content-Encoding", encoding)
			if answer := knock(t, s, strings.NewReader(plainBody), header); answer.StatusCode != http.StatusUnsupportedMediaType {
				t.Errorf("%q got %d, want 415", encoding, answer.StatusCode)
			}
		}
	})
	t.Run("another method is 405 and says which is right", func(t *testing.T) {
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut, http.MethodDelete, http.MethodPatch} {
			req, err := http.NewRequest(method, s.http.URL+"/webhooks/wise", nil)
			if err != nil {
				t.Fatal(err)
			}
			answer := s.do(http.DefaultClient, req)
			if allow := answer.Header.Get("Allow"); answer.StatusCode != http.StatusMethodNotAllowed || !strings.Contains(allow, "POST") {
				t.Errorf("%s got %d with Allow %q, want 405 with POST", method, answer.StatusCode, allow)
			}
		}
	})
	t.Run("a body announced as over 1 MiB is 413 at once", func(t *testing.T) {
		answer, _ := s.half(t, "Content-Length: 1048577\r\n", "")
		if answer.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("got %d, want 413", answer.StatusCode)
		}
	})
	t.Run("a chunked body is given up when it goes over 1 MiB", func(t *testing.T) {
		chunk := fmt.Sprintf("%x\r\n%s\r\n", 64<<10, strings.Repeat("x", 64<<10))
		answer, closed := s.half(t, "Transfer-Encoding: chunked\r\n", strings.Repeat(chunk, 17))
		if answer.StatusCode != http.StatusRequestEntityTooLarge || !closed {
			t.Errorf("got %d, connection closed %v; want 413 and closed", answer.StatusCode, closed)
		}
	})
	if kept := s.journaled(); len(kept) != 0 {
		t.Errorf("%d deliveries were kept", len(kept))
	}
}

// half sends a request whose body does not end, and reads the answer: if the
// server waited for the rest there would be none.
func (s *site) half(t *testing.T, header, body string) (answer *http.Response, closed bool) {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.http.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err := conn.SetDeadline(time.Now().Add(5 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(conn, "POST /webhooks/wise HTTP/1.1\r\nHost: x\r\n"+header+"\r\n"+body); err != nil {
		t.Fatal(err)
	}
	answer, err = http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("no answer before the body's end: %v", err)
	}
	return answer, answer.Close
}

func TestOurOwnTroubleIs503(t *testing.T) {
	s := newSite(t)
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	answer := knock(t, s, strings.NewReader(plainBody), s.signed(plainBody))
	if answer.StatusCode != http.StatusServiceUnavailable || answer.Header.Get("Retry-After") == "" {
		t.Errorf("got %d with Retry-After %q, want 503 with one", answer.StatusCode, answer.Header.Get("Retry-After"))
	}
}

func TestASenderWhoHangsUpMidBodyIsNoErrorOfOurs(t *testing.T) {
	s := newSite(t)
	conn, err := net.Dial("tcp", s.http.Listener.Addr().String())
	must(t, err)
	_, err = io.WriteString(conn, "POST /webhooks/wise HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\ncut off")
	must(t, err)
	must(t, conn.(*net.TCPConn).CloseWrite())
	_, err = io.ReadAll(conn) // until the request has ended
	must(t, err)
	if log := s.log.String(); !strings.Contains(log, "did not come whole") || strings.Contains(log, "level=ERROR") {
		t.Errorf("want one line below ERROR, got:\n%s", log)
	}
}
