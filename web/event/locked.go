package event

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/internal/wise"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// textNoReveal says to a lead why an event cannot be shown unmasked.
const textNoReveal = "It cannot be shown unmasked: it holds something that is handled by compliance, and that takes the compliance flag beside the role. " +
	"Whoever runs the server gives it: transferdesk user compliance --email E."

// mostLockedRunes is how much is shown of a value that is locked.
const mostLockedRunes = 400

// Locked is /events/{id}/locked: the event with what is for compliance alone,
// recorded as an act of its own before it is shown.
func (p *Pages) Locked(c echo.Context, who auth.Actor) error {
	if err := fromOwnPage(c); err != nil {
		return err
	}
	return p.show(c, who, auth.ViewLocked)
}

// holdsLocked says whether the event of the path holds anything for compliance alone;
// false when there is no such event.
func (p *Pages) holdsLocked(c echo.Context) (bool, error) {
	id, err := front.PathID(c, "event")
	if err != nil {
		return false, err
	}
	var v view
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		v, err = readOne(r, id)
		return err
	})
	if fault.KindOf(err) == fault.NotFound {
		return false, nil
	}
	return wise.LockedFields(v.Kept.Body) != nil, err
}

// lockedPart is what a person with the flag learns of an event: that something is
// withheld, and the fields once they have been asked for. nil for everybody else, and
// for an event of which nothing is withheld.
func lockedPart(who auth.Actor, act auth.Act, id int64, fields []wise.LockedField) *templates.LockedPart {
	if !who.May(auth.ViewLocked) || len(fields) == 0 && act != auth.ViewLocked {
		return nil
	}
	part := &templates.LockedPart{Path: pathOf(id) + "/locked", Shown: act == auth.ViewLocked}
	if !part.Shown {
		return part
	}
	for _, f := range fields {
		part.Fields = append(part.Fields, templates.LockedField{
			Name:  reason.VisibleUpTo(f.Name, mostLockedRunes),
			Value: reason.VisibleUpTo(f.Value, mostLockedRunes),
		})
	}
	return part
}

// pathOf is the page of one event.
func pathOf(id int64) string { return "/events/" + front.IDText(id) }
