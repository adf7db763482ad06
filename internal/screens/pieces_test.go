package screens

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strings"
	"time"
)

// How a page comes in pieces: a browser draws what it has, here as on a slow line or
// a busy machine, and what comes later may move what stands there already.
const (
	pieces = 10
	pause  = 25 * time.Millisecond // more than a frame
)

// inPieces lets pages, and nothing else, come in pieces while asked says so.
func inPieces(asked func() bool, from http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !asked() || !strings.HasPrefix(r.Header.Get("Accept"), "text/html") {
			from.ServeHTTP(w, r)
			return
		}
		r.Header.Del("Accept-Encoding") // packed anew below: half of what is packed as a whole shows nothing
		slow := &slowWriter{ResponseWriter: w, packed: gzip.NewWriter(w)}
		from.ServeHTTP(slow, r)
		slow.end()
	})
}

// slowWriter packs and writes what comes in pieces. Nothing is written for an answer
// without a body.
type slowWriter struct {
	http.ResponseWriter
	packed *gzip.Writer
	began  bool
}

// WriteHeader says how the body comes.
func (w *slowWriter) WriteHeader(status int) {
	if status == http.StatusOK || status >= http.StatusBadRequest {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Del("Content-Length")
		w.began = true
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write ends each piece before a tag, where a parser rests.
func (w *slowWriter) Write(all []byte) (n int, err error) {
	if !w.began {
		w.WriteHeader(http.StatusOK)
	}
	for size := len(all)/pieces + 1; n < len(all) && err == nil; time.Sleep(pause) {
		end := min(len(all), n+size)
		if tag := bytes.IndexByte(all[end:], '<'); tag >= 0 {
			end += tag
		} else {
			end = len(all)
		}
		var wrote int
		wrote, err = w.packed.Write(all[n:end])
		n += wrote
		_ = w.packed.Flush()
		_ = http.NewResponseController(w.ResponseWriter).Flush()
	}
	return n, err
}

func (w *slowWriter) end() {
	if w.began {
		_ = w.packed.Close()
	}
}
