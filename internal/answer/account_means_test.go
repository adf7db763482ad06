package answer_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
)

// TestWhatARestrictionMeansForATransfer: by where the money is; nothing is promised
// that is not documented.
func TestWhatARestrictionMeansForATransfer(t *testing.T) {
	const (
		unfunded  = "It cannot be funded from an outside bank any more."
		elsewhere = "Where a refund would go is not documented: open a case with Wise."
		goesOn    = "It is in process and goes on."
		open      = "Whether it still goes on is not documented: ask Wise."
	)
	limited := answer.ForAccount(user(stay("20 Nov 10:00", customer.Active, customer.WithdrawOnly, "", "")), now, time.UTC)
	over := answer.ForAccount(user(stay("20 Nov 10:00", customer.Active, customer.WithdrawOnly, "", "")), now.AddDate(0, 4, 0), time.UTC)
	dead := answer.ForAccount(user(stay("20 Nov 10:00", customer.WithdrawOnly, customer.Deactivated, "", "")), now, time.UTC)
	looks := answer.ForProfile(*profileIn("ACTIVE", "VIEW_ONLY"), now, time.UTC)
	active := answer.ForAccount(user(stay("20 Nov 10:00", "", customer.Active, "", "")), now, time.UTC)
	processed := tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process)}
	for _, c := range []struct {
		name    string
		account answer.Account
		tale    tale
		funding answer.Funding
		want    string
	}{
		{"waits for the customer's bank", limited, tale{to("16 Nov 09:12", "", waiting)}, answer.ByCustomer, unfunded},
		{"is announced by the customer's bank", limited, tale{to("16 Nov 09:12", waiting, announced)}, answer.ByCustomer, unfunded},
		{"waits for us", limited, tale{to("16 Nov 09:12", "", waiting)}, answer.ByCompany, ""},
		{"is in process", limited, processed, answer.ByCustomer, goesOn},
		{"is converted", limited, append(slices.Clone(processed), to("16 Nov 11:41", process, converted)), answer.ByCompany, goesOn},
		{"is in process when the time is over", over, processed, answer.ByCustomer, open},
		{"is in process when nothing works any more", dead, processed, answer.ByCustomer, open},
		{"is in process of a profile that may only look", looks, processed, answer.ByCustomer, open},
		{"came back", limited, returned("WRONG_NAME"), answer.ByCompany, elsewhere},
		{"came back, and is in process", limited, returned("WRONG_NAME", to("18 Nov 10:00", bounced, process)), answer.ByCustomer, elsewhere},
		{"was cancelled after it was funded", limited, append(slices.Clone(processed), to("16 Nov 12:00", process, cancelled)), answer.ByCustomer, elsewhere},
		{"has a refund whose state is to come", limited, returned("WRONG_NAME", refund("18 Nov 10:00", "1", "EUR")), answer.ByCustomer, elsewhere},
		{"was cancelled unfunded", limited, tale{to("2 Nov 09:12", "", waiting), to("16 Nov 08:00", waiting, cancelled)}, answer.ByCustomer, ""},
		{"was paid out", limited, paidOut(), answer.ByCustomer, ""},
		{"was refunded", limited, returned("WRONG_NAME", to("18 Nov 10:00", bounced, refunded), refund("18 Nov 10:00", "1", "EUR")), answer.ByCustomer, ""},
		{"is a payment to the customer", limited, tale{incoming("16 Nov 11:58", "1", "EUR"), to("16 Nov 11:58", "", process)}, answer.ByCustomer, ""},
		{"nothing is restricted", active, processed, answer.ByCustomer, ""},
	} {
		if got := c.account.Means(c.tale.facts(), c.funding); got != c.want {
			t.Errorf("a transfer that %s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestEveryTransferOnItsWayIsInFlightOnce: no transfer has two of the watches that say
// so, and none of those that the restriction says something of has none.
func TestEveryTransferOnItsWayIsInFlightOnce(t *testing.T) {
	limited := answer.ForAccount(user(stay("1 Nov 10:00", customer.Active, customer.WithdrawOnly, "", "")), now, time.UTC)
	for _, p := range append(slices.Clone(places), place{tale: func(string) tale { return tale{refund("18 Nov 10:00", "1", "EUR")} }}) {
		for _, code := range []string{"WRONG_NAME", transfer.Retryable} {
			f := p.tale(code).facts()
			n := countDue(f, transfer.InFlight()...)
			if n > 1 || n == 0 && limited.Means(f, answer.ByCustomer) != "" {
				t.Errorf("%s with %s has %d of the watches of a transfer in flight, and the restriction says %q", p.want, code, n, limited.Means(f, answer.ByCustomer))
			}
		}
	}
}

// TestTheChecksOfMoneyAndTheirWatchesAgree: the queue counts what the page flags.
func TestTheChecksOfMoneyAndTheirWatchesAgree(t *testing.T) {
	watch := map[string]transfer.WatchKind{
		answer.FlagRefundEventMissing: transfer.WatchRefundEventMissing, answer.FlagRefundStateMissing: transfer.WatchRefundStateMissing,
		answer.FlagCreditUnexplained: transfer.WatchCredit, answer.FlagRefundDiffers: transfer.WatchRefundDiffers, transfer.FlagGap: transfer.WatchGap,
	}
	odd := []transfer.Event{credit("18 Nov 12:00", "9", "EUR"), refund("18 Nov 13:00", "9", "XXQ"), refund("18 Nov 13:00", "-9", "EUR"), refund("18 Nov 13:00", "9", "EUR"), debit("16 Nov 11:00", "0", "EUR")}
	seen := map[string]int{}
	for _, p := range places {
		for i := range odd {
			f := append(slices.Clone(p.tale("WRONG_NAME")), odd[i]).facts()
			a := answer.Compose(answer.Input{Facts: f, Catalogue: builtin, Funding: answer.ByCustomer, Now: now, RefundEventAfter: time.Nanosecond})
			if halves := countDue(f, transfer.WatchRefundEventMissing, transfer.WatchRefundStateMissing, transfer.WatchCredit); halves > 1 {
				t.Errorf("%s and %+v: it stands %d times in the list of what disagrees", p.want, odd[i].Kind, halves)
			}
			for code, kind := range watch {
				if code == transfer.FlagGap && f.Inbound != nil {
					continue // a payment to the customer is watched by nobody
				}
				_, watched := f.Watch(kind)
				flagged := slices.ContainsFunc(a.Flags, func(f answer.Flag) bool { return f.Code == code })
				if watched != flagged {
					t.Errorf("%s and %+v: %s is flagged %v and watched %v", p.want, odd[i].Kind, code, flagged, watched)
				}
				if flagged {
					seen[code]++
				}
			}
		}
	}
	if len(seen) != len(watch) {
		t.Errorf("only %v were flagged at all", seen)
	}
}

// countDue counts the watches of these kinds that a transfer has.
func countDue(f transfer.Facts, kinds ...transfer.WatchKind) (n int) {
	for _, kind := range kinds {
		if _, ok := f.Watch(kind); ok {
			n++
		}
	}
	return n
}

// TestTheChecksOfACustomersAccount: what restricts it with what is on its way, the end
// of the time, and tokens that stay dead.
func TestTheChecksOfACustomersAccount(t *testing.T) {
	withdraw := user(stay("20 Nov 10:00", customer.Active, customer.WithdrawOnly, customer.AccountSuspension, ""))
	again := user(stay("2 Nov 10:00", customer.Active, customer.Deactivated, "", ""), stay("18 Nov 10:00", customer.Deactivated, customer.Active, "", ""))
	unharmed := user(stay("2 Nov 10:00", customer.Active, customer.WithdrawOnly, "", ""), stay("18 Nov 10:00", customer.WithdrawOnly, customer.Active, "", ""))
	for _, c := range []struct {
		name  string
		facts customer.UserFacts
		users int
		n     int64
		at    time.Time
		want  string
	}{
		{"three on their way", withdraw, 1, 3, now, "account_restricted: The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days. 3 transfers are still on their way under this restriction."},
		{"one on its way", withdraw, 1, 1, now, "account_restricted: The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days. 1 transfer is still on its way under this restriction."},
		{"none, or nobody has counted", withdraw, 1, 0, now, "account_restricted: The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days."},
		{"the time is over", withdraw, 1, 0, now.AddDate(0, 4, 0), "account_restricted: The linked user's account: the time ended on 18 Feb 2027; Wise has not reported the closing."},
		{"one user of a company", withdraw, 3, 0, now, "account_restricted: The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days. It is of this one user: the profile has 3 users, and the others are not restricted by it."},
		{"active again after a deactivation", again, 1, 0, now, "account_tokens_dead: Active again after a deactivation: tokens from before it stay dead, so the account has to be linked anew."},
		{"active again after withdraw only: the end is void", unharmed, 1, 0, now.AddDate(1, 0, 0), ""},
		{"nothing known", user(), 2, 0, now, ""},
	} {
		both := answer.ForAccounts(&c.facts, nil, c.at, time.UTC)
		both.OneOf(c.users)
		var got []string
		for _, f := range both.CustomerFlags(c.n) {
			got = append(got, f.Code+": "+f.Text)
			if len(f.Evidence) == 0 || f.Since.IsZero() {
				t.Errorf("%s: %+v rests on nothing", c.name, f)
			}
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s: told\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), c.want)
		}
	}
}
