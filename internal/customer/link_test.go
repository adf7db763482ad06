package customer_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"transferdesk/internal/customer"
)

const lead, imported, asked, learned = customer.ByLead, customer.ByImport, customer.ByAPI, customer.ByLearned

func claim(source customer.LinkSource, user int64) customer.Claim {
	return customer.Claim{Profile: 1, User: user, Source: source}
}

func withdrawn(user int64) customer.Claim {
	return customer.Claim{Profile: 1, User: user, Source: lead, Withdrawn: true}
}

// told writes links as "7 counts (1 3), 8 (2)": the user and the sources that name it.
func told(links customer.Links) string {
	var all []string
	for _, l := range links {
		text := fmt.Sprint(l.User)
		if l.Counts {
			text += " counts"
		}
		if l.Withdrawn() {
			text += " withdrawn"
		}
		var sources []string
		for _, c := range l.Claims {
			sources = append(sources, fmt.Sprint(int(c.Source)))
		}
		all = append(all, text+" ("+strings.Join(sources, " ")+")")
	}
	if links.Disagree() {
		all = append(all, "disagree")
	}
	return strings.Join(all, ", ")
}

func TestTheStrongestSourceCountsAndAllAreKept(t *testing.T) {
	for _, c := range []struct {
		name   string
		claims []customer.Claim
		want   string
	}{
		{"nobody says anything", nil, ""},
		{"learned alone", []customer.Claim{claim(learned, 7)}, "7 counts (4)"},
		{"a business with several users", []customer.Claim{claim(learned, 8), claim(learned, 7)}, "7 counts (4), 8 counts (4)"},
		{"all agree", []customer.Claim{claim(learned, 7), claim(imported, 7), claim(lead, 7)}, "7 counts (1 2 4)"},
		{"the import before what is learned", []customer.Claim{claim(learned, 8), claim(imported, 7)}, "7 counts (2), 8 (4), disagree"},
		{"the import before Wise's API", []customer.Claim{claim(asked, 8), claim(imported, 7)}, "7 counts (2), 8 (3), disagree"},
		{"Wise's API before what is learned", []customer.Claim{claim(learned, 8), claim(asked, 7)}, "7 counts (3), 8 (4), disagree"},
		{"Wise's API against a lead who withdrew", []customer.Claim{claim(asked, 7), withdrawn(7)}, "7 withdrawn (1 3), disagree"},
		{"a lead before the import", []customer.Claim{claim(imported, 7), claim(lead, 9), claim(learned, 7)}, "9 counts (1), 7 (2 4), disagree"},
		{"a lead links both", []customer.Claim{claim(imported, 7), claim(lead, 7), claim(lead, 8)}, "7 counts (1 2), 8 counts (1)"},
		{"withdrawn, and nobody else names it", []customer.Claim{claim(lead, 7), withdrawn(7)}, "7 withdrawn (1)"},
		{"withdrawn against the import", []customer.Claim{claim(imported, 7), withdrawn(7)}, "7 withdrawn (1 2), disagree"},
		{"withdrawn, another counts", []customer.Claim{claim(imported, 7), withdrawn(7), claim(learned, 8)}, "8 counts (4), 7 withdrawn (1 2), disagree"},
		{"withdrawn and set again", []customer.Claim{claim(lead, 7), withdrawn(7), claim(lead, 7)}, "7 counts (1)"},
	} {
		if got := told(customer.Settle(c.claims)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheOrderOfSourcesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var claims []customer.Claim
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			c := claim(rapid.SampledFrom([]customer.LinkSource{lead, imported, learned}).Draw(t, "source"), rapid.Int64Range(1, 4).Draw(t, "user"))
			c.Withdrawn = c.Source == lead && rapid.Bool().Draw(t, "withdrawn")
			claims = append(claims, c)
		}
		var sorted []customer.Claim // by source, each source's own order kept
		for _, source := range []customer.LinkSource{learned, lead, imported} {
			for _, c := range claims {
				if c.Source == source {
					sorted = append(sorted, c)
				}
			}
		}
		got, want := customer.Settle(sorted), customer.Settle(claims)
		if told(got) != told(want) {
			t.Fatalf("got %q, want %q", told(got), told(want))
		}
		if len(want.Named()) > 0 && len(want.Users()) == 0 {
			t.Fatalf("somebody is named and nobody counts: %q", told(want))
		}
	})
}

func TestTheStricterAccountDecides(t *testing.T) {
	in := func(user int64, state customer.UserState) customer.UserFacts {
		f := customer.UserFacts{User: user}
		if state != "" {
			f.History = []customer.UserVisit{{State: state}}
		}
		return f
	}
	for _, c := range []struct {
		name string
		all  []customer.UserFacts
		want int64
	}{
		{"deactivated before restricted", []customer.UserFacts{in(1, customer.WithdrawOnly), in(2, customer.Deactivated)}, 2},
		{"restricted before active", []customer.UserFacts{in(1, customer.Active), in(2, customer.WithdrawOnly)}, 2},
		{"not known before active", []customer.UserFacts{in(1, customer.Active), in(2, "")}, 2},
		{"a word that we don't know before active", []customer.UserFacts{in(1, customer.Active), in(2, "FROZEN")}, 2},
		{"restricted before not known", []customer.UserFacts{in(1, ""), in(2, customer.WithdrawOnly)}, 2},
		{"of equals the lower id", []customer.UserFacts{in(2, customer.Active), in(1, customer.Active)}, 1},
	} {
		if got, _ := customer.Stricter(c.all); got.User != c.want {
			t.Errorf("%s: got user %d, want %d", c.name, got.User, c.want)
		}
	}
	if _, found := customer.Stricter(nil); found {
		t.Error("of no user one is found")
	}
}
