package templates

import (
	"testing"

	"github.com/a-h/templ"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// TestActivityComponents holds what is drawn of things beside transfers against
// the HTML that was looked at.
func TestActivityComponents(t *testing.T) {
	for name, c := range activityComponents() {
		t.Run(name, func(t *testing.T) { golden(t, name, lines(t, c)) })
	}
}

func activityComponents() map[string]templ.Component {
	then := moment()
	card := Activity{
		Href: "/activity/card/c-1", Kind: "Card", Title: "Card ending 1234", ID: "c-1", Tag: Tag{Text: "Frozen", Tone: answer.Waiting},
		Headline: "The card is frozen.", Since: then, WhoActs: reason.Sender, Ask: "Ask whether the customer froze it.", Open: true,
		Rows: []Pair{{Label: "Card token", Value: "c-1", Mono: true}}, Related: []Link{{Href: "/transfers/1", Text: "Transfer 1"}}, Events: []int64{7},
	}
	locked := Activity{Href: "/activity/support_case/9", Kind: "Support case", Title: "A question from Wise", Tag: Tag{Text: "Handled by compliance", Tone: answer.Waiting}, Headline: "Wise has a question, handled by compliance.", Since: then, WhoActs: reason.Us, Ask: "Ask compliance.", Open: true, Locked: true}
	swift := Activity{Href: "/activity/swift_credit/5", Kind: "SWIFT credit", Title: "SWIFT credit of 3.54 EUR", Headline: "Credited to the customer.", Amount: "3.54 EUR", Raw: ":20:REF", Events: []int64{8}}
	review := Activity{Href: "/activity/kyc_review/r", Kind: "KYC review", Title: "Verification request", Tag: Tag{Text: "Waits for the customer", Tone: answer.Waiting}, Headline: "Wise needs something.", WhoActs: reason.Sender, Ask: "The customer hands it in.", Open: true, Due: &Deadline{At: then, Left: "2 days ago", Over: true}}
	return map[string]templ.Component{
		"activity_row":       activityRow(card, false),
		"activity_row_mixed": activityRow(card, true),
		"activity_locked":    activityRow(locked, true),
		"activity_message":   activityRow(swift, false),
		"activity_due":       activityRow(review, true),
		"activity_section":   activitySection(ActivitySection{ID: "cards", Title: "Cards", Groups: []ActivityGroup{{Title: "Cards", Rows: []Activity{card}, All: 1}, {Title: "Card transactions", Rows: []Activity{swift}, All: 1200, Href: "/customers/2/activity?kind=card_transaction"}}}),
		"activity_also":      alsoSection([]Activity{locked}),
		"jump_list":          jumpList([]Tab{{Link: Link{Href: "#open-now", Text: "Open now"}, Count: 3}, {Link: Link{Href: "#transfers", Text: "Transfers"}}}),
		"tabs":               tabs([]Tab{{Link: Link{Href: "/settlements?kind=settlement", Text: "Settlements"}, Count: 10, Current: true}, {Link: Link{Href: "/settlements?kind=incoming_transfer", Text: "Incoming transfers"}, Count: 1}}),
		"silence":            silence("cards and disputes"),
		"verification":       verificationLine(Verification{Tag: Tag{Text: "Not verified", Tone: answer.Waiting}, Text: "Start no transfer for now.", Since: then, Events: []int64{3}}),
		"verification_none":  verificationLine(Verification{Tag: Tag{Text: "Verification not known", Icon: IconUnknown}, Text: "Wise has not told us."}),
	}
}
