package event

import (
	"slices"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// view is everything that the page and the JSON of an event are made of.
type view struct {
	store.EventDetail
	asides      []store.EventAside      // oldest first
	attachments []store.EventAttachment // oldest first
	retries     []store.EventRetry      // newest first
	copies      []store.EventRow
}

func readOne(r *store.Reader, id int64) (v view, err error) {
	if v.EventDetail, err = r.Event(id); err != nil {
		return v, err
	}
	if v.asides, err = r.EventAsides(id); err != nil {
		return v, err
	}
	if v.attachments, err = r.EventAttachments(id); err != nil {
		return v, err
	}
	if v.retries, err = r.EventRetries(id); err != nil {
		return v, err
	}
	v.copies, err = readCopies(r, id)
	return v, err
}

// mostCopies is how many copies of an event its page names.
const mostCopies = 50

func readCopies(r *store.Reader, id int64) (rows []store.EventRow, err error) {
	ids, err := r.EventCopies(id)
	if err != nil {
		return nil, err
	}
	for _, other := range ids[:min(len(ids), mostCopies)] {
		row, err := r.EventRow(other)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// pastRepair is one thing that somebody did about an event.
type pastRepair struct {
	at            time.Time
	by, did, note string
}

// past is all that people did about the event, newest first.
func (v view) past() (past []pastRepair) {
	for _, a := range v.asides {
		past = append(past, pastRepair{a.At, a.By.Name, map[bool]string{false: "set it aside", true: "took it back to be looked at"}[a.Undone], a.Note})
	}
	for _, a := range v.attachments {
		past = append(past, pastRepair{a.At, a.By.Name, map[bool]string{false: "attached it to ", true: "detached it from "}[a.Undone] + subjectText(a), a.Note})
	}
	for _, e := range v.retries {
		past = append(past, pastRepair{e.At, e.By.Name, "had it applied again: " + becameWords(e.Status), whyText(e.Why)})
	}
	slices.SortStableFunc(past, func(a, b pastRepair) int { return b.at.Compare(a.at) })
	return past
}

// history is the same for the page.
func (v view) history(face front.Face) (lines []templates.RepairLine) {
	for _, p := range v.past() {
		lines = append(lines, templates.RepairLine{By: p.by, Did: p.did, Note: p.note, At: face.At(p.at)})
	}
	return lines
}

func becameWords(status string) string {
	switch status {
	case store.StatusApplied:
		return "it was applied"
	case store.StatusDuplicate:
		return "it is a copy of an event that we have"
	case store.StatusTest:
		return "it is a test notification"
	case store.StatusKept:
		return "it is kept as before"
	}
	return "it is still quarantined"
}

func subjectText(a store.EventAttachment) string {
	return map[string]string{store.HandleTransfer: "transfer ", store.HandleProfile: "customer ", store.HandleUser: "user "}[a.SubjectKind] + front.IDText(a.SubjectID)
}

func subjectPath(a store.EventAttachment) string {
	return map[string]string{store.HandleTransfer: "/transfers/", store.HandleProfile: "/customers/", store.HandleUser: "/users/"}[a.SubjectKind] + front.IDText(a.SubjectID)
}

// attached lists the attachments that stand.
func (v view) attached(face front.Face) (lines []templates.AttachedTo) {
	for _, a := range store.Standing(v.attachments) {
		lines = append(lines, templates.AttachedTo{
			Kind: a.SubjectKind, ID: front.IDText(a.SubjectID), Text: subjectText(a), Href: subjectPath(a), By: a.By.Name, At: face.At(a.At), Note: a.Note,
		})
	}
	return lines
}

// asideLine says who set the event aside; nil when nobody did, or it was taken back.
func (v view) asideLine(face front.Face) *templates.Attached {
	if !v.SetAside || len(v.asides) == 0 {
		return nil
	}
	last := v.asides[len(v.asides)-1]
	return &templates.Attached{By: last.By.Name, At: face.At(last.At), Note: last.Note}
}

// repairFor is what somebody may do about the event; nil: nothing.
func repairFor(who auth.Actor, v view) *templates.Repair {
	if !who.May(auth.ApplyAgain) {
		return nil
	}
	resting := v.Status == store.StatusQuarantined || v.Status == store.StatusKept
	return &templates.Repair{
		Path: "/events/" + front.IDText(v.ID), Again: resting, Attach: resting,
		Aside: v.Status == store.StatusQuarantined && !v.SetAside, TakeBack: v.SetAside,
	}
}
