package web

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
	"transferdesk/web/front"
)

// hostile are texts that must come out as text, whatever field they stood in.
var hostile = []string{
	`<script>document.title="owned"</script>`,
	`"><img src=x onerror=document.title="owned">`,
	`'-alert(1)-'`,
	`javascript:alert(1)`,
	`{{constructor.constructor('alert(1)')()}}`,
	"\u202egnp.exe",
	"a\u0000b\u200bc",
	`</title><svg onload=alert(1)>`,
	strings.Repeat("wide ", 2000),
	strings.Repeat("Z\u0338\u0337", 200),
}

// hostileBodies put a text into every field that is text.
func hostileBodies(id int64, text string) []string {
	quoted, _ := json.Marshal(text)
	in := func(body string) string { return strings.ReplaceAll(body, `"HOSTILE"`, string(quoted)) }
	return []string{
		in(stateChange(id, "HOSTILE", "HOSTILE", ago(3*time.Hour))),
		in(payoutFailure(id, "HOSTILE", "HOSTILE", ago(2*time.Hour))),
		in(refund(id, "5", "HOSTILE", ago(time.Hour))),
		in(activeCases(id, ago(time.Hour), "HOSTILE")),
		in(balanceDebit(id, "5", "HOSTILE", ago(time.Hour))),
		in(userChanged(testUser, "HOSTILE", "HOSTILE", "HOSTILE", ago(time.Hour))),
		in(sealed("HOSTILE", "HOSTILE", `{"resource":{"id":1}}`, ago(time.Hour))),
	}
}

// hostileSite holds one transfer for each hostile text.
func hostileSite(t *testing.T) *site {
	s := newSite(t)
	for i, text := range hostile {
		for _, body := range hostileBodies(int64(500+i), text) {
			if answer := s.post(body, asHeader(text)); answer.StatusCode != http.StatusOK {
				t.Fatalf("delivering %.40q: got %d", text, answer.StatusCode)
			}
		}
	}
	s.deliver()
	s.hostileDirectory()
	s.deliverHostileThings()
	return s
}

// hostileDirectory gives one customer every hostile text as its name and reference,
// as far as an import takes them.
func (s *site) hostileDirectory() {
	s.t.Helper()
	for _, text := range hostile {
		quoted := `"` + strings.ReplaceAll(text[:min(len(text), 90)], `"`, `""`) + `"`
		_, err := s.desk.ImportCustomers(context.Background(), cli(), desk.Import{SkipBad: true, Bad: func(*customer.BadLine) {},
			From: strings.NewReader("reference,name,email,profile_id,user_id\n" + quoted + "," + quoted + `,"""<b>x</b>"@y",16055450,7788991` + "\n")})
		if err != nil {
			s.t.Fatal(err)
		}
	}
}

// asHeader drops what no HTTP client would send in a header.
func asHeader(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, text[:min(len(text), 300)])
}

// hostilePages are all pages on which the texts can stand.
func hostilePages() []string {
	pages := []string{"/", "/?show=failed", "/?show=cases", "/bounced", "/events", "/events?status=kept", "/customers/16055450", "/users/7788991",
		"/search?q=%3Cscript%3Edocument.title%3D%22owned%22%3C%2Fscript%3E", "/events?type=%22%3E%3Cscript%3E", "/bounced?reason=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"}
	for i := range hostile {
		pages = append(pages, "/transfers/"+front.IDText(int64(500+i)), "/transfers/"+front.IDText(int64(500+i))+"/case", "/transfers/"+front.IDText(int64(500+i))+"/print", "/transfers/"+front.IDText(int64(500+i))+"/print?for=customer", "/events/"+front.IDText(int64(i*7+2)), "/events/"+front.IDText(int64(i*7+7)))
	}
	return append(pages, hostileThingPages()...)
}

func TestHostileTextsComeOutAsText(t *testing.T) {
	s := hostileSite(t)
	agent := s.signIn(auth.Agent)
	for _, path := range hostilePages() {
		doc := agent.page(path)
		doc.Find("script").Each(func(_ int, tag *goquery.Selection) {
			if src := tag.AttrOr("src", ""); !strings.HasPrefix(src, "/assets/") || tag.Text() != "" {
				t.Errorf("%s: a script that is not ours: %q %q", path, src, tag.Text())
			}
		})
		if n := doc.Find("img, iframe, object, embed, [onerror], [onload], [onclick], [style]").Length(); n != 0 {
			t.Errorf("%s: %d elements that we never write", path, n)
		}
		doc.Find("[href], [src], [action], [formaction]").Each(func(_ int, tag *goquery.Selection) {
			for _, name := range []string{"href", "src", "action", "formaction"} {
				if link, there := tag.Attr(name); there && !strings.HasPrefix(link, "/") && !strings.HasPrefix(link, "#") || strings.HasPrefix(link, "//") {
					t.Errorf("%s: a link that leads elsewhere: %s=%q", path, name, link)
				}
			}
		})
		if n := doc.Find("title").Length(); n != 1+doc.Find("svg title").Length() {
			t.Errorf("%s: got %d titles", path, n)
		}
	}
}

func TestTheLogHoldsNothingPersonal(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	s.deliver(payoutFailure(testTransfer, "WRONG_NAME", "Canary Mustermann DE89370400440532013000", ago(5e12)))
	agent.page("/transfers/49983981")
	agent.page("/events/1")
	agent.get("/search?q=canary.mustermann%40example.com")
	token := s.token(auth.Admin)
	s.call(token, "/api/v1/events/1")
	s.call(token[:len(token)-2]+"xx", "/api/v1/events/1")
	for _, secret := range []string{"Canary", "canary", "DE8937", testPassword, "agent@example.com", token[4:], "Agent One"} {
		if strings.Contains(s.log.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
	if !strings.Contains(s.log.String(), "/api/v1/events/:event") {
		t.Error("the log holds no line of a request, so this test guards nothing")
	}
}
