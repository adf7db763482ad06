package answer_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// asks composes the answer to a tale with what Wise's API says was sent.
func (tl tale) asks(amount, currency, fetched string) answer.Answer {
	return answer.Compose(answer.Input{
		Facts: tl.facts(), Catalogue: builtin, Funding: answer.ByCustomer, Now: now, Zone: time.UTC, Company: time.UTC,
		Source: &answer.SourceTold{Amount: sum(amount, currency), FetchedAt: clock(fetched)},
	})
}

// gaveBack is a transfer without a debit that came back and was refunded.
func gaveBack(with ...transfer.Event) tale {
	return append(tale{
		to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("16 Nov 11:58", process, sent),
		to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded),
	}, with...)
}

// TestARefundBesideWhatWasSent: only one refund and one amount sent, in one currency
// that exists, are compared; everything else says why it is not.
func TestARefundBesideWhatWasSent(t *testing.T) {
	const (
		debited = "that a balance was debited for it on 16 Nov"
		fees    = " Wise says of a refund's amount that it “includes any applicable fees”, and has not said what makes the difference here."
		banks   = " On SWIFT routes banks in between may take fees: that is possible, and Wise has not said that it happened here."
		none    = "It is not compared with what was sent: one of the two is nothing, less than nothing or in a currency that we do not know."
	)
	paid := func(amount, currency string) transfer.Event { return debit("16 Nov 11:41", amount, currency) }
	back := func(amount, currency string) transfer.Event { return refund("20 Nov 10:00", amount, currency) }
	for _, c := range []struct {
		name string
		told answer.Answer
		want string
	}{
		{"less", gaveBack(paid("1250", "EUR"), back("1222", "EUR")).told(answer.ByCustomer), "less 28.00 EUR: 28.00 EUR less than the 1,250.00 EUR " + debited + "." + fees + banks},
		{"the same, with other digits", gaveBack(paid("1250", "EUR"), back("1250.00", "EUR")).told(answer.ByCustomer), "same : The same as the 1,250.00 EUR " + debited + "."},
		{"more", gaveBack(paid("1250", "EUR"), back("1250.01", "EUR")).told(answer.ByCustomer), "more 0.01 EUR: 0.01 EUR more than the 1,250.00 EUR " + debited + "." + fees},
		{"yen have no cents", gaveBack(paid("5000", "JPY"), back("4999", "JPY")).told(answer.ByCustomer), "less 1 JPY: 1 JPY less than the 5,000 JPY " + debited + "." + fees + banks},
		{"another currency", gaveBack(paid("1250", "EUR"), back("1222", "GBP")).told(answer.ByCustomer), "other_currency : It cannot be compared with the 1,250.00 EUR " + debited + ": it is in another currency."},
		{"a currency of no country", gaveBack(paid("1250", "XXQ"), back("1222", "XXQ")).told(answer.ByCustomer), "not_comparable : " + none},
		{"a currency in small letters", gaveBack(paid("1250", "EUR"), back("1222", "eur")).told(answer.ByCustomer), "not_comparable : " + none},
		{"nothing was refunded", gaveBack(paid("1250", "EUR"), back("0", "EUR")).told(answer.ByCustomer), "not_comparable : " + none},
		{"less than nothing was refunded", gaveBack(paid("1250", "EUR"), back("-5", "EUR")).told(answer.ByCustomer), "not_comparable : " + none},
		{"less than nothing was debited", gaveBack(paid("-1250", "EUR"), back("1222", "EUR")).told(answer.ByCustomer), "not_comparable : " + none},
		{"more than any bank has", gaveBack(paid(strings.Repeat("9", 40), "EUR"), back("1e-30", "EUR")).told(answer.ByCustomer), "less 9,999,999,999,999,999,999,999,999,999,999,999,999,998.999999999999999999999999999999 EUR: 9,999,999,999,999,999,999,999,999,999,999,999,999,998.999999999999999999999999999999 EUR less than the 9,999,999,999,999,999,999,999,999,999,999,999,999,999.00 EUR " + debited + "." + fees + banks},
		{"nobody told what was sent", gaveBack(back("1222", "EUR")).told(answer.ByCustomer), "sent_not_known : We don't hold what was sent: no debit names this transfer, and Wise's API has not told the amount."},
		{"two debits", gaveBack(paid("1250", "EUR"), debit("16 Nov 11:42", "5", "EUR"), back("1222", "EUR")).told(answer.ByCustomer), "sent_not_known : We don't hold what was sent: several debits name this transfer, and nobody has said which of them it was."},
		{"Wise's API told it", gaveBack(back("1222", "EUR")).asks("1250", "EUR", "19 Nov 08:00"), "less 28.00 EUR: 28.00 EUR less than the 1,250.00 EUR that Wise's API names as the amount sent (asked 2 d ago; whether the fee is in it, it does not say)." + fees + banks},
		{"an event goes before Wise's API", gaveBack(paid("1250", "EUR"), back("1222", "EUR")).asks("9", "EUR", "19 Nov 08:00"), "less 28.00 EUR: 28.00 EUR less than the 1,250.00 EUR " + debited + "." + fees + banks},
		{"taken back", gaveBack(paid("1250", "EUR"), back("1222", "EUR"), to("20 Nov 12:00", refunded, process)).told(answer.ByCustomer), "taken_back : Wise has taken it back into process, so that it is not compared with what was sent."},
		{"of a payment to the customer", tale{incoming("16 Nov 11:58", "1250", "EUR"), to("16 Nov 11:58", process, sent), to("20 Nov 10:00", sent, refunded), back("1222", "EUR")}.told(answer.ByCustomer), "inbound : It is of a payment to the customer, so that there is nothing that they sent."},
	} {
		r := c.told.Refunds[0]
		if got := string(r.Compared) + " " + r.Difference.String() + ": " + r.Text.Text; got != c.want {
			t.Errorf("%s: told\n%s\nwant\n%s", c.name, got, c.want)
		}
		if flagged := slices.ContainsFunc(c.told.Flags, func(f answer.Flag) bool { return f.Code == answer.FlagRefundDiffers }); flagged != r.Difference.Known() {
			t.Errorf("%s: flagged is %v:\n%s", c.name, flagged, said(c.told))
		}
		if len(r.Text.Evidence) == 0 {
			t.Errorf("%s: the comparison rests on nothing", c.name)
		}
	}
}

// TestSeveralRefundsAreNotAddedUp: nobody has said that they are parts of one.
func TestSeveralRefundsAreNotAddedUp(t *testing.T) {
	a := gaveBack(debit("16 Nov 11:41", "1250", "EUR"), refund("20 Nov 10:00", "1240", "EUR"), refund("20 Nov 12:00", "10", "EUR")).told(answer.ByCustomer)
	for _, r := range a.Refunds {
		if want := "Wise reports 2 refunds and has not said that they are parts of one: they are not added up, nor compared with what was sent."; r.Compared != answer.RefundSeveral || r.Text.Text != want {
			t.Errorf("%s: %s", r.Compared, r.Text.Text)
		}
	}
	if len(a.Refunds) != 2 || strings.Contains(said(a), answer.FlagRefundDiffers) || strings.Contains(a.CustomerText.Text, "than was sent") {
		t.Errorf("%d refunds; %s; %s", len(a.Refunds), said(a), a.CustomerText.Text)
	}
}

// TestTheDifferenceIsFlaggedWithBothSides: the refund's event and the debit's.
func TestTheDifferenceIsFlaggedWithBothSides(t *testing.T) {
	a := gaveBack(debit("16 Nov 11:41", "1250", "EUR"), refund("20 Nov 10:00", "1222", "EUR")).told(answer.ByCustomer)
	i := slices.IndexFunc(a.Flags, func(f answer.Flag) bool { return f.Code == answer.FlagRefundDiffers })
	if i < 0 {
		t.Fatal("no flag")
	}
	f := a.Flags[i]
	if want := "The refund of 1,222.00 EUR is 28.00 EUR less than was sent (1,250.00 EUR). Wise has not said why."; f.Text != want || !slices.Equal(f.Evidence, evidence.IDs{6, 7}) || !f.Since.Equal(clock("20 Nov 10:00")) {
		t.Errorf("%+v", f)
	}
}

// TestTheCustomerHearsTheDifferenceAsAFact: without a cause, and only where events
// tell both amounts.
func TestTheCustomerHearsTheDifferenceAsAFact(t *testing.T) {
	less := gaveBack(debit("16 Nov 11:41", "1250", "EUR"), refund("20 Nov 10:00", "1222", "EUR"))
	for _, c := range []struct {
		name string
		told answer.Answer
		want string
	}{
		{"to a bank", less.told(answer.ByCustomer), "Wise refunded 1,222.00 EUR on 20 Nov 2026 (UTC), 28.00 EUR less than was sent; your bank may need some time to show it."},
		{"to a balance", append(less, credit("20 Nov 10:00", "1222", "EUR")).told(answer.ByCustomer), "Wise refunded 1,222.00 EUR to your Wise balance on 20 Nov 2026 (UTC), 28.00 EUR less than was sent."},
		{"more", gaveBack(debit("16 Nov 11:41", "1250", "EUR"), refund("20 Nov 10:00", "1255", "EUR")).told(answer.ByCustomer), "Wise refunded 1,255.00 EUR on 20 Nov 2026 (UTC), 5.00 EUR more than was sent; your bank may need some time to show it."},
		{"the same", gaveBack(debit("16 Nov 11:41", "1250", "EUR"), refund("20 Nov 10:00", "1250", "EUR")).told(answer.ByCustomer), "Wise refunded 1,250.00 EUR on 20 Nov 2026 (UTC); your bank may need some time to show it."},
		{"only Wise's API tells what was sent", gaveBack(refund("20 Nov 10:00", "1222", "EUR")).asks("1250", "EUR", "19 Nov 08:00"), "Wise refunded 1,222.00 EUR on 20 Nov 2026; your bank may need some time to show it."},
		{"it came back to us", less.told(answer.ByCompany), "The money came back from Wise to us on 20 Nov 2026 (UTC), and it is for us to return it to you."},
	} {
		text := c.told.CustomerText.Text
		if !strings.Contains(text, c.want) || strings.Contains(strings.ToLower(text), "fee") || strings.Count(text, ". ") > 2 {
			t.Errorf("%s: the customer is told %q", c.name, text)
		}
	}
}
