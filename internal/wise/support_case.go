package wise

import (
	"slices"
	"strconv"
	"strings"

	"transferdesk/internal/activity"
)

// readSupportCase reads partner-support#case-changed: a case between Wise and us.
// Version 5.0.0 names nearly everything in another way than the ones before.
func readSupportCase(f *fields, e *activity.Event) {
	var c activity.CaseDetail
	if f.version == "2.0.0" || f.version == "4.0.0" || !f.at("resource.case_id").missing() {
		f.plainCase(e, &c)
	} else {
		f.caseWithMessages(e, &c)
	}
	c.Types = said(c.Types...)
	e.Detail.Case = &c
	f.handle(HandleCase, e.ID)
	f.handle(HandleCase, c.External)
}

// plainCase reads a case before 5.0.0. Wise documents its type as resource.type,
// which in its own example is always partner-support-case, and sends case_type. A
// case without any type could be one for compliance alone.
func (f *fields) plainCase(e *activity.Event, c *activity.CaseDetail) {
	e.Key = activity.Key{Kind: activity.SupportCase, ID: strconv.FormatInt(f.id("resource.case_id"), 10)}
	e.Profile = f.id("resource.details.profile_id")
	e.User = f.idIfAny("resource.details.user_id")
	e.Transfer = f.idIfAny("resource.details.transfer_id")
	e.State = f.code("resource.status", "OPEN", "PENDING", "SOLVED", "CLOSED")
	other := f.textIfAny("resource.type")
	if other == "partner-support-case" {
		other = ""
	}
	c.Types = []string{other, f.textIfAny("resource.case_type")}
	if other == "" {
		c.Types[1] = f.text("resource.case_type")
	}
	c.Changes = said(f.textIfAny("type"))
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), strconv.FormatInt(e.User, 10), strconv.FormatInt(e.Transfer, 10),
		plainSet(said(c.Types...)), plainSet(c.Changes))
}

// caseWithMessages reads a case of 5.0.0. It names no user, and a transfer only
// where the case's reference is one. The types of its messages may lock it too.
func (f *fields) caseWithMessages(e *activity.Event, c *activity.CaseDetail) {
	e.Key = activity.Key{Kind: activity.SupportCase, ID: strconv.FormatInt(f.id("resource.id"), 10)}
	e.Profile = f.id("resource.profileId")
	e.State = f.code("resource.status", "CREATING", "IN_REVIEW", "WAITING_CUSTOMER_INPUT", "RESOLVED", "FAILED")
	c.Types = []string{f.text("resource.type"), f.textIfAny("resource.subType")}
	c.External = f.nameIfAny("resource.externalId")
	c.CreatedAt = f.timeIfAny("resource.createdAt")
	c.RefType, c.RefID = f.textIfAny("resource.reference.type"), f.nameIfAny("resource.reference.referenceId")
	if strings.EqualFold(c.RefType, "transfer") {
		e.Transfer = idOf(c.RefID)
	}
	words := plainSet(said(c.Types...))
	var told []string
	f.each("resource.messages", func(item string) {
		m := f.message(item)
		c.Messages, c.Types, told = append(c.Messages, m), append(c.Types, m.Type), append(told, m.ID)
	})
	slices.SortStableFunc(c.Messages, func(a, b activity.CaseMessage) int { return a.At.Compare(b.At) })
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), words, c.External, c.RefType, c.RefID, plainSet(told))
}

// message reads who wrote when; what was written stands in no event.
func (f *fields) message(item string) activity.CaseMessage {
	f.need(item + ".createdAt")
	f.id(item + ".caseId")
	return activity.CaseMessage{
		ID:     f.name(item + ".id"),
		Type:   f.text(item + ".type"),
		Author: f.code(item+".author", "WISE_SYSTEM", "PARTNER", "WISE_AGENT"),
		At:     f.timeIfAny(item + ".createdAt"),
	}
}
