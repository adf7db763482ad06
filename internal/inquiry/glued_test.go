package inquiry

import (
	"fmt"
	"strings"
	"testing"
)

// An IBAN and a card number are covered whatever they are glued to: tables come
// without blanks, and addresses with both in them.
func TestNothingPrivateHidesInsideAToken(t *testing.T) {
	for _, private := range []string{"GB33BUKB20201555555555", "gb33bukb20201555555555", "GB33 BUKB 2020 1555 5555 55", "4111111111111111", "4111-1111-1111-1111", "4111 1111 1111 1111"} {
		for _, form := range []string{"a,%s", "Ada,%s,12.50", "x.%s", "iban=%s&y=1", "https://x.example/?to=%s", "+%s", "£%s", "a@%s", "%s@x.example", "49983981;%s", "_%s", "'%s'", "(%s)", "%s, 49983981", "a,%[1]s\nb,%[1]s"} {
			text := fmt.Sprintf(form, private)
			q := Read(text)
			shown := q.Text
			for _, term := range q.Terms {
				shown += " " + term.Text + " " + term.Written
			}
			bare := strings.NewReplacer(" ", "", "-", "")
			if strings.Contains(strings.ToUpper(bare.Replace(shown)), strings.ToUpper(bare.Replace(private))) || q.Skipped[IBANs]+q.Skipped[Cards] == 0 {
				t.Errorf("%q: %q, %v, %v", text, q.Text, q.Terms, q.Skipped)
			}
		}
	}
}

// What looks alike and bears no check digits is left to be found.
func TestWhatIsNoIBANIsStillSearched(t *testing.T) {
	for text, want := range map[string]string{
		"KD,GB33BUKB20201555555556":                      "KD,GB33BUKB20201555555556",
		"https://desk.example/transfers/49983981":        "49983981",
		"a,4111111111111112":                             "a,4111111111111112",
		"GB33 BUKB 2020 1555 5555 55 49983981":           "49983981",
		"Ada,GB33BUKB20201555555555,49983981":            "49983981",
		"6b1f9e3c-4111-4111-8111-411111111111,something": "6b1f9e3c-4111-4111-8111-411111111111",
	} {
		found := false
		for _, term := range Read(text).Terms {
			found = found || term.Text == want
		}
		if !found {
			t.Errorf("%q: %v", text, Read(text).Terms)
		}
	}
}

// The longest paste of nothing but IBANs is covered whole.
func TestEachOfManyIBANsIsCovered(t *testing.T) {
	text := strings.Repeat("a,GB33BUKB20201555555555,", MaxText/25)
	if q := Read(text); q.Skipped[IBANs] != MaxText/25 || strings.Contains(q.Text, "GB33") {
		t.Errorf("%d IBANs of %d", q.Skipped[IBANs], MaxText/25)
	}
}
