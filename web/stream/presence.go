package stream

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/internal/presence"
	"transferdesk/web/front"
)

// editable are the words for what somebody may be typing into; forms name them.
var editable = map[string]bool{"": true, "a note": true, "this card": true, "a message": true, "a form": true}

// Editing is POST /live/editing: somebody is typing on the page about at, into
// what; an empty what ends it, and so does a little time. Nothing that is typed comes
// along.
func (s *Streams) Editing(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	topics, err := live.Parse(form.Get("at"))
	if err != nil || len(topics) != 1 || !editable[form.Get("what")] {
		return fault.New(fault.Invalid, "This names no page and form on which somebody may type.")
	}
	subject, err := subjectOf(string(topics[0]), topics)
	if err != nil {
		return err
	}
	if s.Here.Edit(string(subject), presence.Person{ID: who.ID, Name: who.Name}, form.Get("what")) {
		s.Changed(live.Here(subject))
	}
	return c.NoContent(http.StatusNoContent)
}

// sweepPresence tells open pages who has left or stopped typing.
func (s *Streams) sweepPresence() {
	for _, subject := range s.Here.Sweep() {
		s.Changed(live.Here(live.Topic(subject)))
	}
}
