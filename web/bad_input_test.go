package web

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"transferdesk/store"
)

// badCase is one thing that may come to the webhook and what becomes of it. The
// body is signed unless the headers say otherwise.
type badCase struct {
	area, name string
	body       string
	header     func(h http.Header) // changes the headers of a genuine delivery
	status     int
	becomes    string // a Status… constant; "" when nothing is kept
	shows      string // what the page of transfer 49983981 says then; "" when it says nothing
}

// genuine is what the cases change.
const genuine = `{"data":{"resource":{"type":"transfer","id":49983981,"profile_id":16055450,"account_id":14124090},"current_state":"processing","previous_state":"incoming_payment_waiting","occurred_at":"2026-11-20T10:00:00Z"},"subscription_id":"01234567-89ab-cdef-0123-456789abcdef","event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":"2026-11-20T10:00:01Z"}`

// having is the genuine body with one thing put in the place of another.
func having(old, replacement string) string {
	changed := strings.Replace(genuine, old, replacement, 1)
	if changed == genuine {
		panic("nothing to replace: " + old)
	}
	return changed
}

func sign(value func(good string) []string) func(http.Header) {
	return func(h http.Header) { h["X-Signature-Sha256"] = value(h.Get("X-Signature-Sha256")) }
}

func set(name string, values ...string) func(http.Header) {
	return func(h http.Header) { h[name] = values }
}

// badSignatures: nothing of them is kept.
func badSignatures() []badCase {
	none := func(name string, change func(http.Header)) badCase {
		return badCase{area: "signature", name: name, body: genuine, header: change, status: http.StatusUnauthorized}
	}
	return []badCase{
		none("missing", func(h http.Header) { h.Del("X-Signature-Sha256") }),
		none("empty", sign(func(string) []string { return []string{""} })),
		none("the old SHA-1 header alone", func(h http.Header) {
			h["X-Signature"] = h["X-Signature-Sha256"]
			h.Del("X-Signature-Sha256")
		}),
		none("not base64", sign(func(string) []string { return []string{"***"} })),
		none("cut in half", sign(func(good string) []string { return []string{good[:len(good)/2]} })),
		none("of a wrong length", sign(func(string) []string { return []string{base64.StdEncoding.EncodeToString(make([]byte, 255))} })),
		none("zeros", sign(func(string) []string { return []string{base64.StdEncoding.EncodeToString(make([]byte, 256))} })),
		none("two headers", sign(func(good string) []string { return []string{good, good} })),
		none("HMAC", sign(func(string) []string { return []string{hmacOf(genuine)} })),
	}
}

// badTransport: headers that lie, and bodies that are not taken.
func badTransport() []badCase {
	taken := func(name string, header func(http.Header)) badCase {
		return badCase{area: "transport", name: name, body: genuine, header: header, status: http.StatusOK, becomes: store.StatusApplied, shows: "in process"}
	}
	return []badCase{
		{area: "transport", name: "a header of 100 kB", body: genuine, header: set("X-Delivery-Id", strings.Repeat("x", 100<<10)), status: http.StatusRequestHeaderFieldsTooLarge},
		{area: "transport", name: "a body over 1 MiB", body: strings.Repeat("x", 1<<20+1), status: http.StatusRequestEntityTooLarge},
		{area: "transport", name: "Content-Encoding", body: genuine, header: set("Content-Encoding", "gzip"), status: http.StatusUnsupportedMediaType},
		{area: "transport", name: "a body that is a form", body: "email=a&password=b", header: set("Content-Type", "application/x-www-form-urlencoded"), status: http.StatusOK, becomes: store.StatusQuarantined},
		taken("a form's content type on an event", set("Content-Type", "application/x-www-form-urlencoded")),
		taken("a delivery id that is missing", func(h http.Header) { h.Del("X-Delivery-Id") }),
		taken("a delivery id that is no UUID", set("X-Delivery-Id", "7")),
		taken("a delivery id of 10 kB", set("X-Delivery-Id", strings.Repeat("x", 10_000))),
		taken("a delivery id with markup", set("X-Delivery-Id", `"><script>alert(1)</script>`)),
		taken("a request id from outside", set("X-Request-Id", "mine")),
		taken("marked as a test, with ids of its own", set("X-Test-Notification", "true")),
	}
}

// badJSON: signed, kept, and for a lead to look at.
func badJSON() []badCase {
	var cases []badCase
	for _, c := range [][2]string{
		{"cut off", genuine[:100]}, {"empty", ""}, {"null", "null"}, {"a list", "[" + genuine + "]"}, {"a string", `"hello"`},
		{"a byte order mark", "\ufeff" + genuine}, {"UTF-16", wide(genuine)}, {"a trailing second document", genuine + genuine},
		{"a key twice", having(`"current_state"`, `"current_state":"cancelled","current_state"`)},
		{"keys that differ in case only", having(`"current_state"`, `"Current_State":"cancelled","current_state"`)},
		{"nested over 64 deep", having(`"sent_at"`, `"x":`+strings.Repeat("[", 70)+strings.Repeat("]", 70)+`,"sent_at"`)},
		{"a number that no decimal holds", having(`"sent_at"`, `"x":1e999999999,"sent_at"`)},
		{"an id beyond int64", having("49983981", "9223372036854775808")}, {"an id with a fraction", having("49983981", "4.5")},
		{"an id with an exponent", having("49983981", "4e7")}, {"a negative id", having("49983981", "-1")},
		{"a zero beside other ids", having("49983981", "0")}, {"an id as a text", having("49983981", `"49983981"`)},
		{"an id as a list", having("49983981", "[49983981]")}, {"an id as an object", having("49983981", `{"id":49983981}`)},
		{"no id", having(`"id":49983981,`, "")}, {"a state that is null", having(`"processing"`, "null")}, {"a state that is a number", having(`"processing"`, "3")},
	} {
		cases = append(cases, badCase{area: "json", name: c[0], body: c[1], status: http.StatusOK, becomes: store.StatusQuarantined})
	}
	return cases
}

// strangeThings: understood all the same, or kept as they came.
func strangeThings() []badCase {
	ok := func(name, body, shows string) badCase {
		return badCase{area: "meaning", name: name, body: body, status: http.StatusOK, becomes: store.StatusApplied, shows: shows}
	}
	return []badCase{
		ok("an unknown state", having("processing", "on_the_moon"), "on_the_moon"),
		ok("a previous state that disagrees", having("incoming_payment_waiting", "cancelled"), "in process"),
		ok("a time that cannot be, so that sent_at places it", having("10:00:00Z", "10:00:567Z"), "in process"),
		ok("30 February", having("2026-11-20T10:00:00Z", "2026-02-30T10:00:00Z"), "in process"),
		ok("year 1", having("2026-11-20T10:00:00Z", "0001-01-01T00:00:00Z"), "in process"),
		ok("year 9999", having("2026-11-20T10:00:00Z", "9999-01-01T00:00:00Z"), "in process"),
		ok("the largest int64 beside it", having("14124090", "9223372036854775807"), "in process"),
		ok("a text with a NUL", having(`"sent_at"`, `"x":"a\u0000b","sent_at"`), "in process"),
		ok("a lone surrogate", having(`"sent_at"`, `"x":"\ud800","sent_at"`), "in process"),
		ok("bytes that are no UTF-8", having(`"sent_at"`, "\"x\":\"\xff\",\"sent_at\""), "in process"),
		{area: "meaning", name: "an unknown event type", body: having("transfers#state-change", "transfers#teleported"), status: http.StatusOK, becomes: store.StatusKept},
		{area: "meaning", name: "an unknown version that lacks a field", body: strings.Replace(having("current_state", "state"), "2.0.0", "9.0.0", 1), status: http.StatusOK, becomes: store.StatusKept},
		ok("an unknown version that says the same", having("2.0.0", "9.0.0"), "in process"),
		{area: "meaning", name: "a test by its ids", body: strings.NewReplacer("49983981", "0", "16055450", "0", "14124090", "0").Replace(genuine), status: http.StatusOK, becomes: store.StatusTest},
	}
}

// amountsAndTexts: exact as sent, and text is only text.
func amountsAndTexts() []badCase {
	refunded := func(name, amount, currency, shows string) badCase {
		return badCase{area: "amount", name: name, body: refund(testTransfer, amount, currency, ago(time.Hour)), status: http.StatusOK, becomes: store.StatusApplied, shows: shows}
	}
	described := func(name, text, shows string) badCase {
		return badCase{area: "text", name: name, body: strings.Replace(payoutFailure(testTransfer, "BRAND_NEW_CODE", "TEXT", ago(time.Hour)), "TEXT", text, 1),
			status: http.StatusOK, becomes: store.StatusApplied, shows: shows}
	}
	return []badCase{
		refunded("zero", "0", "EUR", "0.00 EUR"),
		refunded("negative", "-12.30", "EUR", "12.30 EUR"),
		refunded("huge", "123456789012345678901234567890.12", "EUR", "123,456,789,012,345,678,901,234,567,890.12 EUR"),
		refunded("more digits than the currency has", "1.005", "EUR", "1.005 EUR"),
		refunded("yen without digits", "5000", "JPY", "5,000 JPY"),
		refunded("dinar with three", "1.234", "BHD", "1.234 BHD"),
		refunded("a currency that nobody knows", "7.5", "XQZ", "7.5 XQZ"),
		described("markup", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
		described("template braces", "{{.Secret}} ${x}", "{{.Secret}} ${x}"),
		described("a javascript: link", "javascript:alert(1)", "javascript:alert(1)"),
		described("a bidi override", `pay \u202Eback`, "202e"),
		described("a zero-width space", `zero\u200bwidth`, "200b"),
		described("10 kB", strings.Repeat("long ", 2000), "long long"),
	}
}

func wide(text string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		out.WriteByte(byte(unit))
		out.WriteByte(byte(unit >> 8))
	}
	return out.String()
}

func TestWhateverComesToTheWebhookEndsAsItShould(t *testing.T) {
	for _, group := range [][]badCase{badSignatures(), badTransport(), badJSON(), strangeThings(), amountsAndTexts()} {
		for _, c := range group {
			t.Run(c.area+"/"+c.name, func(t *testing.T) { c.try(t) })
		}
	}
}

// try sends the case by itself, then looks at what is kept and at the pages.
func (c badCase) try(t *testing.T) {
	s := newSite(t)
	header := s.signed(c.body)
	if c.header != nil {
		c.header(header)
	}
	if answer := knock(t, s, strings.NewReader(c.body), header); answer.StatusCode != c.status {
		t.Fatalf("answered %d, want %d", answer.StatusCode, c.status)
	}
	if err := s.project.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := s.became(); fmt.Sprint(got) != fmt.Sprint(only(c.becomes)) {
		t.Errorf("became %v, want %v", got, only(c.becomes))
	}
	c.look(t, s)
}

// look reads the pages that could fall over it.
func (c badCase) look(t *testing.T, s *site) {
	if c.becomes == "" {
		return
	}
	agent := s.signIn("agent")
	agent.page("/events")
	agent.page("/events/1")
	if c.shows == "" {
		return
	}
	if said := agent.page("/transfers/49983981").Find("main").Text(); !strings.Contains(strings.ToLower(said), strings.ToLower(c.shows)) {
		t.Errorf("the transfer's page does not say %q", c.shows)
	}
}

// became lists the outcomes of all that is kept.
func (s *site) became() (all []string) {
	s.t.Helper()
	err := s.db.Read(s.t.Context(), func(r *store.Reader) error {
		page, err := r.Events(store.EventFilter{})
		for _, row := range page.Rows {
			all = append(all, row.Status)
		}
		return err
	})
	must(s.t, err)
	return all
}

func only(status string) []string {
	if status == "" {
		return nil
	}
	return []string{status}
}
