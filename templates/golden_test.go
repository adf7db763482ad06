package templates

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/static"
)

// update writes the goldens anew: go test ./templates -update.
var update = flag.Bool("update", false, "write the golden files anew")

// TestComponents holds each small component against the HTML that was looked at.
func TestComponents(t *testing.T) {
	for name, c := range components() {
		t.Run(name, func(t *testing.T) { golden(t, name, lines(t, c)) })
	}
}

// components are the small parts, each in the states that differ.
func components() map[string]templ.Component {
	then := When{Age: "2 d 17 h", Full: "18 Nov 2026, 14:03 UTC", Short: "18 Nov, 14:03", RFC: "2026-11-18T14:03:00Z"}
	return map[string]templ.Component{
		"tag_back":        tag(StageTag("Back at Wise", answer.Problem, transfer.StageReturned)),
		"tag_neutral":     tag(Tag{Text: "Kept", Tone: "a tone we do not know"}),
		"chip":            chip("ACCOUNT_CLOSED"),
		"ago":             ago(then),
		"ago_future":      ago(When{Full: then.Full, RFC: then.RFC}),
		"ago_unknown":     ago(When{}),
		"id":              id("49983981"),
		"event_links":     eventLinks([]int64{1, 2, 3, 4, 5, 6, 7, 8}),
		"amount_unknown":  amountOr(""),
		"foreign_long":    foreign(strings.Repeat("x", longText+1)),
		"foreign_markup":  foreign(`<script>alert("x")</script>`),
		"stops_unplaced":  stops([]Stop{{Name: "Customer", Reached: true}, {Name: "Wise"}}),
		"stops":           stops([]Stop{{Name: "Paid out", Note: "came back", At: then, Reached: true}, {Name: "Back at Wise", Reached: true, Current: true}, {Name: "Back to the customer"}}),
		"pager_middle":    pager("transfers", Pager{Next: "/bounced?cursor=a", First: "/bounced"}),
		"pager_last":      pager("transfers", Pager{First: "/bounced"}),
		"pager_only":      pager("transfers", Pager{Next: ""}),
		"empty_yet":       empty(Empty{Kind: NothingYet, Title: "No event from Wise yet"}),
		"empty_matches":   empty(Empty{Kind: NothingMatches, Title: "Nothing matches", Clear: "/bounced"}),
		"tiles":           tiles([]Tile{{Count: 1214, Label: "Back at Wise", Oldest: "6 d 3 h", Href: "/bounced?stage=returned", Current: true, Tone: answer.Problem}, {Label: "Refunded", Href: "/bounced?stage=refunded", Tone: answer.Final}, {Count: 1, Label: "Cases", Href: "/?show=cases", Tone: answer.Waiting}}),
		"feed":            feed(Feed{Last: then, Waiting: 1234}),
		"feed_none":       feed(Feed{}),
		"feed_usual":      feed(Feed{Last: then, Usual: "2 min"}),
		"feed_part_none":  feed(Feed{Never: []string{"transfers#refund"}}),
		"feed_partial":    feed(Feed{Partial: true}),
		"feed_quiet":      feedTrouble(Feed{Last: then, Usual: "2 min", Quiet: "5 h"}),
		"feed_quiet_top":  feed(Feed{Last: then, Usual: "2 min", Quiet: "5 h"}),
		"feed_stopped":    feedTrouble(Feed{Last: then, Usual: "2 min", Stopped: []StoppedFeed{{Type: "transfers#refund", For: "3 d", Usual: "4 h"}}}),
		"feed_failing":    feedTrouble(Feed{Last: then, Quiet: "5 h", Waiting: 12, Failing: true}),
		"refund_undone":   refundLine(Refund{Amount: "1,222.00 EUR", At: then, Undone: true, Events: []int64{40}}),
		"account_unknown": accountUnknown(),
		"actions":         actionRow([]Action{{ID: "receipt", Label: "Receipt (PDF)", Icon: IconSent, Href: "/transfers/1/receipt.pdf", Note: "From Wise."}, {ID: "ask", Label: "Ask Wise now", Post: "/transfers/1/ask", Fields: []FormField{{"do", "ask"}}, Primary: true}, {ID: "cancel", Label: "Cancel", Href: "/transfers/1/cancel", Why: "It has been paid out."}}),
		"form_errors":     formErrors([]FieldError{{Field: "email", Text: "An e-mail is needed."}, {Field: "form", Text: "Too many attempts."}}),
		"input_wrong":     input(Input{ID: "password", Label: "Password", Type: "password", Complete: "new-password", Value: "secret", Error: "Too short.", Min: 15}),
		"filter":          filter(Filter{Action: "/bounced", Groups: []FilterGroup{{Name: "reason", Label: "Reason", Choices: []Choice{{Value: "WRONG_NAME", Label: "Wrong name", Checked: true}}}}, Fields: []FilterField{{Name: "since", Label: "Since", Type: "date"}}, Chips: []Chip{{Label: "Reason: wrong name", Remove: "/bounced"}}, Clear: "/bounced"}),
		"timeline_late":   timelineRow(TimelineRow{Kind: transfer.PayoutFailure, Tag: Tag{Text: "Payout failed", Tone: answer.Problem}, Code: "WRONG_NAME", Desk: "Name mismatch", At: then, Late: "3 h 4 min", Repeats: 2, Events: []int64{31}}, false),
		"timeline_gap": timelineRow(TimelineRow{Kind: transfer.StateChange, Tag: Tag{Text: "At Wise, in process", Tone: answer.Moving}, State: "processing", From: "bounced_back", At: then,
			Gap: true, Missing: "Wise says that it was “Bounced back” before; we held “Paid out by Wise”.", Back: "A step back: Wise took it from “Bounced back” to “At Wise, in process”.", Events: []int64{32}}, false),
		"timeline_cleared": timelineRow(TimelineRow{Kind: transfer.ActiveCases, Tag: Tag{Text: "Case cleared", Tone: answer.Waiting, Icon: IconCase}, Code: "deposit_amount_less_invoice",
			Note: "Still open: Proof of address, for 2 d. Cleared: The amount does not cover it, after 3 h 5 min.", At: then, Seen: true, Events: []int64{33}}, false),
		"timeline_learned": timelineRow(TimelineRow{Kind: transfer.StateChange, Tag: Tag{Text: "Bounced back", Tone: answer.Problem}, State: "bounced_back", From: "outgoing_payment_sent", At: then,
			Received: When{Age: "2 d 14 h", Full: "18 Nov 2026, 17:07 UTC", RFC: "2026-11-18T17:07:00Z"}, Late: "3 h 4 min", Gap: true, Missing: "Wise says that it was “Paid out by Wise” before; we held “At Wise, in process”.", Events: []int64{34}}, true),
		"timeline_orders": timelineOrder(TransferPage{ID: "49983981", Learned: true}),
		"failure_unsure":  failureCard(Failure{Failure: answer.Failure{Card: reason.Card{Code: "NEW_CODE", Title: "New code", NewPayment: reason.Us, Ask: "Ask Wise.", Mark: reason.Unsure}, Current: true, Described: "Wise's words"}, At: then}, reason.Wise),
		"case_stale":      caseCard(Case{Case: answer.Case{Card: reason.CaseCard{Code: "deposit_amount_less_invoice", Title: "The amount does not cover it", Who: reason.Sender, Ask: "Pay the missing part."}, Stale: true}, Since: then}),
	}
}

// golden compares with testdata/name.golden.html, or writes it under -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden.html")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("reading the golden (go test ./templates -update writes it): %v", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs from its golden (-want +got):\n%s", name, diff)
	}
}

// lines renders a component; each tag begins a line, so that a difference reads
// well, and the hash of the icons is left out, so that a new icon changes none.
func lines(t *testing.T, c templ.Component) string {
	t.Helper()
	html := strings.ReplaceAll(rendered(t, c), static.URL("icons.svg"), "/assets/HASH/icons.svg")
	return strings.ReplaceAll(html, "><", ">\n<") + "\n"
}

// rendered is the component's HTML as it is sent.
func rendered(t *testing.T, c templ.Component) string {
	t.Helper()
	var out bytes.Buffer
	if err := c.Render(context.Background(), &out); err != nil {
		t.Fatalf("rendering: %v", err)
	}
	return out.String()
}

// document parses what a page renders to.
func document(t *testing.T, c templ.Component) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(rendered(t, c)))
	if err != nil {
		t.Fatalf("parsing the page: %v", err)
	}
	return doc
}
