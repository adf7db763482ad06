package answer_test

import (
	"strings"
	"testing"

	"transferdesk/internal/answer"
)

var (
	european = answer.Holder{Country: "DE", Type: "PERSONAL"}
	american = answer.Holder{Country: "US", Type: "PERSONAL"}
)

func TestPapersAreMadeOfWhatStandsAsPaidOut(t *testing.T) {
	back := to("18 Nov 14:03", sent, bounced)
	for name, c := range map[string]struct {
		tale          tale
		receipt, says string // why there is none; empty: there is one
		proof         string
	}{
		"paid out":             {tale: paidOut()},
		"seen as paid out":     {tale: tale{to("16 Nov 09:12", "", waiting), seen("18 Nov 08:00", sent)}},
		"paid out again":       {tale: paidOut(back, to("19 Nov 09:00", bounced, process), to("20 Nov 09:00", process, sent))},
		"failed":               {tale: paidOut(fail("18 Nov 14:02", "WRONG_NAME")), says: "reported that this payout failed", proof: "reported that this payout failed"},
		"waiting":              {tale: tale{to("16 Nov 09:12", "", waiting)}, receipt: "It is not paid out yet. Wise makes a receipt once it is.", proof: "It is not paid out yet."},
		"announced":            {tale: tale{to("16 Nov 09:12", waiting, announced)}, receipt: "It is not paid out yet. Wise makes a receipt once it is.", proof: "It is not paid out yet."},
		"converted":            {tale: tale{to("16 Nov 09:12", process, converted)}, receipt: "Wise makes a receipt once it is.", proof: "It is not paid out yet."},
		"came back":            {tale: paidOut(back), receipt: "It was paid out and came back. Wise makes a receipt only of what stands", proof: "came back. A proof of payout would mislead."},
		"in process again":     {tale: paidOut(back, to("19 Nov 09:00", bounced, process)), receipt: "came back", proof: "came back"},
		"taken back":           {tale: paidOut(to("18 Nov 09:00", sent, process)), receipt: "Wise took the payout back.", proof: "took the payout back"},
		"refunded after it":    {tale: paidOut(back, to("20 Nov 09:00", bounced, refunded)), receipt: "came back", proof: "came back"},
		"a refund is reported": {tale: paidOut(refund("18 Nov 09:00", "5", "EUR")), receipt: "Wise has reported a refund", proof: "reported a refund"},
		"charged back after":   {tale: paidOut(to("18 Nov 09:00", sent, charged)), receipt: "charged back after", proof: "charged back after"},
		"cancelled":            {tale: tale{to("16 Nov 09:12", waiting, cancelled)}, receipt: "It was never paid out, as far as", proof: "never paid out"},
		"unknown":              {tale: tale{to("16 Nov 09:12", process, unknown)}, receipt: "Wise has not told us", proof: "Wise has not told us"},
		"a state of no words":  {tale: tale{to("16 Nov 09:12", process, "on_the_moon")}, receipt: "Wise has not told us", proof: "Wise has not told us"},
		"only heard of":        {tale: tale{fail("16 Nov 09:12", "WRONG_NAME")}, receipt: "Wise has not told us", proof: "Wise has not told us"},
		"a payment in":         {tale: tale{incoming("16 Nov 09:12", "5", "EUR"), to("16 Nov 09:12", process, sent)}, receipt: "a payment to the customer", proof: "a payment to the customer"},
	} {
		f := c.tale.facts()
		got := answer.ReceiptOf(f, european)
		if (got.Why == "") != (c.receipt == "") || !strings.Contains(got.Why, c.receipt) || !strings.Contains(got.Note, c.says) || got.Combined {
			t.Errorf("%s: the receipt is %+v, want %q, saying %q", name, got, c.receipt, c.says)
		}
		proof := answer.ProofOf(f)
		if (proof.Why == "") != (c.proof == "") || !strings.Contains(proof.Why, c.proof) {
			t.Errorf("%s: the proof is %+v, want %q", name, proof, c.proof)
		}
	}
}

func TestPersonalCustomersInTheUSGetTheCombinedReceipt(t *testing.T) {
	onItsWay := tale{to("16 Nov 09:12", waiting, announced)}
	for name, c := range map[string]struct {
		tale     tale
		holder   answer.Holder
		offered  bool
		combined bool
		says     string
	}{
		"paid out":                        {paidOut(), american, true, true, "US combined receipt"},
		"announced":                       {onItsWay, american, true, true, "does not say that the money was paid out"},
		"converted":                       {tale{to("16 Nov 09:12", process, converted)}, american, false, true, "when the payment is announced, and again once it is paid out"},
		"only waiting":                    {tale{to("16 Nov 09:12", "", waiting)}, american, false, false, "once it is"},
		"came back":                       {paidOut(to("18 Nov 14:03", sent, bounced)), american, false, false, "came back"},
		"in process again after a return": {paidOut(to("18 Nov 14:03", sent, bounced), to("19 Nov 09:00", bounced, process)), american, false, false, "came back"},
		"a US company":                    {paidOut(), answer.Holder{Country: "US", Type: "BUSINESS"}, true, false, ""},
		"a US company, announced":         {onItsWay, answer.Holder{Country: "US", Type: "BUSINESS"}, false, false, "once it is."},
		"nobody knows where, paid out":    {paidOut(), answer.Holder{}, true, false, "where the customer lives is not known yet"},
		"nobody knows where, announced":   {onItsWay, answer.Holder{}, false, false, "where this customer lives is not known"},
		"in the US, of no known type":     {paidOut(), answer.Holder{Country: "US"}, true, false, "not known"},
		"elsewhere, of no known type":     {paidOut(), answer.Holder{Country: "GB"}, true, false, ""},
	} {
		got := answer.ReceiptOf(c.tale.facts(), c.holder)
		if (got.Why == "") != c.offered || got.Combined != c.combined || !strings.Contains(got.Why+got.Note, c.says) || c.says == "" && got.Note != "" {
			t.Errorf("%s: got %+v, want offered %v, combined %v, saying %q", name, got, c.offered, c.combined, c.says)
		}
	}
}
