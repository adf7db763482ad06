package templates

import "testing"

func TestAFlagSaysItsDateOnce(t *testing.T) {
	at := When{Age: "2 h", Full: "21 Nov 2026, 14:03 UTC", Short: "21 Nov, 14:03 UTC", RFC: "2026-11-21T14:03:00Z"}
	for want, f := range map[string]Flag{
		"":                                       {Text: "Follow up today."},
		"At 14:03 UTC (2 h ago)":                 {Text: "Another payment failed before, last on 21 Nov.", Since: at},
		"Since 21 Nov 2026, 14:03 UTC (2 h ago)": {Text: "Back at Wise for 2 h: longer than usual.", Since: at, Lasts: true},
		"2 h ago":                                {Text: "5 transfers failed since 21 Nov, 14:03 UTC: probably not this customer's doing.", Since: at, Lasts: true},
		"21 Nov 2026, 14:03 UTC (2 h ago)":       {Text: "What came on 121 Nov is of no day.", Since: at},
		"in 3 h":                                 {Text: "It begins on 1 Dec 2026, 09:00 UTC.", Since: When{Ahead: "3 h", Full: "1 Dec 2026, 09:00 UTC"}},
		"21 Nov 2026, 14:03 UTC (just now)":      {Text: "Not paid out since it was created.", Since: When{Full: "21 Nov 2026, 14:03 UTC (just now)"}, Lasts: true},
	} {
		if got := f.when(); got != want {
			t.Errorf("%q: got %q, want %q", f.Text, got, want)
		}
	}
}
