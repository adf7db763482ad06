package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/auth"
)

func TestWhatIsTypedIsUnderstood(t *testing.T) {
	const uuid = "6b1f0c3a-1111-4222-8333-0123456789ab"
	for _, c := range []struct {
		name, text string
		ids        []int64
		deliveries []string
		exact      bool
	}{
		{"an id", "49983981", []int64{49983981}, nil, true},
		{"with spaces around", "  49983981\n", []int64{49983981}, nil, true},
		{"with a number sign", "#49983981", []int64{49983981}, nil, true},
		{"with a number sign and a space", "# 49983981", []int64{49983981}, nil, true},
		{"in groups of three", "49 983 981", []int64{49983981}, nil, true},
		{"with commas", "49,983,981", []int64{49983981}, nil, true},
		{"with leading zeros", "0049983981", []int64{49983981}, nil, true},
		{"an address of ours", "https://desk.example.com/transfers/49983981", []int64{49983981}, nil, true},
		{"an address of Wise's", "https://wise.com/transactions/activities/by-resource/TRANSFER/49983981?x=y", []int64{49983981}, nil, true},
		{"the largest", "9223372036854775807", []int64{9223372036854775807}, nil, true},
		{"beyond the largest", "9223372036854775808", nil, nil, false},
		{"zero", "0", nil, nil, false},
		{"a delivery id", strings.ToUpper(uuid), nil, []string{uuid}, true},
		{"two ids", "49983981 49983982", []int64{49983981, 49983982}, nil, false},
		{"the same twice", "49983981, 49983981", []int64{49983981}, nil, false},
		{"a whole e-mail", "Hi,\nmy transfers #49983981 and 49983982 (for profile 16055450) are gone.\nThanks", []int64{49983981, 49983982, 16055450}, nil, false},
		{"an amount is no id", "12.50 EUR", nil, nil, false},
		{"a list without spaces", "49983981,49983982;49983983", []int64{49983981, 49983982, 49983983}, nil, false},
		{"an amount in a sentence", "I paid 1,250.00 EUR, 12,500 JPY and 3,5 EUR on 2026-11-18.", nil, nil, false},
		{"at the end of a sentence", "It is 49983981.", []int64{49983981}, nil, false},
		{"a part of a word is no id", "BNK-123456 x9 9x", nil, nil, false},
		{"a name", "Erika Mustermann", nil, nil, false},
		{"nothing", "   ", nil, nil, false},
		{"invalid text", "\xff49983981\xfe", []int64{49983981}, nil, true},
	} {
		got := understand(c.text)
		if d := cmp.Diff(c.ids, got.ids); d != "" {
			t.Errorf("%s: ids (-want +got)\n%s", c.name, d)
		}
		if d := cmp.Diff(c.deliveries, got.deliveries); d != "" {
			t.Errorf("%s: deliveries (-want +got)\n%s", c.name, d)
		}
		if got.exact != c.exact {
			t.Errorf("%s: exact: got %v, want %v", c.name, got.exact, c.exact)
		}
	}
}

func TestReferencesEmailsAndNamesAreUnderstood(t *testing.T) {
	const uuid = "6b1f0c3a-1111-4222-8333-0123456789ab"
	for _, c := range []struct {
		name, text      string
		handles, emails []string
		person          string
	}{
		{"a name", " Erika  Mustermann ", []string{"Erika  Mustermann"}, nil, "Erika  Mustermann"},
		{"a name with an apostrophe", "O'Brien", []string{"O'Brien"}, nil, "O'Brien"},
		{"a name in another script", "王小明", []string{"王小明"}, nil, "王小明"},
		{"one letter is no name", "x", []string{"x"}, nil, ""},
		{"Wise's reference", "#BNK-1234567", []string{"BNK-1234567"}, nil, "BNK-1234567"},
		{"a reference in a sentence", "where is BNK-1234567, please?", []string{"where is BNK-1234567, please?", "BNK-1234567"}, nil, "where is BNK-1234567, please?"},
		{"a UETR", uuid, []string{uuid}, nil, ""},
		{"an id", "#49983981", []string{"49983981"}, nil, ""},
		{"an id in groups", "49 983 981", []string{"49983981"}, nil, ""},
		{"an e-mail", "Erika@Example.com", []string{"Erika@Example.com"}, []string{"Erika@Example.com"}, ""},
		{"an e-mail in angle brackets", "Erika <erika@example.com>", []string{"Erika <erika@example.com>"}, []string{"erika@example.com"}, ""},
		{"an e-mail at the end of a sentence", "Write to\nerika@example.com.", nil, []string{"erika@example.com"}, ""},
		{"an address of ours", "https://desk.example.com/transfers/49983981", []string{"https://desk.example.com/transfers/49983981", "49983981"}, nil, ""},
		{"a long text is no name", strings.Repeat("wide ", 50), nil, nil, ""},
	} {
		got := understand(c.text)
		if d := cmp.Diff(c.handles, got.handles); d != "" {
			t.Errorf("%s: references (-want +got)\n%s", c.name, d)
		}
		if d := cmp.Diff(c.emails, got.emails); d != "" {
			t.Errorf("%s: e-mails (-want +got)\n%s", c.name, d)
		}
		if got.name != c.person {
			t.Errorf("%s: the name: got %q, want %q", c.name, got.name, c.person)
		}
	}
}

func FuzzUnderstand(f *testing.F) {
	for _, seed := range []string{"49983981", "# 1", "1,1,1", "\xff", strings.Repeat("1 ", 100)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := understand(text)
		if len(q.ids) > maxIDs || len(q.text) > maxQuery || len(q.handles) > maxIDs || len(q.emails) > maxIDs {
			t.Errorf("got %d ids, %d references, %d e-mails of %d bytes", len(q.ids), len(q.handles), len(q.emails), len(q.text))
		}
		for _, id := range q.ids {
			if id <= 0 {
				t.Errorf("got the id %d", id)
			}
		}
	})
}

func TestAnExactIdGoesStraightToItsPage(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "", ago(5e12)))...)
	agent := s.signIn(auth.Agent)
	for q, want := range map[string]string{
		"49983981": "/transfers/49983981", "#49983981 ": "/transfers/49983981", "16055450": "/customers/16055450",
		"7788991": "/users/7788991", "00000000-0000-4000-8000-000000000001": "/events/1",
	} {
		answer := agent.get("/search?q=" + url.QueryEscape(q))
		if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("%q: got %d to %q, want 303 to %s", q, answer.StatusCode, got, want)
		}
	}
}

func TestAnIdThatIsTwoThingsShowsAChooser(t *testing.T) {
	s := newSite(t)
	s.deliver(stateChange(testProfile, "", "incoming_payment_waiting", ago(5e12)), userChanged(testProfile, "ACTIVE", "WITHDRAW_ONLY", "", ago(5e12)))
	doc := s.signIn(auth.Agent).page("/search?q=16055450")
	for _, href := range []string{"/transfers/16055450", "/customers/16055450", "/users/16055450"} {
		if doc.Find(`main a[href="`+href+`"]`).Length() == 0 {
			t.Errorf("the chooser does not offer %s", href)
		}
	}
}

func TestManyIdsAreEachListedWithTheirAnswer(t *testing.T) {
	s := newSite(t)
	s.deliver(append(bouncedLife(testTransfer), stateChange(49983982, "", "incoming_payment_waiting", ago(5e12)))...)
	doc := s.signIn(auth.Agent).page("/search?q=" + url.QueryEscape("Hello, 49983981 and 49983982, also 5. Bye"))
	text := folded(doc.Find("main").Text())
	for _, want := range []string{"49983981", "eturned", "49983982", "funded"} {
		if !strings.Contains(text, want) {
			t.Errorf("got %q, want it to contain %q", text, want)
		}
	}
}

func TestFindingNothingSaysWhatWasTried(t *testing.T) {
	doc := newSite(t).signIn(auth.Agent).page("/search?q=" + url.QueryEscape(`<b>5</b> "x"`))
	text := folded(doc.Find("main").Text())
	for _, want := range []string{`<b>5</b> "x"`, "transfers, profiles and users", "top-ups send no state events", "a transfer id, like"} {
		if !strings.Contains(text, want) {
			t.Errorf("got %q, want it to contain %q", text, want)
		}
	}
	if got := doc.Find(`input[name="q"]`).AttrOr("value", ""); got != `<b>5</b> "x"` {
		t.Errorf("the search box: got %q, want what was typed", got)
	}
}
