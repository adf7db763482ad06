// Package webhook is where Wise's signed notifications come in: POST /webhooks/wise.
package webhook

import (
	"bytes"
	"errors"
	"io"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/journal"
	"transferdesk/web/front"
)

// maxDelivery is the largest body that the webhook reads; Wise's are under 2 kB.
const maxDelivery = 1 << 20 // bytes

// firstRead is how much room is made for a body before any of it has come, so
// that announcing a large one costs us nothing.
const firstRead = 16 << 10 // bytes

// Webhook takes what Wise sends.
type Webhook struct{ *front.House }

// New makes it for a house.
func New(house *front.House) *Webhook { return &Webhook{house} }

// Receive takes Wise's signed notifications. It answers 200 once the raw body
// is durably stored, whatever it contains; 401 to a bad signature; 503 to trouble
// of our own, which makes Wise send it again. No answer repeats what was sent.
func (w *Webhook) Receive(c echo.Context, _ auth.Actor) error {
	if err := acceptable(c.Request()); err != nil {
		return w.refuseDelivery(c, err)
	}
	body, err := readDelivery(c)
	if err != nil {
		return w.refuseDelivery(c, err)
	}
	arrival := journal.Arrival{Body: body, Header: c.Request().Header, Remote: c.RealIP()}
	if err := w.Cfg.Journal.Accept(c.Request().Context(), arrival); err != nil {
		return err
	}
	return c.NoContent(http.StatusOK)
}

// refusal is a fault and the code under which it is counted.
type refusal struct {
	fault  *fault.Error
	reason string
}

// Error gives the fault's text.
func (r refusal) Error() string { return r.fault.Error() }

// Unwrap gives the fault, for the one place that answers errors.
func (r refusal) Unwrap() error { return r.fault }

// CutOff says whether the sender went away in the middle or sent too slowly.
func (r refusal) CutOff() bool { return r.reason == journal.NotRead }

// acceptable refuses by the header alone what need not be read.
func acceptable(r *http.Request) error {
	switch {
	case len(r.Header.Values(echo.HeaderContentEncoding)) > 0:
		return refusal{fault.New(fault.Unsupported, "A signed body is taken as it was signed, without Content-Encoding."), journal.ContentEncoding}
	case r.ContentLength > maxDelivery:
		return tooLarge()
	}
	return nil
}

func tooLarge() error {
	return refusal{fault.New(fault.TooLarge, "A delivery may have at most 1 MiB."), journal.TooLarge}
}

// readDelivery reads the raw body once, up to its limit; a body of unknown length
// is given up when it goes over.
func readDelivery(c echo.Context) ([]byte, error) {
	r := c.Request()
	var body bytes.Buffer
	body.Grow(int(min(max(r.ContentLength, 0), firstRead)) + bytes.MinRead)
	_, err := io.Copy(&body, http.MaxBytesReader(c.Response().Writer, r.Body, maxDelivery))
	var over *http.MaxBytesError
	if errors.As(err, &over) {
		return nil, tooLarge()
	}
	if err != nil {
		return nil, refusal{fault.Wrap(fault.Unavailable, "The delivery did not come whole. Send it again.", err), journal.NotRead}
	}
	return body.Bytes(), nil
}

// refuseDelivery counts a refusal and hands it on. What is left of the body is
// not read, so the connection ends with the answer.
func (w *Webhook) refuseDelivery(c echo.Context, err error) error {
	r := c.Request()
	var why refusal
	if errors.As(err, &why) {
		w.Cfg.Journal.Reject(journal.Rejection{Reason: why.reason, Header: r.Header, Remote: c.RealIP(), Bytes: r.ContentLength})
	}
	c.Response().Header().Set(echo.HeaderConnection, "close")
	return err
}
