package answer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// CaseDraft is a question to Wise about one transfer, in English, made of ids, states
// and times alone: no name, no account, no e-mail stands in it.
type CaseDraft struct {
	Subject     string // "Transfer 49983981: why was it returned?"
	Description string
}

// mostDraftLines is how many events a draft lists: the latest.
const mostDraftLines = 40

// DraftCase drafts a case about a transfer from what events told and from the answer
// that they give. reference is the payout reference or the UETR, where one is known.
func DraftCase(f transfer.Facts, code Code, reference string) CaseDraft {
	q := questionTo(code)
	id := strconv.FormatInt(f.Transfer, 10)
	var d strings.Builder
	d.WriteString("Transfer " + id)
	for _, part := range []struct {
		name string
		id   int64
	}{{"profile", f.Profile}, {"recipient account", f.Account}} {
		if part.id != 0 {
			d.WriteString(", " + part.name + " " + strconv.FormatInt(part.id, 10))
		}
	}
	d.WriteString(".\n")
	if reference != "" {
		d.WriteString("Payout reference: " + reason.Visible(reference) + ".\n")
	}
	d.WriteString("\nWhat your webhooks have told us (times in UTC):\n")
	for _, line := range draftLines(f) {
		d.WriteString("- " + line + "\n")
	}
	d.WriteString("\n" + q.ask + "\n")
	return CaseDraft{Subject: "Transfer " + id + ": " + q.subject, Description: d.String()}
}

// dated is one line of a draft.
type dated struct {
	at   time.Time
	text string
}

// draftLines is what happened, oldest first, in Wise's own spelling; what is for
// compliance alone is left out.
func draftLines(f transfer.Facts) []string {
	var all []dated
	add := func(at time.Time, text string) {
		all = append(all, dated{at, at.UTC().Format(time.DateTime) + " " + text})
	}
	for _, v := range f.Visits {
		text := reason.Visible(string(v.State))
		if v.Seen {
			text += " (your API said so then; no webhook has told of it)"
		}
		if v.State != reason.LockedCode {
			add(v.At, text)
		}
	}
	for _, failure := range f.Failures {
		if failure.Code != reason.LockedCode {
			add(failure.At, "payout failure "+brief(failure.Code, 60))
		}
	}
	for _, r := range f.Refunds {
		add(r.At, "refund of "+r.Amount.Decimal()+" "+brief(r.Amount.Currency, 10))
	}
	slices.SortStableFunc(all, func(a, b dated) int { return cmp.Compare(a.at.Unix(), b.at.Unix()) })
	if len(all) == 0 {
		return []string{"no state yet"}
	}
	var lines []string
	for _, d := range all[max(0, len(all)-mostDraftLines):] {
		lines = append(lines, d.text)
	}
	return lines
}
