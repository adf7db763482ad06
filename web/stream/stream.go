package stream

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/internal/presence"
	"transferdesk/web/front"
)

// Pace is how often an open stream does what.
type Pace struct {
	Beat    time.Duration // says that it lives, and looks whether its reader may still hear
	Sweep   time.Duration // looks whether somebody has left a page
	Write   time.Duration // how long a browser may take to accept one message
	Rest    time.Duration // between two messages
	RestAll time.Duration // after one that says that everything has changed
}

// UsualPace is that of a server; tests go faster.
func UsualPace() Pace {
	return Pace{Beat: 15 * time.Second, Sweep: 5 * time.Second, Write: 10 * time.Second, Rest: 250 * time.Millisecond, RestAll: time.Second}
}

// Listen is /live?on=transfer:7+profile:3: it says which of the topics have
// changed, for as long as the page is open (Server-Sent Events, WHATWG HTML 9.2). No
// data goes this way: the page asks for itself again, with its reader's rights.
func (s *Streams) Listen(c echo.Context, who auth.Actor) error {
	topics, err := live.Parse(c.QueryParam("on"))
	if err != nil {
		return fault.Wrap(fault.Invalid, "A page listens to 1 to 60 topics, such as transfer:50088672.", err)
	}
	subject, err := subjectOf(c.QueryParam("at"), topics)
	if err != nil {
		return err
	}
	if subject != "" {
		topics = append(topics, live.Here(subject))
	}
	listener, err := s.Cfg.Live.Join(who.ID, who.Session, c.QueryParam("since"), topics)
	if errors.Is(err, live.ErrFull) || errors.Is(err, live.ErrClosed) {
		return fault.Wrap(fault.Unavailable, "Live updates are not available just now. The page looks again by itself.", err)
	}
	if err != nil {
		return err
	}
	defer listener.Leave()
	st := &stream{server: s, who: who, secret: s.Sessions.Secret(c.Request()), listener: listener, to: c.Response(), control: http.NewResponseController(c.Response())}
	if err := st.open(c.Response().Header()); err != nil || c.Request().Method == http.MethodHead {
		return nil // the browser has gone
	}
	if subject != "" {
		defer s.enterPresence(subject, who)()
	}
	st.run(c.Request().Context())
	return nil
}

// subjectOf checks what the page is about: one of its topics, of a kind on which
// people may meet; "" when it says none.
func subjectOf(at string, topics []live.Topic) (live.Topic, error) {
	kind, _, _ := strings.Cut(at, ":")
	if at == "" {
		return "", nil
	}
	for _, topic := range topics {
		if string(topic) == at && (kind == "transfer" || kind == "profile" || kind == "reason" || kind == "activity") {
			return topic, nil
		}
	}
	return "", fault.New(fault.Invalid, "A page is about one of the transfers, customers, cases or cards that it listens to.")
}

// enterPresence shows others that somebody is there, until the function is called.
func (s *Streams) enterPresence(subject live.Topic, who auth.Actor) (leave func()) {
	if s.Here.Enter(string(subject), presence.Person{ID: who.ID, Name: who.Name}) {
		s.Changed(live.Here(subject))
	}
	return func() { s.Here.Leave(string(subject), who.ID) }
}

// stream is one open answer to /live.
type stream struct {
	server   *Streams
	who      auth.Actor
	secret   string
	listener *live.Listener
	to       io.Writer
	control  *http.ResponseController
}

// open sends the header. The server's own limits on a connection are for requests that
// end, so the read limit is lifted, and each message brings its own limit for writing.
func (st *stream) open(h http.Header) error {
	h.Set(echo.HeaderContentType, "text/event-stream")
	h.Set("X-Accel-Buffering", "no")
	if err := st.control.SetReadDeadline(time.Time{}); err != nil {
		return err
	}
	return st.write(": listening\n\n")
}

// run tells what changes until the browser leaves, the hub ends it, or its reader may
// no longer hear.
func (st *stream) run(ctx context.Context) {
	pace := st.server.pace
	beat, sweep := time.NewTicker(pace.Beat), time.NewTicker(pace.Sweep)
	defer beat.Stop()
	defer sweep.Stop()
	rest := time.NewTimer(0)
	defer rest.Stop()
	<-rest.C
	bell := st.listener.Bell()
	for goOn := true; goOn; {
		select {
		case <-ctx.Done():
			return
		case <-st.listener.Ended():
			_ = st.end(st.listener.Why())
			return
		case <-sweep.C:
			st.server.sweepPresence()
		case <-beat.C:
			goOn = st.mayHear(ctx) && st.write(": live\n\n") == nil
		case <-rest.C:
			bell = st.listener.Bell()
		case <-bell:
			topics := st.listener.Take()
			goOn = len(topics) == 0 || st.mayHear(ctx) && st.tell(topics) == nil
			bell = nil
			rest.Reset(pace.after(topics))
		}
	}
}

// after is how long a stream rests after what it has told, so that a storm of events
// is a few messages.
func (p Pace) after(topics []live.Topic) time.Duration {
	for _, topic := range topics {
		if topic == live.Everything {
			return p.RestAll
		}
	}
	return p.Rest
}

// mayHear says whether the session stands and its person has the same rights as when
// the stream began; if not, the browser is told the last word.
func (st *stream) mayHear(ctx context.Context) bool {
	who, err := st.server.Cfg.Desk.SessionUnused(ctx, st.secret)
	switch {
	case fault.KindOf(err) == fault.Unauthenticated:
		_ = st.end(live.SignedOut)
	case err != nil || who.ID != st.who.ID || who.Role != st.who.Role || who.Compliance != st.who.Compliance:
		_ = st.end(live.Stopping) // the browser comes again, as who it is then
	default:
		return true
	}
	return false
}

func (st *stream) tell(topics []live.Topic) error {
	return st.write("event: changed\ndata: " + front.Words(topics) + "\n\n")
}

func (st *stream) end(why live.End) error {
	return st.write("event: end\ndata: " + string(why) + "\n\n")
}

// write sends a message at once. A browser that does not take it in time is let go.
func (st *stream) write(text string) error {
	if err := st.control.SetWriteDeadline(time.Now().Add(st.server.pace.Write)); err != nil {
		return err
	}
	if _, err := io.WriteString(st.to, text); err != nil {
		return err
	}
	return st.control.Flush()
}
