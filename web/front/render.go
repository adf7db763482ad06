package front

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"sync"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"
)

// worthGzip is the size in bytes from which compressing a page pays.
const worthGzip = 1400

// Render prints a page into a buffer first, so that a template that fails
// becomes an error page, never half a page with status 200.
func (h *House) Render(c echo.Context, status int, page templ.Component) error {
	var buf bytes.Buffer
	if err := page.Render(c.Request().Context(), &buf); err != nil {
		return fmt.Errorf("rendering %s: %w", c.Path(), err)
	}
	header := c.Response().Header()
	header.Set(echo.HeaderContentType, echo.MIMETextHTMLCharsetUTF8)
	header.Set(echo.HeaderVary, echo.HeaderAcceptEncoding)
	if buf.Len() < worthGzip || !AcceptsGzip(c.Request()) {
		return c.HTMLBlob(status, buf.Bytes())
	}
	return h.sendGzip(c, status, buf.Bytes())
}

func (h *House) sendGzip(c echo.Context, status int, body []byte) error {
	var buf bytes.Buffer
	if err := h.gzips.compress(&buf, body); err != nil {
		return fmt.Errorf("compressing %s: %w", c.Path(), err)
	}
	c.Response().Header().Set(echo.HeaderContentEncoding, "gzip")
	return c.HTMLBlob(status, buf.Bytes())
}

// OK renders with 200.
func (h *House) OK(c echo.Context, page templ.Component) error {
	return h.Render(c, http.StatusOK, page)
}

// gzipPool keeps compressors: each holds some 800 kB, too much to make per page.
type gzipPool struct{ pool sync.Pool }

func (p *gzipPool) compress(to *bytes.Buffer, body []byte) error {
	w, ok := p.pool.Get().(*gzip.Writer)
	if !ok {
		w, _ = gzip.NewWriterLevel(to, gzip.BestSpeed) // the level exists, so there is no error
	}
	defer p.pool.Put(w)
	w.Reset(to)
	if _, err := w.Write(body); err != nil {
		return err
	}
	return w.Close()
}

// AcceptsGzip reads Accept-Encoding (RFC 9110 §12.5.3) as far as gzip is
// concerned: named, and not with a weight of zero.
func AcceptsGzip(req *http.Request) bool {
	for part := range strings.SplitSeq(req.Header.Get(echo.HeaderAcceptEncoding), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			q := strings.TrimLeft(strings.ReplaceAll(weight, " ", ""), "qQ=")
			return weight == "" || strings.Trim(q, "0.") != ""
		}
	}
	return false
}
