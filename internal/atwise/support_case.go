package atwise

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// MaxCaseText is the longest description or message of a case, in characters.
const MaxCaseText = 4000

// generalEnquiry is the type of the cases that can be opened (POST /cases).
const generalEnquiry = "GENERAL_ENQUIRY"

// caseNumber is how our own numbers of cases look.
var caseNumber = regexp.MustCompile(`^td-[0-9]{1,19}-[0-9a-f]{16}$`)

// NewCaseNumber makes a number of our own for a case about a transfer: it goes along
// with the form, so that the same form opens one case, and Wise's events name it.
func NewCaseNumber(transfer int64) string {
	return fmt.Sprintf("td-%d-%s", transfer, formToken())
}

// CaseAsk is a case to be opened.
type CaseAsk struct {
	Transfer    int64
	Number      string // of NewCaseNumber
	Subject     string // without personal data
	Description string
	Drafted     string // the subject that was drafted
}

// OpenCase opens a support case at Wise about a transfer and gives what became of it:
// also a refusal of Wise's is a result, no error. Nothing was sent where it gives an
// error: fault.Unprocessable for a subject or a description that may not be sent, or
// where nobody knows whose Wise user it is about, fault.NotFound without such a
// transfer, fault.Conflict when the same form was sent before.
func (a *Acts) OpenCase(ctx context.Context, actor auth.Actor, requestID string, ask CaseAsk) (store.SupportCase, error) {
	entry := audit.Entry{Act: auth.OpenSupportCase, SubjectKind: "transfer", SubjectID: strconv.FormatInt(ask.Transfer, 10), RequestID: requestID, Detail: ask.Number}
	c := store.SupportCase{External: ask.Number, Transfer: ask.Transfer, Type: generalEnquiry, Subject: strings.TrimSpace(ask.Subject),
		Description: tidyText(ask.Description), By: audit.By(actor)}
	if err := audit.Allow(ctx, a.db, a.clock, actor, entry); err != nil {
		return c, err
	}
	if !caseNumber.MatchString(ask.Number) {
		return c, fault.New(fault.Invalid, "The form is not complete. Open the transfer's page again.")
	}
	if err := checkCaseText("description", c.Description); err != nil {
		return c, err
	}
	var user int64
	asked := false
	err := audit.Outside(ctx, a.db, a.clock, actor, entry,
		func(tx *store.Tx) (err error) {
			c, user, err = a.beginCase(tx, c, ask)
			return err
		},
		func(ctx context.Context) (audit.Outcome, error) {
			asked = true
			return a.sendCase(ctx, &c, user), nil
		})
	if err != nil && !asked {
		return c, joined(err, audit.Failed(context.WithoutCancel(ctx), a.db, a.clock, actor, entry))
	}
	if err != nil {
		a.wakeSettling()
	}
	return c, err
}

// beginCase checks what is to be sent, and keeps that it is.
func (a *Acts) beginCase(tx *store.Tx, c store.SupportCase, ask CaseAsk) (store.SupportCase, int64, error) {
	facts, err := tx.Transfer(c.Transfer)
	if err != nil {
		return c, 0, err
	}
	identity, err := tx.Identity(facts.Profile)
	if err != nil {
		return c, 0, err
	}
	user, _ := a.enrich.Speaker(identity.Links.Users())
	if user == 0 {
		return c, 0, fault.New(fault.Unprocessable, "Nobody knows which Wise user this transfer is of, and Wise opens no case without one. Link a user on the customer’s page first.")
	}
	if err := rulesFor(tx, facts, identity, user, ask).check(c.Subject); err != nil {
		return c, 0, err
	}
	c.Profile, c.AskedAt = facts.Profile, a.clock()
	c.ID, err = tx.StartSupportCase(c)
	return c, user, err
}

// rulesFor is what the subject of a case about a transfer is held against.
func rulesFor(tx *store.Tx, f transfer.Facts, who store.Identity, user int64, ask CaseAsk) subjectRules {
	rules := subjectRules{drafted: ask.Drafted, find: tx.FindByName}
	for _, id := range []int64{f.Transfer, f.Profile, f.Account, user} {
		rules.known = append(rules.known, strconv.FormatInt(id, 10))
	}
	for _, entry := range who.Entries {
		rules.names = append(rules.names, entry.Name)
	}
	return rules
}

// sendCase asks Wise to open it, and says how that ended.
func (a *Acts) sendCase(ctx context.Context, c *store.SupportCase, user int64) audit.Outcome {
	ctx, stop := context.WithTimeout(ctx, a.patience)
	defer stop()
	made, err := a.wise.OpenCase(ctx, api.NewCase{Type: c.Type, Subject: c.Subject, Description: c.Description,
		ExternalID: c.External, Transfer: c.Transfer, Profile: c.Profile, User: user})
	var out audit.Outcome
	c.End, out = a.askEnd(err, "Wise opened the case.")
	if c.End.Result == store.AskDone && made.ID <= 0 {
		c.End.Result, c.End.Text, out.Result = store.AskUnknown, "Wise took it and gave no number of the case.", audit.Unknown
	}
	c.Case = made.ID
	if c.End.Result == store.AskUnknown {
		a.wakeSettling()
	}
	out.Detail = joinWords(c.External, out.Detail)
	if c.Case > 0 {
		out.Detail = joinWords(out.Detail, "case "+strconv.FormatInt(c.Case, 10))
	}
	kept := *c
	out.Keep = func(tx *store.Tx) error { return tx.EndSupportCase(kept.ID, kept.Case, kept.End) }
	return out
}
