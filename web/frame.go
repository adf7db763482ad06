package web

import (
	"context"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/preference"
	"transferdesk/templates"
)

// now is the clock's time in UTC.
func (s *Server) now() time.Time { return s.cfg.Clock().UTC() }

// face prints times for who reads a page.
func (s *Server) face(who auth.Actor) clockface { return s.faceIn(who.Preferences.Zone) }

// faceIn prints times in a zone that a reader may choose; "": in the company's.
func (s *Server) faceIn(zone string) clockface {
	return clockface{now: s.now(), zone: s.zones.of(zone, s.cfg.Company)}
}

// companyFace prints times for whatever leaves the company: JSON, papers, customer texts.
func (s *Server) companyFace() clockface { return s.companyAt(s.now()) }

// companyAt is companyFace for one moment of which the caller speaks throughout.
func (s *Server) companyAt(now time.Time) clockface { return clockface{now: now, zone: s.cfg.Company} }

// bareFrame is the frame of a page that nobody need be signed in for.
func (s *Server) bareFrame(c echo.Context, title string) templates.Frame {
	return templates.Frame{
		Title:       title,
		Environment: s.cfg.Environment,
		Fraud:       templates.FraudLine{Number: s.cfg.FraudLine, Text: s.cfg.FraudLineText},
		Zone:        zoneText(s.companyFace()),
		Preferences: preference.Default(),
		RequestID:   requestID(c),
		Version:     s.cfg.Version,
	}
}

// frame is the frame of a signed-in page; the page fills in its title.
func (s *Server) frame(c echo.Context, who auth.Actor, nav templates.Nav, feed *templates.Feed) templates.Frame {
	f := s.bareFrame(c, "")
	f.Nav = nav
	s.welcome(&f, who)
	f.Unread = s.unread
	f.Upgrading = s.cfg.Projector.Upgrading()
	if f.Feed = feed; feed != nil {
		feed.Failing, feed.Partial = s.failing(c.Request().Context()), f.Upgrading
	}
	return f
}

// welcome makes a frame that of somebody who is signed in.
func (s *Server) welcome(f *templates.Frame, who auth.Actor) {
	f.Person = &templates.Person{Name: who.Name, Role: string(who.Role)}
	face := s.face(who)
	f.Preferences, f.Zone, f.Shown = who.Preferences, zoneText(face), face.at(face.now)
}

// failingWithin bounds how long a page waits to learn whether writes fail.
const failingWithin = 500 * time.Millisecond

// failing says whether writes fail just now. Only when the last one did is another
// tried, so that the page does not go on saying so once it is over.
func (s *Server) failing(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, failingWithin)
	defer cancel()
	return s.cfg.DB.CheckWriting(ctx) != nil
}
