package reason

import (
	"strings"
	"testing"
)

// A forbidden word is found however it is written.
func TestForbiddenWordsDoNotHide(t *testing.T) {
	for _, text := range []string{
		"because of frаud", "because of ｆｒａｕｄ", "because of f\u200braud", "because of fra\u00adud", "because of f\u2060r\u2060a\u2060u\u2060d",
		"because of f r a u d", "because of f.r.a.u.d", "because of fr-aud", "because of fra\nud", "because of fr4ud", "because of FRAUD",
		"because of fráud", "because of 𝐟𝐫𝐚𝐮𝐝", "because of ſanctions", "because of sanct1ons", "because of sanc tions", "an A.M.L. matter", "an A M L matter", "an Αml matter",
		"a сompliance matter", "a c0mpliance matter", "a com\u034fpliance matter", "f\u3164r\u3164a\u3164u\u3164d", "a rısk matter", "a ri\u0301sk matter",
		"in 24h", "in 24 h", "in 2 d", "in 2\u00a0d", "in two d", "48hrs", "in 3 wks", "within ٢٤h", "in 48-h", "on Mon-day", "it will be de-livered", "it will be delıvered",
		"the delivery comes", "its arrival", "it is arriving", "to\u200bmorrow", "under a re\u00adview", "ACCOUNT＿CLOSED", "an illicit payment", "a criminal matter", "immediately",
	} {
		if Forbidden(text) == nil {
			t.Errorf("nothing is found in %q", text)
		}
	}
}

// What the product itself says to customers is left alone.
func TestForbiddenLeavesOrdinaryWordsAlone(t *testing.T) {
	for _, text := range []string{
		"Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC).", "It is back at Wise, which will either deliver it or refund it.",
		"Zażółć gęślą jaźń", "Ihr Zahlungsempfänger", "ask the recipient's bank; a card came back undelivered",
		"because the recipient’s account is closed", "the amount that arrived does not cover it", "compare it digit by digit",
	} {
		if found := Forbidden(text); found != nil {
			t.Errorf("%v is found in %q", found, text)
		}
	}
}

// Looking for what hides costs little where nothing does: it is done for every answer.
func BenchmarkForbidden(b *testing.B) {
	text := strings.Repeat("Your payment of 1,250.00 EUR could not be paid out because the account is closed. ", 3)
	for b.Loop() {
		Forbidden(text)
	}
}
