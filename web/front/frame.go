package front

import (
	"context"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/preference"
	"transferdesk/templates"
)

// Now is the clock's time in UTC.
func (h *House) Now() time.Time { return h.Cfg.Clock().UTC() }

// Face prints times for who reads a page.
func (h *House) Face(who auth.Actor) Face { return h.FaceIn(who.Preferences.Zone) }

// FaceIn prints times in a zone that a reader may choose; "": in the company's.
func (h *House) FaceIn(zone string) Face {
	return Face{Now: h.Now(), Zone: h.zones.of(zone, h.Cfg.Company)}
}

// CompanyFace prints times for whatever leaves the company: JSON, papers, customer texts.
func (h *House) CompanyFace() Face { return h.CompanyAt(h.Now()) }

// CompanyAt is CompanyFace for one moment of which the caller speaks throughout.
func (h *House) CompanyAt(now time.Time) Face { return Face{Now: now, Zone: h.Cfg.Company} }

// BareFrame is the frame of a page that nobody need be signed in for.
func (h *House) BareFrame(c echo.Context, title string) templates.Frame {
	return templates.Frame{
		Title:       title,
		Environment: h.Cfg.Environment,
		Fraud:       templates.FraudLine{Number: h.Cfg.FraudLine, Text: h.Cfg.FraudLineText},
		Zone:        ZoneText(h.CompanyFace()),
		Preferences: preference.Default(),
		RequestID:   RequestID(c),
		Version:     h.Cfg.Version,
	}
}

// Frame is the frame of a signed-in page; the page fills in its title.
func (h *House) Frame(c echo.Context, who auth.Actor, nav templates.Nav, feed *templates.Feed) templates.Frame {
	f := h.BareFrame(c, "")
	f.Nav = nav
	h.welcome(&f, who)
	f.Unread = h.Unread
	f.Upgrading = h.Cfg.Projector.Upgrading()
	if f.Feed = feed; feed != nil {
		feed.Failing, feed.Partial = h.failing(c.Request().Context()), f.Upgrading
	}
	return f
}

// welcome makes a frame that of somebody who is signed in.
func (h *House) welcome(f *templates.Frame, who auth.Actor) {
	f.Person = &templates.Person{Name: who.Name, Role: string(who.Role)}
	face := h.Face(who)
	f.Preferences, f.Zone, f.Shown = who.Preferences, ZoneText(face), face.At(face.Now)
}

// failingWithin bounds how long a page waits to learn whether writes fail.
const failingWithin = 500 * time.Millisecond

// failing says whether writes fail just now. Only when the last one did is another
// tried, so that the page does not go on saying so once it is over.
func (h *House) failing(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, failingWithin)
	defer cancel()
	return h.Cfg.DB.CheckWriting(ctx) != nil
}
