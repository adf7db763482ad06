package answer_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// since composes the answer to a tale whose customer was told the first n events' text,
// on 19 November, with what was kept of it read back from JSON.
func (tl tale) since(t *testing.T, n int, change ...func(*answer.Input)) answer.Answer {
	t.Helper()
	in := answer.Input{Facts: tl[:n].facts(), Catalogue: builtin, Now: clock("19 Nov 09:00"), Zone: time.UTC, Company: time.UTC}
	before := answer.Compose(in)
	kept, err := json.Marshal(before.Basis)
	if err != nil {
		t.Fatal(err)
	}
	told := answer.Telling{At: clock("19 Nov 09:00"), Text: before.CustomerText.Text}
	if err := json.Unmarshal(kept, &told.Basis); err != nil {
		t.Fatal(err)
	}
	in.Facts, in.Now, in.Telling = tl.facts(), now, &told
	for _, c := range change {
		c(&in)
	}
	return answer.Compose(in)
}

// otherwise is the flag that the customer was told otherwise.
func otherwise(a answer.Answer) (answer.Flag, bool) {
	i := slices.IndexFunc(a.Flags, func(f answer.Flag) bool { return f.Code == answer.FlagToldOtherwise })
	if i < 0 {
		return answer.Flag{}, false
	}
	return a.Flags[i], true
}

// TestTheCustomerWasToldOtherwise: what was told is not so any more, and it is said what
// is so now, by the events that came since.
func TestTheCustomerWasToldOtherwise(t *testing.T) {
	for _, c := range []struct {
		name  string
		tale  tale
		n     int // events before the telling
		now   string
		rests evidence.IDs
	}{
		{"paid out, taken back", paidOut(to("19 Nov 14:00", sent, process)), 5, "Wise took the payout of 16 Nov back into process on 19 Nov.", evidence.IDs{6}},
		{"paid out, came back", paidOut(fail("19 Nov 14:00", "ACCOUNT_CLOSED"), to("19 Nov 14:01", sent, bounced)), 5, "Returned to Wise: the recipient's account is closed. Not refunded yet.", evidence.IDs{6, 7}},
		{"back at Wise, with a reason at last", paidOut(to("18 Nov 14:01", sent, bounced), fail("18 Nov 14:00", "WRONG_NAME")), 6, "Returned to Wise: the recipient's name does not match. Not refunded yet.", evidence.IDs{7}},
		{"another reason", returned("ACCOUNT_CLOSED", fail("17 Nov 10:02", "WRONG_ACCOUNT_NUMBER")), 7, "Wise has reported another reason.", evidence.IDs{8}},
		{"refunded, and the refund taken back", returned("ACCOUNT_CLOSED", to("18 Nov 10:00", bounced, refunded), refund("18 Nov 10:00", "1240", "EUR"), to("20 Nov 10:00", refunded, process)), 9, "Wise took the refund back into process on 20 Nov; it is no longer certain.", evidence.IDs{10}},
		{"a second refund", returned("ACCOUNT_CLOSED", to("18 Nov 10:00", bounced, refunded), refund("18 Nov 10:00", "1240", "EUR"), refund("20 Nov 10:00", "5", "EUR")), 9, "The refunds that Wise has reported and not taken back are 1,240.00 EUR on 18 Nov and 5.00 EUR on 20 Nov.", evidence.IDs{10}},
		{"which amount is not certain", paidOut(debit("16 Nov 12:00", "7", "EUR")), 5, "Which amount it is for is not certain any more.", nil},
		{"a case was closed", tale{to("16 Nov 11:41", waiting, process), open("16 Nov 12:00", "deposit_proof_needed"), open("20 Nov 12:00")}, 2, "The case that Wise had is closed.", nil},
		{"a case was opened", tale{to("16 Nov 11:41", waiting, process), open("20 Nov 12:00", "deposit_proof_needed")}, 1, "The open cases are: proof of the payment is needed.", evidence.IDs{2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := c.tale.since(t, c.n)
			flag, found := otherwise(a)
			if !found {
				t.Fatalf("not flagged: %s; flags %+v", a.Headline.Text, a.Flags)
			}
			if !strings.HasPrefix(flag.Text, "The customer was told otherwise on 19 Nov: “") || !strings.HasSuffix(flag.Text, "since then: "+c.now) {
				t.Errorf("the flag says %q, want at the end %q", flag.Text, c.now)
			}
			if c.rests != nil && !slices.Equal(flag.Evidence, c.rests) || len(flag.Evidence) == 0 {
				t.Errorf("it rests on %v, want %v", flag.Evidence, c.rests)
			}
		})
	}
}

// TestWhatWasToldStands: nothing here is "otherwise".
func TestWhatWasToldStands(t *testing.T) {
	tokyo, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		t.Fatal(err)
	}
	later := func(in *answer.Input) { in.Now = in.Now.AddDate(0, 3, 0) }
	overdue := func(in *answer.Input) {
		in.Estimate = &answer.Estimate{At: clock("18 Nov 12:00"), FetchedAt: clock("17 Nov 12:00")}
	}
	zone := func(in *answer.Input) { in.Zone, in.Company = tokyo, tokyo }
	reworded := func(in *answer.Input) { in.Catalogue = reason.Catalogue{} }
	for _, c := range []struct {
		name   string
		tale   tale
		n      int
		change []func(*answer.Input)
	}{
		{"nothing has happened", paidOut(), 5, nil},
		{"time has passed", paidOut(), 5, []func(*answer.Input){later}},
		{"the estimate has passed", paidOut(), 5, []func(*answer.Input){overdue}},
		{"another zone", tale{to("16 Nov 22:00", process, sent)}, 1, []func(*answer.Input){zone}},
		{"a playbook with other words for everything", returned("ACCOUNT_CLOSED"), 7, []func(*answer.Input){reworded}},
		{"a copy of an event", paidOut(to("16 Nov 11:58", converted, sent)), 5, nil},
		{"the state follows the refund", returned("ACCOUNT_CLOSED", refund("18 Nov 10:00", "1240", "EUR"), to("18 Nov 10:00", bounced, refunded)), 8, nil},
		{"the refund's amount follows", returned("ACCOUNT_CLOSED", to("18 Nov 10:00", bounced, refunded), refund("18 Nov 10:00", "1240", "EUR")), 8, nil},
		{"a case that no customer hears of", tale{to("16 Nov 11:41", waiting, process), open("20 Nov 12:00", "aml_review")}, 1, nil},
	} {
		if flag, found := otherwise(c.tale.since(t, c.n, c.change...)); found {
			t.Errorf("%s: flagged %q", c.name, flag.Text)
		}
	}
}

// TestAStepBackSaysThatTheCustomerWasToldOtherwise: only of one that came after the telling.
func TestAStepBackSaysThatTheCustomerWasToldOtherwise(t *testing.T) {
	tl := paidOut(to("18 Nov 10:00", sent, process), to("18 Nov 11:00", process, sent), to("20 Nov 10:00", sent, process))
	var back []string
	for _, f := range tl.since(t, 7).Flags {
		if f.Code == transfer.FlagRollback {
			back = append(back, f.Text)
		}
	}
	if len(back) != 2 || strings.Contains(back[0], "told") || !strings.HasSuffix(back[1], "no longer holds, and the customer was told otherwise on 19 Nov.") {
		t.Errorf("the steps back say %q", back)
	}
}
