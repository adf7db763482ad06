package simserver

import (
	"cmp"
	"errors"
	"time"

	"transferdesk/internal/wise/wisesim"
)

// The statuses of a case (partner-support 5.0.0).
const (
	caseCreating = "CREATING"
	caseInReview = "IN_REVIEW"
	caseWaiting  = "WAITING_CUSTOMER_INPUT"
	caseResolved = "RESOLVED"
)

// How long Wise takes to look at a case, and to write back.
const (
	caseLooked  = time.Minute
	caseWritten = 30 * time.Minute
)

// firstCase is where the ids of cases begin: beyond those of the told lives.
const firstCase = 7_000_000

// ErrNoCase says that there is no case with an id.
var ErrNoCase = errors.New("there is no such case")

// SupportCase is a case that Wise opened.
type SupportCase struct {
	Profile, User, Transfer int64
	Type, SubType           string // SANCTIONS and RECIPIENT_SANCTION_HIT, for instance
	Status                  string // "": IN_REVIEW
	Text                    string // Wise's first message; "": none
}

// AddCase adds a case that Wise opened, tells nobody, and gives its id.
func (s *Server) AddCase(c SupportCase) int64 {
	at := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	one := &supportCase{id: firstCase + int64(len(s.cases)), sub: c.SubType, status: cmp.Or(c.Status, caseInReview), created: at, updated: at}
	one.asked.Type, one.asked.Details.Profile, one.asked.Details.User = c.Type, &c.Profile, c.User
	if c.Transfer != 0 {
		one.asked.Details.Transfer = &c.Transfer
	}
	if c.Text != "" {
		one.write("WISE_SYSTEM", c.Text, at).kind = c.SubType + "_REQUEST"
	}
	s.cases = append(s.cases, one)
	return one.id
}

// supportCase is a case between an application and Wise.
type supportCase struct {
	id               int64
	asked            caseRequest
	status           string
	created, updated time.Time
	messages         []*caseMessage
	sub              string
}

// caseMessage is one message of it.
type caseMessage struct {
	id, author, text string
	kind             string
	at               time.Time
}

// SetCaseStatus moves a case to a status and tells every subscription that hears
// of it; it gives ErrNoCase when there is none.
func (s *Server) SetCaseStatus(id int64, status string) error {
	s.mu.Lock()
	one := s.supportCase(id)
	s.mu.Unlock()
	if one == nil {
		return ErrNoCase
	}
	s.turnCase(one, status, "")
	return nil
}

// turnCase moves a case on, with a message of Wise's; "" is none.
func (s *Server) turnCase(one *supportCase, status, says string) {
	at := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	change := "STATUS_UPDATED"
	one.status, one.updated = status, at
	if says != "" {
		one.write("WISE_AGENT", says, at)
		change = "NEW_COMMENT"
	}
	s.tellCase(one, change)
}

// supportCase finds one; nil is none.
func (s *Server) supportCase(id int64) *supportCase {
	if at := id - firstCase; at >= 0 && at < int64(len(s.cases)) {
		return s.cases[at]
	}
	return nil
}

// write adds a message.
func (one *supportCase) write(author, text string, at time.Time) *caseMessage {
	m := &caseMessage{inventUUID("message", one.id*1000+int64(len(one.messages))), author, text, "FREEFORM", at}
	one.messages = append(one.messages, m)
	return m
}

// tellCase sends what became of a case; applications alone hear of cases.
func (s *Server) tellCase(one *supportCase, change string) {
	news := wisesim.CaseNews{
		ID: one.id, User: one.asked.Details.User, Type: one.asked.Type, ExternalID: one.asked.ExternalID, Status: one.status, Change: change,
		Created: one.created, At: one.updated,
	}
	if id := one.asked.Details.Profile; id != nil {
		news.Profile = *id
	}
	if id := one.asked.Details.Transfer; id != nil {
		news.Transfer = *id
	}
	for _, m := range one.messages {
		news.Messages = append(news.Messages, wisesim.CaseMessage{ID: m.id, Kind: m.kind, Author: m.author, At: m.at})
	}
	s.send("partner-support#case-changed", 0, one.updated, news.Body)
}

// showCase is GET /cases/{id}.
func (s *Server) showCase(c *call) reply {
	one := s.supportCase(c.id("caseId"))
	if one == nil {
		return notFound(c)
	}
	return ok(one.answer())
}
