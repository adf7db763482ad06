package templates

import (
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
)

// exampleTags are the six tones, each with words, an icon and a colour.
func exampleTags() ExampleGroup {
	tone := func(t Tone) Tag { return Tag{Text: capital(string(t)), Tone: t} }
	return ExampleGroup{ID: "tags", Title: "Status tags", Narrow: true, About: "Six tones. Text, icon and colour always come together, with the same words everywhere.", Examples: []Example{
		{"tag_six_neutral", "neutral: nothing to do, or not known", tag(tone(answer.Neutral))},
		{"tag_moving", "moving: on its way", tag(tone(answer.Moving))},
		{"tag_waiting", "waiting: somebody must act", tag(tone(answer.Waiting))},
		{"tag_problem", "problem: it failed or came back", tag(tone(answer.Problem))},
		{"tag_done", "done: it went well", tag(tone(answer.Done))},
		{"tag_final", "final: it is over and did not arrive", tag(tone(answer.Final))},
		{"tag_back", "a stage may bring its own icon", tag(StageTag("Back at Wise", answer.Problem, transfer.StageReturned))},
		{"tag_neutral", "a tone that we do not know is neutral", tag(Tag{Text: "Kept", Tone: "a tone we do not know"})},
		{"chip", "a code, as Wise spells it", chip("ACCOUNT_CLOSED")},
	}}
}

// exampleWords are the small things that every page has: ids, times, amounts, texts of strangers.
func exampleWords() ExampleGroup {
	then := exampleTime()
	return ExampleGroup{ID: "words", Title: "Ids, times, amounts", Narrow: true, About: "Ids in monospace with a copy button; a time is its age and itself with the zone; what is not known says so.", Examples: []Example{
		{"id", "an id", id("49983981")},
		{"event_links", "events that something rests on", eventLinks([]int64{1, 2, 3, 4, 5, 6, 7, 8})},
		{"ago", "a time", ago(then)},
		{"ago_future", "a time to come has no age", ago(When{Full: then.Full, RFC: then.RFC})},
		{"ago_unknown", "no time", ago(When{})},
		{"amount_known", "an amount", amountOr("1,250.00 EUR")},
		{"amount_unknown", "no amount", amountOr("")},
		{"foreign_markup", "a stranger’s text is text", foreign(`<script>alert("x")</script>`)},
		{"foreign_long", "a long one is folded", foreign(strings.Repeat("x", longText+1))},
		{"refund_undone", "a refund that was taken back", exampleRefund(Refund{Amount: "1,222.00 EUR", At: then, Undone: true, Events: []int64{40}})},
	}}
}

// exampleFeeds are what the header and the strip under it say of the events' arrival.
func exampleFeeds() ExampleGroup {
	then := exampleTime()
	stopped := []StoppedFeed{{Type: "transfers#refund", For: "3 d", Usual: "4 h"}}
	return ExampleGroup{ID: "feeds", Title: "How fresh the page is", Narrow: true, About: "In the header while all is well, and as a strip on top of the page when it may be behind.", Examples: []Example{
		{"feed", "events wait to be read", feed(Feed{Last: then, Waiting: 1234})},
		{"feed_usual", "as usual", feed(Feed{Last: then, Usual: "2 min"})},
		{"feed_none", "nothing came yet", feed(Feed{})},
		{"feed_part_none", "a type never came", feed(Feed{Never: []string{"transfers#refund"}})},
		{"feed_partial", "older events are being read", feed(Feed{Partial: true})},
		{"feed_quiet_top", "quiet, in the header", feed(Feed{Last: then, Usual: "2 min", Quiet: "5 h"})},
		{"feed_quiet", "quiet, as a strip", feedTrouble(Feed{Last: then, Usual: "2 min", Quiet: "5 h"})},
		{"feed_stopped", "one type is quiet", feedTrouble(Feed{Last: then, Usual: "2 min", Stopped: stopped})},
		{"feed_failing", "nothing can be written", feedTrouble(Feed{Last: then, Quiet: "5 h", Waiting: 12, Failing: true})},
	}}
}

// exampleTiles are counters that lead to the rows that they count.
func exampleTiles() ExampleGroup {
	return ExampleGroup{ID: "tiles", Title: "Counters", About: "Each is a link, and its number is that of the rows behind it.", Examples: []Example{
		{"tiles", "current, of nothing, and one that cannot be told", tiles([]Tile{
			{Count: 1214, Label: "Back at Wise", Oldest: "6 d 3 h", Href: "#tiles", Current: true, Tone: answer.Problem},
			{Label: "Refunded", Href: "#tiles", Tone: answer.Final}, {Count: 1, Label: "Cases", Href: "#tiles", Tone: answer.Waiting},
			{Label: "Late against our own history", Unknown: "being counted", Href: "#tiles", Tone: answer.Waiting},
		})},
		{"checks", "the small ones", checks([]Tile{{Count: 3, Label: "Money and state disagree", Href: "#tiles"}, {Label: "Quiet for 3 days", Href: "#tiles", Current: true}})},
	}}
}

// exampleSearch is the header's own search, and the badges of the environments.
func exampleSearch() ExampleGroup {
	return ExampleGroup{ID: "header", Title: "Header", Narrow: true, About: "The header of this page is the example; here are its parts that differ.", Examples: []Example{
		{"search_empty", "the one search", exampleBox("")},
		{"search_filled", "with what was searched", exampleBox("49983981")},
		{"brand_sandbox", "not production", brand(Frame{Environment: "SANDBOX"})},
		{"brand_production", "production is the quiet one", brand(Frame{Environment: "PRODUCTION"})},
	}}
}
