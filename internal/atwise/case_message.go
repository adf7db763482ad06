package atwise

import (
	"context"
	"regexp"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// messageToken is how the token of a form looks.
var messageToken = regexp.MustCompile(`^[0-9a-f]{16}$`)

// NewMessageToken makes the token of a form, with which it sends one message.
func NewMessageToken() string { return formToken() }

// MessageAsk is a message to be sent in a case.
type MessageAsk struct {
	Case  int64  // Wise's
	Token string // of NewMessageToken
	Text  string
}

// AddCaseMessage sends a message in a support case and gives what became of it: also
// a refusal of Wise's is a result, no error. Nothing was sent where it gives an error:
// fault.Unprocessable for an empty text or one that is too long, fault.NotFound for a
// case that nobody knows or that compliance handles, fault.Conflict when the same form
// was sent before.
func (a *Acts) AddCaseMessage(ctx context.Context, actor auth.Actor, requestID string, ask MessageAsk) (store.CaseMessage, error) {
	entry := audit.Entry{Act: auth.AddCaseMessage, SubjectKind: "support_case", SubjectID: strconv.FormatInt(ask.Case, 10), RequestID: requestID}
	m := store.CaseMessage{Case: ask.Case, Token: ask.Token, Text: tidyText(ask.Text), By: audit.By(actor)}
	if err := audit.Allow(ctx, a.db, a.clock, actor, entry); err != nil {
		return m, err
	}
	if !messageToken.MatchString(ask.Token) {
		return m, fault.New(fault.Invalid, "The form is not complete. Open the case's page again.")
	}
	if err := checkCaseText("message", m.Text); err != nil {
		return m, err
	}
	asked := false
	err := audit.Outside(ctx, a.db, a.clock, actor, entry,
		func(tx *store.Tx) (err error) {
			if err := KnownCase(&tx.Reader, ask.Case); err != nil {
				return err
			}
			m.AskedAt = a.clock()
			m.ID, err = tx.StartCaseMessage(m)
			return err
		},
		func(ctx context.Context) (audit.Outcome, error) {
			asked = true
			return a.sendMessage(ctx, &m), nil
		})
	if err != nil && !asked {
		return m, joined(err, audit.Failed(context.WithoutCancel(ctx), a.db, a.clock, actor, entry))
	}
	return m, err
}

// sendMessage sends it, and says how that ended. Wise is then asked for the case in
// the background: what it shows settles what could not be told.
func (a *Acts) sendMessage(ctx context.Context, m *store.CaseMessage) audit.Outcome {
	ctx, stop := context.WithTimeout(ctx, a.patience)
	defer stop()
	sent, err := a.wise.AddCaseMessage(ctx, m.Case, m.Text)
	var out audit.Outcome
	m.End, out = a.askEnd(err, "Wise took the message.")
	m.MessageID = sent.ID
	kept := *m
	out.Keep = func(tx *store.Tx) error { return tx.EndCaseMessage(kept.ID, kept.MessageID, kept.End) }
	a.enrich.Want(enrich.Question{Kind: store.OfSupportCase, ID: m.Case})
	return out
}
