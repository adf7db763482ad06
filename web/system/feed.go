package system

import (
	"slices"
	"strconv"

	"transferdesk/internal/feed"
	"transferdesk/internal/wise"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// feedRows lists the feeds, quiet ones first; what answers rest on and never came
// stands among them. The other types that Wise documents and that never came are
// named apart.
func feedRows(records []feed.Record, face front.Face) (all []templates.FeedRow, never []string) {
	var first, rows, missed []templates.FeedRow
	for _, r := range records {
		row, quiet := feedRow(r, records, face)
		if quiet {
			first = append(first, row)
		} else {
			rows = append(rows, row)
		}
	}
	for _, name := range wise.EventTypes() {
		switch {
		case len(feed.Of(records, name)) > 0:
		case slices.Contains(feed.OfTransfers(), name):
			missed = append(missed, templates.FeedRow{Type: name, Tag: templates.Tag{Text: "Never came", Tone: "neutral"}, Do: neverWords(name)})
		default:
			never = append(never, name)
		}
	}
	return slices.Concat(first, missed, rows), never
}

func feedRow(r feed.Record, all []feed.Record, face front.Face) (row templates.FeedRow, quiet bool) {
	h := r.Judge(face.Now)
	row = templates.FeedRow{
		Type: r.Type, Subscription: r.Subscription, Last: face.At(r.Last), Usual: front.UsualGap(h), Arrivals: r.Arrivals,
		Tag: templates.Tag{Text: "Well", Tone: "done"},
	}
	switch {
	case r.Gone(all):
		row.Tag = templates.Tag{Text: "Gone", Tone: "neutral"}
		row.Do = "Silent for over a week while another subscription of this type speaks: probably deleted. If that was meant, there is nothing to do."
	case h.State == feed.Quiet:
		row.Tag = templates.Tag{Text: "Quiet for " + face.Age(r.Last), Tone: "waiting"}
		row.Do = "See in Wise that the subscription is still there. Wise’s developer hub shows its deliveries and can retry them."
		return row, true
	case h.State == feed.TooFew:
		row.Tag = templates.Tag{Text: "Too few to say", Tone: "neutral"}
		row.Do = "What gap is usual is known after " + strconv.Itoa(feed.Enough) + " gaps."
	}
	return row, false
}

// neverWords says what it means that a type on which answers rest never came.
func neverWords(name string) string {
	if name == feed.CasesType {
		return "Without a subscription to it nothing is known of cases, which is not “no cases”."
	}
	return "Answers about transfers rest on it: see in Wise that it is subscribed to."
}
