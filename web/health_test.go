package web

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"testing"
	"time"

	"transferdesk/static"
	"transferdesk/web/front"
)

func TestHealthAndReadiness(t *testing.T) {
	s := newSite(t)
	ready := func() (int, apiHealth) {
		t.Helper()
		answer := s.nobody().get("/readyz")
		var got apiHealth
		must(t, json.NewDecoder(answer.Body).Decode(&got))
		return answer.StatusCode, got
	}
	if status, got := ready(); status != http.StatusOK || got.Status != "ok" {
		t.Errorf("empty: got %d %+v, want ok", status, got)
	}
	s.post(stateChange(1, "", "incoming_payment_waiting", ago(time.Hour)), "x")
	s.setNow(s.now.Add(2 * lagLimit))
	if status, got := ready(); status != http.StatusOK || got.Status != "behind" {
		t.Errorf("with an event waiting: got %d %+v, want behind", status, got)
	}
	s.deliver()
	if status, got := ready(); status != http.StatusOK || got.Status != "ok" {
		t.Errorf("caught up: got %d %+v, want ok", status, got)
	}
	must(t, os.Rename(s.db.Path(), s.db.Path()+".away"))
	if status, got := ready(); status != http.StatusServiceUnavailable || got.Checks["writing"] != "failed" {
		t.Errorf("without the file: got %d %+v, want the writing failed", status, got)
	}
	must(t, os.Rename(s.db.Path()+".away", s.db.Path()))
	if status, got := ready(); status != http.StatusOK || got.Checks["writing"] != "ok" {
		t.Errorf("with the file put back: got %d %+v, want ok", status, got)
	}
	outside, err := sql.Open("sqlite3", "file:"+s.db.Path()+"?_busy_timeout=5000")
	must(t, err)
	_, err = outside.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	must(t, errors.Join(err, outside.Close()))
	if status, got := ready(); status != http.StatusServiceUnavailable || got.Checks["database"] != "ok" || got.Checks["migrations"] != "failed" {
		t.Errorf("a newer schema: got %d %+v, want the migrations failed", status, got)
	}
	must(t, s.db.Close())
	if status, got := ready(); status != http.StatusServiceUnavailable || got.Status != "unavailable" {
		t.Errorf("without a database: got %d %+v, want unavailable", status, got)
	}
	if answer := s.nobody().get("/healthz"); answer.StatusCode != http.StatusOK {
		t.Errorf("/healthz without a database: got %d, want 200", answer.StatusCode)
	}
}

func TestAssetsMayBeKeptForEver(t *testing.T) {
	s := newSite(t)
	path := static.URL("app.css")
	for _, encoding := range []string{"", "gzip"} {
		header := map[string]string{"Accept-Encoding": encoding}
		answer := s.ask(http.MethodGet, path, "127.0.0.1", header)
		if answer.StatusCode != http.StatusOK || answer.Header.Get("Cache-Control") != "public, max-age=31536000, immutable" ||
			answer.Header.Get("Content-Encoding") != encoding || answer.Header.Get("Content-Type") != "text/css; charset=utf-8" {
			t.Errorf("%q: got %d %v", encoding, answer.StatusCode, answer.Header)
		}
		header["If-None-Match"] = answer.Header.Get("ETag")
		if again := s.ask(http.MethodGet, path, "127.0.0.1", header); again.StatusCode != http.StatusNotModified {
			t.Errorf("%q with its ETag %s: got %d, want 304", encoding, header["If-None-Match"], again.StatusCode)
		}
	}
	for _, path := range []string{"/assets/000000000000/app.css", "/assets/" + path[8:20] + "/no.css", "/assets/x/..%2fapp.css"} {
		if answer := s.ask(http.MethodGet, path, "127.0.0.1", nil); answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s: got %d, want 404", path, answer.StatusCode)
		}
	}
}

func TestAcceptEncodingIsReadWithItsWeights(t *testing.T) {
	for header, want := range map[string]bool{
		"": false, "gzip": true, "br, gzip": true, "GZIP;q=0.5": true, "gzip;q=0": false, "gzip; q=0.000": false, "identity": false, "x-gzip": false, "gzip;q=1": true,
	} {
		req, err := http.NewRequest(http.MethodGet, "/", nil)
		must(t, err)
		req.Header.Set("Accept-Encoding", header)
		if got := front.AcceptsGzip(req); got != want {
			t.Errorf("%q: got %v, want %v", header, got, want)
		}
	}
}
