package event

import (
	"strings"

	"transferdesk/internal/projection"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// statusTag is the look of what became of a delivery; an empty status is one
// that is accepted and not projected yet.
func statusTag(status string) templates.Tag {
	switch status {
	case store.StatusApplied:
		return templates.Tag{Text: "Applied", Tone: "done"}
	case store.StatusDuplicate:
		return templates.Tag{Text: "Duplicate", Tone: "neutral"}
	case store.StatusKept:
		return templates.Tag{Text: "Kept", Tone: "neutral"}
	case store.StatusTest:
		return templates.Tag{Text: "Test", Tone: "neutral", Icon: templates.IconTest}
	case store.StatusQuarantined:
		return templates.Tag{Text: "Quarantined", Tone: "problem"}
	case store.StatusSetAside:
		return templates.Tag{Text: "Set aside", Tone: "neutral"}
	}
	return templates.Tag{Text: "Waiting to be read", Tone: "moving"}
}

func rowOf(e store.EventRow, face front.Face) templates.EventRow {
	return templates.EventRow{
		ID:       front.IDText(e.ID),
		Asked:    e.Source == store.FromReconciliation,
		Type:     e.Type,
		Version:  e.SchemaVersion,
		Status:   rowTag(e),
		Why:      whyText(e.Why),
		Occurred: face.At(e.OccurredAt),
		Received: face.At(e.ReceivedAt),
		Receipts: int64(e.Receipts),
		Transfer: front.IDText(e.TransferID),
		Profile:  front.IDText(e.ProfileID),
		User:     front.IDText(e.UserID),
		Attached: attachedLine(e.Attached, face),
	}
}

// rowTag is what became of a delivery, and whether somebody set it aside.
func rowTag(e store.EventRow) templates.Tag {
	if e.SetAside {
		return statusTag(store.StatusSetAside)
	}
	return statusTag(e.Status)
}

// attachedLine says who attached an event; nil when the event names the page itself.
func attachedLine(a *store.EventAttachment, face front.Face) *templates.Attached {
	if a == nil {
		return nil
	}
	return &templates.Attached{By: a.By.Name, At: face.At(a.At), Note: a.Note}
}

// Rows makes rows of some events, as lists and the pages of what they are about show them.
func Rows(list []store.EventRow, face front.Face) []templates.EventRow {
	var rows []templates.EventRow
	for _, row := range list {
		rows = append(rows, rowOf(row, face))
	}
	return rows
}

// whyText is the reason in words; empty when there is nothing to explain.
func whyText(code string) string {
	if code == "" {
		return ""
	}
	return strings.TrimSpace(projection.WhyText(code))
}
