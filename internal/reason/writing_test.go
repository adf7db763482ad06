package reason

import (
	"strings"
	"testing"
	"time"
)

// Every built-in card is fit to be written: whoever opens the form and changes one
// word is told of nothing else.
func TestEveryBuiltinCardPassesItsOwnCheck(t *testing.T) {
	for _, c := range Builtin().Failures() {
		if wrong := c.Writing().Tidy().Check(OfFailure); len(wrong) > 0 {
			t.Errorf("%s: %v", c.Code, wrong)
		}
	}
	for _, c := range Builtin().Cases() {
		if wrong := c.Writing().Tidy().Check(OfCase); len(wrong) > 0 {
			t.Errorf("%s: %v", c.Code, wrong)
		}
	}
}

// What may not reach a customer is refused in each text that can, and by name.
func TestTheCheckRefusesWhatMayNotReachACustomer(t *testing.T) {
	for _, clause := range []string{
		"because of an AML matter", "because of sanctions", "because of suspected fraud", "because our compliance team has it", "because it is being checked",
		"because frаud was found", "because f\u200braud was found", "because fra\u00adud was found", "because ｆｒａｕｄ was found", "because it takes 24h", "because it takes two days",
		"because it arrived", "because it was delivered", "because of ACCOUNT_CLOSED", "because of ACCOUNT CLOSED", "because it comes by December", "because it comes in May",
		"because it comes on 3/12", "because it comes today", "because of <b>it</b>", "because of https://example.com", "because of example.com", "because we call +44 20", "because it comes in no time",
		"because it comes at the latest when the bank opens", "because of ²", "because of \u202eit", "because it is done in 2 d", "because of a location hit", "because the partner suspended it",
		"because it comes sooner", "because it comes in a moment", "because it comes before long", "because it comes in due course", "because it will be credited", "because it will reach you",
		"because it was flagged", "because it is under scrutiny", "because it is being looked into", "because it is being verified", "because the police has it", "because it is prohibited",
		"because of terror", "because of a watch list", "because of Sanktionen", "because of Geldwäsche", "because of Betrug",
	} {
		for field, set := range map[string]func(*Writing){
			"customer_why":  func(w *Writing) { w.CustomerWhy = clause },
			"customer_next": func(w *Writing) { w.CustomerNext = clause },
		} {
			w := Builtin().Failure("ACCOUNT_CLOSED").Writing()
			set(&w)
			if wrong := w.Tidy().Check(OfFailure); len(wrong) != 1 || wrong[0].Field != field {
				t.Errorf("%s %q: %v", field, clause, wrong)
			}
		}
		w := Builtin().Case(DepositTooSmall).Writing()
		w.CustomerText = "We wait " + clause + "."
		if wrong := w.Tidy().Check(OfCase); len(wrong) != 1 || wrong[0].Field != "customer_text" {
			t.Errorf("customer_text %q: %v", clause, wrong)
		}
	}
}

// Each field is held to its own rule, at its very edge.
func TestTheCheckHoldsEveryField(t *testing.T) {
	for name, c := range map[string]struct {
		set   func(*Writing)
		field string
	}{
		"a title that just fits":        {func(w *Writing) { w.Title = strings.Repeat("é", MaxTitle) }, ""},
		"a title that is too long":      {func(w *Writing) { w.Title = strings.Repeat("é", MaxTitle+1) }, "title"},
		"no title":                      {func(w *Writing) { w.Title = "  \n " }, "title"},
		"a title that cannot be seen":   {func(w *Writing) { w.Title = "a\u200bb" }, "title"},
		"no meaning":                    {func(w *Writing) { w.Meaning = "" }, "meaning"},
		"a long meaning":                {func(w *Writing) { w.Meaning = strings.Repeat("a", MaxMeaning+1) }, "meaning"},
		"the desk may say fraud":        {func(w *Writing) { w.Meaning = "It may be fraud <script>." }, ""},
		"no fix":                        {func(w *Writing) { w.Fix = "" }, "fix"},
		"no ask":                        {func(w *Writing) { w.Ask = "" }, "ask"},
		"locked cannot be given":        {func(w *Writing) { w.Openness = Locked }, "openness"},
		"somebody who does not act":     {func(w *Writing) { w.Who = "customer" }, "who"},
		"the sender moves no money":     {func(w *Writing) { w.MoneyNow = Sender }, "money_now"},
		"a retry that is none":          {func(w *Writing) { w.Retry = "maybe" }, "retry"},
		"no cause is said":              {func(w *Writing) { w.CustomerWhy = "" }, ""},
		"a clause that just fits":       {func(w *Writing) { w.CustomerNext = strings.Repeat("a", MaxClause) }, ""},
		"a clause that is too long":     {func(w *Writing) { w.CustomerNext = strings.Repeat("a", MaxClause+1) }, "customer_next"},
		"a clause with a full stop":     {func(w *Writing) { w.CustomerWhy = "because it is closed." }, "customer_why"},
		"a clause with a capital":       {func(w *Writing) { w.CustomerWhy = "Because it is closed" }, "customer_why"},
		"a clause that names the IBAN":  {func(w *Writing) { w.CustomerNext = "IBAN and name, as the bank has them" }, ""},
		"a clause over two lines":       {func(w *Writing) { w.CustomerWhy = "because it\r\nis closed" }, ""},
		"a long desk note":              {func(w *Writing) { w.DeskNote = strings.Repeat("a", MaxNote+1) }, "desk_note"},
		"a title that is not text":      {func(w *Writing) { w.Title = "a\xff" }, "title"},
		"letters of other languages":    {func(w *Writing) { w.CustomerNext = "Müller und Söhne fragen, żółć" }, "customer_next"},
		"letters of other languages, 2": {func(w *Writing) { w.CustomerNext = "die Empfängerin fragen, żółć" }, ""},
	} {
		w := Builtin().Failure("WRONG_NAME").Writing()
		c.set(&w)
		wrong := w.Tidy().Check(OfFailure)
		if c.field == "" && len(wrong) > 0 || c.field != "" && (len(wrong) != 1 || wrong[0].Field != c.field) {
			t.Errorf("%s: got %v, want %q", name, wrong, c.field)
		}
	}
}

// What a lead wrote lies over the built-in cards, and never changes a catalogue that
// somebody holds.
func TestWithLaysTheNewestVersionOver(t *testing.T) {
	at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	edit := func(kind Kind, code, title string, version int64, builtin bool) Edit {
		return Edit{Kind: kind, Code: code, Builtin: builtin, Writing: Writing{Title: title, Openness: Tell}, Edited: Edited{Version: version, By: "Grace", At: at}}
	}
	held := Builtin()
	c := held.With([]Edit{
		edit(OfFailure, "ACCOUNT_CLOSED", "Second", 2, false), edit(OfFailure, "ACCOUNT_CLOSED", "First", 1, false),
		edit(OfFailure, "WRONG_NAME", "Gone", 1, false), edit(OfFailure, "WRONG_NAME", "", 2, true),
		edit(OfFailure, "NEW_CODE", "New", 1, false), edit(OfFailure, "OLD_CODE", "Old", 1, false), edit(OfFailure, "OLD_CODE", "", 2, true),
		edit(OfCase, "NEW_CASE", "A new case", 1, false), edit(OfFailure, "PARTNER_SUSPENDED", "Leak", 1, false), edit(OfCase, "x_sanction_hit", "Leak", 1, false),
		edit(OfCase, LockedCode, "Leak", 1, false),
	})
	for code, want := range map[string]string{"ACCOUNT_CLOSED": "Second", "WRONG_NAME": "The recipient's name does not match", "NEW_CODE": "New", "OLD_CODE": "Old code", "PARTNER_SUSPENDED": HandledByCompliance} {
		if got := c.Failure(code).Title; got != want {
			t.Errorf("%s: got %q, want %q", code, got, want)
		}
	}
	card := c.Failure("ACCOUNT_CLOSED")
	if card.Edited == nil || card.Edited.Version != 2 || card.Edited.By != "Grace" || c.Failure("WRONG_NAME").Edited != nil || c.Failure("OLD_CODE").Known {
		t.Errorf("who edited what: %+v", card.Edited)
	}
	if got := c.Case("New_Case"); got.Title != "A new case" || got.Code != "New_Case" || !got.Known || got.Mark != Written {
		t.Errorf("a new case: %+v", got)
	}
	if c.Case("X_SANCTION_HIT").Openness != Locked || c.Case(LockedCode).Title != HandledByCompliance {
		t.Error("a lead has written over what is locked")
	}
	if held.Failure("ACCOUNT_CLOSED").Edited != nil || held.Failure("NEW_CODE").Known || held.Case("new_case").Known || len(held.Failures()) != 34 || len(held.Cases()) != 11 {
		t.Error("the catalogue itself was changed")
	}
	if n, m := len(c.Failures()), len(c.Cases()); n != 35 || m != 12 || c.Failures()[34].Code != "NEW_CODE" {
		t.Errorf("got %d failures and %d cases", n, m)
	}
	if c.Builtin().Failure("ACCOUNT_CLOSED").Title != held.Failure("ACCOUNT_CLOSED").Title || c.Builtin().Failure("NEW_CODE").Known {
		t.Error("the built-in card cannot be reached")
	}
}

// A version that cannot be read, or all of them, close the customer's words.
func TestWhatCannotBeReadSaysNothingToCustomers(t *testing.T) {
	c := Builtin().With([]Edit{{Kind: OfFailure, Code: "ACCOUNT_CLOSED", Unreadable: true}, {Kind: OfCase, Code: DepositTooSmall, Unreadable: true}, {Kind: OfFailure, Code: "NEW", Unreadable: true}})
	if card := c.Failure("ACCOUNT_CLOSED"); card.Openness != Internal || card.CustomerWhy+card.CustomerNext != "" || card.Edited == nil {
		t.Errorf("got %+v", card)
	}
	if card := c.Case(DepositTooSmall); card.Openness != Internal || card.CustomerText != "" {
		t.Errorf("got %+v", card)
	}
	quiet := Builtin().Quiet()
	for _, card := range quiet.Failures() {
		if card.Openness != Internal || card.CustomerWhy+card.CustomerNext != "" || card.Ask == "" {
			t.Errorf("quiet: %+v", card)
		}
	}
	for _, card := range quiet.Cases() {
		if card.Openness != Internal || card.CustomerText != "" {
			t.Errorf("quiet: %+v", card)
		}
	}
}

// What a lead wrote is not overwritten once the payment is over; what they left is.
func TestOverKeepsWhatALeadWrote(t *testing.T) {
	w := Builtin().Failure("TECHNICAL_ISSUE").Writing()
	w.Ask = "Call the hotline."
	card := Builtin().With([]Edit{{Kind: OfFailure, Code: "TECHNICAL_ISSUE", Writing: w}}).Failure("TECHNICAL_ISSUE").Over()
	plain := Builtin().Failure("TECHNICAL_ISSUE").Over()
	if card.Ask != "Call the hotline." || card.Fix != plain.Fix || card.DeskNote != plain.DeskNote || card.NewPayment != Sender {
		t.Errorf("got %+v", card)
	}
}

// A version is read as it was written, and one that we don't understand is no card.
func TestAWritingIsReadAsItWasWritten(t *testing.T) {
	for kind, w := range map[Kind]Writing{OfFailure: Builtin().Failure("WRONG_NAME").Writing(), OfCase: Builtin().Case(DepositTooSmall).Writing()} {
		text, err := w.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := DecodeWriting(kind, text); err != nil || got != w {
			t.Errorf("%s: got %+v, %v", kind, got, err)
		}
	}
	for _, text := range []string{"", "{}", "[]", `{"title":"x","who":"sender","openness":"locked","money_now":"wise","retry":"no"}`, `{"title":"x","who":"sender","openness":"tell","money_now":"sender","retry":"no"}`} {
		if w, err := DecodeWriting(OfFailure, text); err == nil {
			t.Errorf("%q is read as %+v", text, w)
		}
	}
}
