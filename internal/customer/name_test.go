package customer_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/customer"
)

func TestNamesAreFoundWithoutCaseAndAccents(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"Erika Mustermann", []string{"erika mustermann", "mustermann erika"}},
		{"JOSÉ  Łoś", []string{"jose los", "los jose"}},
		{"Jose\u0301", []string{"jose"}},
		{"Müller-Straße", []string{"muller strasse", "strasse muller"}},
		{"O’Brien, Seán", []string{"obrien sean", "sean obrien"}},
		{"Ærøskøbing ApS", []string{"aeroskobing aps", "aps aeroskobing"}},
		{"İstanbul Ticaret A.Ş.", []string{"istanbul ticaret a s", "ticaret a s istanbul", "a s istanbul ticaret", "s istanbul ticaret a"}},
		{"王小明", []string{"王小明"}},
		{"Ana Ana", []string{"ana ana"}},
		{"３ Ｆｉｖｅ", []string{"3 five", "five 3"}},
		{"a\u200bb", []string{"ab"}},
		{" -- ", nil},
	} {
		if d := cmp.Diff(c.want, customer.NameKeys(c.name)); d != "" {
			t.Errorf("%q (-want +got)\n%s", c.name, d)
		}
	}
	for _, key := range customer.NameKeys(strings.Repeat("wörd ", 40)) {
		if len(key) > 120 {
			t.Errorf("a key of %d bytes", len(key))
		}
	}
}

func TestANameIsPrintedWithoutWhatCannotBeSeen(t *testing.T) {
	for text, want := range map[string]string{
		"Erika":                             "Erika",
		"José":                              "José",
		"\u202egnp.exe":                     `\u202egnp.exe`,
		"a\u200bb":                          `a\u200bb`,
		"می\u200cخواهم":                     "می\u200cخواهم",
		"Z" + strings.Repeat("\u0338", 200): "Z" + strings.Repeat("\u0338", 4),
		"<b>":                               "<b>",
	} {
		if got := customer.ShownName(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
