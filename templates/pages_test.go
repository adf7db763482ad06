package templates

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/proof"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// somebody is a frame of an agent who is signed in.
func somebody() Frame {
	return Frame{
		Title: "The title", Environment: "SANDBOX", Person: &Person{Name: "Ada Agent", Role: "agent"},
		Feed: &Feed{Last: moment()}, Zone: "UTC", Version: "test",
	}
}

func moment() When {
	return When{Age: "2 d", Full: "18 Nov 2026, 14:03 UTC", RFC: "2026-11-18T14:03:00Z"}
}

func said(text string) answer.Sentence {
	return answer.Sentence{Text: text, Evidence: evidence.IDs{12, 14}}
}

// returnedPage is a transfer that came back, with everything that a page can show.
func returnedPage() TransferPage {
	card := reason.Card{Code: "WRONG_NAME", Title: "Wrong name", Ask: "The full name.", NewPayment: reason.Sender, Fix: "The full name."}
	current := answer.Failure{Card: card, Attempt: 1, Current: true}
	return TransferPage{
		Frame: somebody(), ID: "49983981", Profile: "16055450", Account: "14124090", Amount: "1,250.00 EUR",
		Tag: StageTag("Back at Wise", answer.Problem, transfer.StageReturned),
		Card: AnswerCard{SinceAt: moment(), Stops: []Stop{{Name: "Back at Wise", At: moment(), Reached: true, Current: true}}, Answer: answer.Answer{
			Tone: answer.Problem, Headline: said("Returned to Wise."), Where: said("At Wise."), Since: said("For 2 d."), Why: said("Wrong name."),
			WhoActs: reason.Wise, WhoActsText: said("Wise."), Next: said("A refund or a new attempt."), CustomerText: said("Your payment came back."),
			NewPayment: &answer.NewPayment{Who: reason.Sender, Ask: "The full name.", Hold: true}, Failures: []answer.Failure{current},
		}},
		Failures: []Failure{{Failure: current, At: moment()}},
		Cases:    []Case{{Case: answer.Case{Card: reason.CaseCard{Code: "some_case", Title: "A case"}}, Since: moment()}},
		CasesAt:  moment(),
		Refunds:  []Refund{{Amount: "1,222.00 EUR", At: moment()}},
		Timeline: []TimelineRow{{Kind: transfer.StateChange, Tag: Tag{Text: "Bounced back"}, At: moment(), Events: []int64{12}}},
	}
}

// fullSubscriptions is the page of subscriptions with everything that it can show.
func fullSubscriptions(f Frame) SubscriptionsPage {
	row := SubscriptionRow{ID: "s-1", Type: "users#state-change", URL: "https://x.example/", Test: "/t", Tests: "/t", Delete: "/d", Notes: []SubscriptionNote{{Tag: Tag{Text: "Twice", Tone: answer.Waiting}}}}
	news := SubscriptionNews{Tag: Tag{Text: "Refused"}, Text: "Subscribing", Said: "Wise said no.", More: []string{"Nothing came."}, Link: Link{Href: "/events/rejected", Text: "What was refused"}, Again: Link{Href: "/x", Text: "Again"}, At: moment(), TraceID: "t"}
	return SubscriptionsPage{
		Frame: f, Ours: "https://desk.example.com/webhooks/wise", News: &news, Job: "1 of 2.",
		Application: SubscriptionScope{Title: "The application", Name: "the application", Known: true, At: moment(), Trouble: "Slow.", Tried: moment(), Rows: []SubscriptionRow{row}, All: "/all", Add: "/add"},
		Profile:     &SubscriptionScope{Title: "Profile 5", Name: "profile 5", Field: "5", Why: "No token.", Rows: []SubscriptionRow{row}}, Profiles: []ScopeLink{{Profile: "5", Href: "/5"}},
		Coverage: []CoverageRow{{Type: "users#state-change", Lost: "whether", Application: CoverageCell{Tag: Tag{Text: "Missing"}, Add: "/add"}, Profile: CoverageCell{Tag: Tag{Text: "Not possible"}}}},
		Strays:   []StrayRow{{ID: "s-2", Types: []string{"a#b"}, Last: moment()}}, Acts: []SubscriptionNews{news},
	}
}

// pages are all pages, each filled as far as a page can be.
func pages() map[string]templ.Component {
	f := somebody()
	account := AccountState{User: "7788", Tag: Tag{Text: "Withdraw only", Tone: answer.Waiting}, Headline: "Can withdraw only.", Until: "18 Feb 2027", Left: "in 89 days", Appeal: "We can ask Wise.", CustomerText: "Your account …"}
	row := TransferRow{ID: "1", Profile: "2", Tag: Tag{Text: "Back at Wise"}, Headline: "Returned.", Since: moment(), Failures: returnedPage().Failures, Cases: returnedPage().Cases, Refunds: returnedPage().Refunds}
	thing := Activity{Href: "/activity/card/1", Kind: "Card", Title: "Card ending 1234", Headline: "Frozen.", Rows: []Pair{{Label: "Token", Value: "c-1"}}, Open: true}
	return map[string]templ.Component{
		"transfer": TransferShow(returnedPage()),
		"customer": CustomerShow(CustomerPage{Frame: f, Profile: "2", Account: AccountPair{User: &account}, Open: []OpenRow{{Transfer: &row}, {Activity: &thing}}, Verified: Verification{Tag: Tag{Text: "Verified"}}, Jumps: []Tab{{Link: Link{Href: "#open-now"}}, {Link: Link{Href: "#cards"}}}, Money: []ActivityGroup{{Title: "Hold limits", Rows: []Activity{{Href: "/activity/hold_limit/2", Title: "Hold limit", Open: true}}, All: 1}}, Sections: []ActivitySection{{ID: "cards", Title: "Cards", Groups: []ActivityGroup{{Title: "Cards", Rows: []Activity{thing}, All: 9, Href: "/customers/2/activity?kind=card"}}}}, Silent: "disputes", Transfers: []TransferRow{row}, Movements: []Movement{{Amount: "1.00 EUR", Transfer: "1", At: moment()}}, Pager: Pager{Next: "/customers/2?cursor=x"}}),
		"user":     UserShow(UserPage{Frame: f, User: "7788", Account: account, History: []AccountVisit{{Tag: Tag{Text: "Active"}, At: moment()}}}),
		"activity": ActivityShow(ActivityPage{Frame: f, Thing: Activity{ID: "c-1", Kind: "Card", Title: "Card ending 1234", Headline: "Frozen.", Tag: Tag{Text: "Frozen"}, Rows: []Pair{{Label: "Token", Value: "c-1"}}, Raw: "x", Profile: "2", Related: []Link{{Href: "/transfers/1", Text: "Transfer 1"}}, Events: []int64{1}}, Section: Link{Href: "/customers/2/activity?kind=card", Text: "Cards"}, Timeline: []TimelineRow{{Tag: Tag{Text: "Frozen"}, At: moment()}}, Unplaced: []TimelineRow{{Tag: Tag{Text: "Active"}}}}),
		"proof":    ProofShow(ProofPage{Frame: f, ID: "1", Paper: &proof.Paper{Transfer: "1", PartnerReference: "R-1", Fetched: "today", By: "Ada"}, At: moment(), Asking: true, Message: "20 Reference: x", Troubles: []ToldTrouble{{What: "payout information", Text: "Wise is down.", At: moment(), Trace: "t"}}, Actions: []Action{{ID: "pdf", Label: "Download", Href: "/transfers/1/proof.pdf"}}}),
		"no_proof": ProofShow(ProofPage{Frame: f, ID: "1", Why: "It came back."}),
		"things":   ActivityList(ActivityListPage{Frame: f, Heading: "Cards", Profile: "2", Rows: []Activity{{Href: "/activity/card/1", Title: "Card"}}, Pager: Pager{Next: "/settlements?cursor=x"}}),
		"nothing":  ActivityList(ActivityListPage{Frame: f, Heading: "Settlements", Empty: Empty{Kind: NothingYet, Title: "Nothing yet"}}),
		"queue":    Queue(QueuePage{Frame: f, Tiles: []Tile{{Count: 1, Label: "Returned", Href: "/"}}, Heading: "Returned", Rows: []TransferRow{row}}),
		"bounced":  BouncedList(BouncedPage{Frame: f, Filter: Filter{Action: "/bounced"}, Rows: []TransferRow{row}}),
		"events":   EventList(EventsPage{Frame: f, Filter: Filter{Action: "/events"}, Rows: []EventRow{{ID: "12", Type: "transfers#refund", Transfer: "1", Received: moment()}}}),
		"event":    EventShow(EventPage{Frame: f, Event: EventRow{ID: "12", Received: moment(), Receipts: 1}, Receipts: []Receipt{{At: moment()}}, Body: "{}"}),
		"search":   Search(SearchPage{Frame: f, Groups: []SearchGroup{{Label: "Transfers", Hits: []Hit{{Kind: "Transfer", ID: "1", Href: "/transfers/1"}}}}}),
		"subs":     SubscriptionList(fullSubscriptions(f)),
		"sub new":  SubscriptionNew(SubscriptionForm{Frame: f, Back: "/admin/subscriptions", Scope: "the application", Types: []SelectOption{{Value: "users#state-change", Text: "users#state-change"}}, Versions: []SelectOption{{Text: "the newest"}}, Errors: []FieldError{{Field: "url", Text: "The address is missing."}}}),
		"sub gone": SubscriptionDelete(SubscriptionDeletion{Frame: f, Back: "/admin/subscriptions", ID: "s-1", Type: "users#state-change", Scope: "the application", After: "It will not be known."}),
		"sub test": TrialShow(TrialPage{Frame: f, Back: "/admin/subscriptions", Action: "/admin/subscriptions/s-1/test", ID: "s-1", Type: "users#state-change", Tests: []TrialRow{{DeliveryID: "d-1", Asked: moment(), Tag: Tag{Text: "Not arrived"}, Late: true}}}),
		"missing":  MissingShow(MissingPage{Frame: f, Back: "/admin/subscriptions", Scope: "the application", Known: true, Rows: []MissingRow{{Type: "users#state-change"}}, Job: &MissingJob{Here: "/h", Back: "/b", Scope: "the application", Total: 2, Lines: []MissingLine{{Type: "a#b", Tag: Tag{Text: "Made"}}}}}),
		"login":    Login(LoginPage{Frame: Frame{Title: "Sign in"}}),
		"setup":    Setup(SetupPage{Frame: Frame{Title: "Set up"}, Token: "t", MinChars: 15}),
		"design":   DesignShow(DesignPage{Frame: f, Groups: ExampleGroups()}),
		"error":    Error(ErrorPage{Frame: f, Status: 404, What: "There is no such transfer"}),
	}
}

// TestEveryPage: what holds for all pages alike.
func TestEveryPage(t *testing.T) {
	for name, page := range pages() {
		t.Run(name, func(t *testing.T) {
			doc := document(t, page)
			wantCount(t, doc, "h1", 1)
			wantCount(t, doc, "main#main", 1)
			wantCount(t, doc, `html[lang="en"]`, 1)
			wantCount(t, doc, `a.skip[href="#main"]`, 1)
			wantCount(t, doc, "[style], style, script:not([src]), [onclick], [onload]", 0)
			if title := doc.Find("title").Text(); !strings.HasSuffix(title, " · Transferdesk") {
				t.Errorf("title is %q, want it to end with the product's name", title)
			}
			wantOwnAddresses(t, doc)
			wantUniqueIDs(t, doc)
		})
	}
}

// TestTransferPageSaysEverything: each data-testid that scripts rely on stands
// on the element that holds its words.
func TestTransferPageSaysEverything(t *testing.T) {
	doc := document(t, TransferShow(returnedPage()))
	for id, want := range map[string]string{
		"answer": "Returned to Wise.", "where": "Back at Wise", "since": "For 2 d.", "why": "Wrong name.", "who-acts": "Wise.",
		"next": "A refund or a new attempt.", "customer-text": "Your payment came back.", "timeline": "Bounced back", "case": "A case",
		"failure": "WRONG_NAME", "fix": "The full name.", "refund": "1,222.00 EUR", "account-state": "not linked", "feed-health": "2 d ago",
	} {
		if got := doc.Find(testID(id)).First().Text(); !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q in it", id, got, want)
		}
	}
}

// TestHoldIsSaid: while the first payment is not over, the page says that none should be sent.
func TestHoldIsSaid(t *testing.T) {
	page := returnedPage()
	if got := document(t, TransferShow(page)).Find(".acts").Text(); !strings.Contains(got, "None should be sent yet.") {
		t.Errorf("the new payment says %q, want that none should be sent yet", got)
	}
	page.Card.Answer.NewPayment.Hold = false
	if got := document(t, TransferShow(page)).Find(".acts").Text(); strings.Contains(got, "None should be sent yet.") {
		t.Errorf("the new payment says %q though the first payment is over", got)
	}
}

// TestUnknownIsNotNone: what nobody told us is never drawn as "there is none".
func TestUnknownIsNotNone(t *testing.T) {
	page := returnedPage()
	page.Cases, page.CasesAt = nil, When{}
	cases := document(t, TransferShow(page)).Find("section[aria-labelledby=cases]").Text()
	if !strings.Contains(cases, "Not known") {
		t.Errorf("without any snapshot the cases say %q", cases)
	}
	page.CasesAt = moment()
	cases = document(t, TransferShow(page)).Find("section[aria-labelledby=cases]").Text()
	if !strings.Contains(cases, "None, as seen") {
		t.Errorf("after an empty snapshot the cases say %q", cases)
	}
}

// TestWithoutScriptsNothingDeadIsShown: what only a script can do is hidden until one runs.
func TestWithoutScriptsNothingDeadIsShown(t *testing.T) {
	doc := document(t, TransferShow(returnedPage()))
	buttons := doc.Find("[data-copy], [data-copy-from], kbd")
	if buttons.Length() < 3 {
		t.Fatalf("found %d scripted elements, want the id's, the text's and the key", buttons.Length())
	}
	wantCount(t, doc, "[data-copy]:not([hidden]), [data-copy-from]:not([hidden]), kbd:not([hidden])", 0)
}

// TestRevealIsOffered only to those who may: web leaves the path empty for others.
func TestRevealIsOffered(t *testing.T) {
	page := EventPage{Frame: somebody(), Event: EventRow{ID: "12"}, Body: "{}"}
	wantCount(t, document(t, EventShow(page)), `form[action="/events/12/raw"]`, 0)
	page.RevealPath = "/events/12/raw"
	wantCount(t, document(t, EventShow(page)), `form[method="get"][action="/events/12/raw"]`, 1)
}

// TestStrangersTextIsText: neither markup nor direction of a stranger's text leaks into the page.
func TestStrangersTextIsText(t *testing.T) {
	page := returnedPage()
	page.Failures[0].Failure.Described = "\u202e<img src=x onerror=alert(1)>"
	doc := document(t, TransferShow(page))
	wantCount(t, doc, "img", 0)
	wantCount(t, doc, `[data-testid="failure"] bdi.foreign`, 1)
}

// TestPasswordsAreNotKept: a form that comes back keeps what was typed, apart from passwords.
func TestPasswordsAreNotKept(t *testing.T) {
	doc := document(t, Login(LoginPage{Email: "ada@example.com", Errors: []FieldError{{Field: "form", Text: "No."}}}))
	wantCount(t, doc, `#email[value="ada@example.com"]`, 1)
	wantCount(t, doc, `#password[value]`, 0)
	wantCount(t, doc, `[role="alert"]`, 1)
}

func testID(id string) string { return `[data-testid="` + id + `"]` }

func wantCount(t *testing.T, doc *goquery.Document, selector string, want int) {
	t.Helper()
	if got := doc.Find(selector).Length(); got != want {
		t.Errorf("%d elements match %s, want %d", got, selector, want)
	}
}

// wantOwnAddresses: nothing is loaded from or leads anywhere else.
func wantOwnAddresses(t *testing.T, doc *goquery.Document) {
	t.Helper()
	for _, attr := range []string{"href", "src", "action"} {
		doc.Find("[" + attr + "]").Each(func(_ int, s *goquery.Selection) {
			value, _ := s.Attr(attr)
			if !strings.HasPrefix(value, "/") && !strings.HasPrefix(value, "#") || strings.HasPrefix(value, "//") {
				t.Errorf("%s=%q leads elsewhere", attr, value)
			}
		})
	}
}

// wantUniqueIDs: labels and links find the one element that they mean.
func wantUniqueIDs(t *testing.T, doc *goquery.Document) {
	t.Helper()
	seen := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id, _ := s.Attr("id")
		if seen[id] {
			t.Errorf("the id %q stands twice", id)
		}
		seen[id] = true
	})
}
