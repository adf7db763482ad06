package answer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// stay is a stay in a state, with the state before it.
func stay(at string, from, state customer.UserState, kind, why string) customer.UserVisit {
	return customer.UserVisit{State: state, From: from, At: clock(at), Type: kind, Reason: why}
}

// printAccount lays the account out as the goldens have it.
func printAccount(a answer.Account) string {
	appealable := "null"
	if a.Appealable != nil {
		appealable = fmt.Sprint(*a.Appealable)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %s, appealable %s\n", a.Label, a.Tone, a.WhoActs, appealable)
	for _, line := range []struct{ name, text string }{
		{"headline", a.Headline.Text}, {"works", a.Works.Text}, {"why", a.Why.Text}, {"appeal", a.Appeal.Text}, {"tell", a.CustomerText.Text},
	} {
		if line.text != "" {
			fmt.Fprintf(&b, "%s: %s\n", line.name, line.text)
		}
	}
	for _, f := range a.Flags {
		fmt.Fprintf(&b, "flag %s: %s\n", f.Code, f.Text)
	}
	return b.String()
}

// TestForAccount: what the state of a user's account says, word for word.
func TestForAccount(t *testing.T) {
	const active, withdraw, dead = customer.Active, customer.WithdrawOnly, customer.Deactivated
	later := clock("21 Nov 08:00").AddDate(0, 3, 0)
	for _, c := range []struct {
		name  string
		facts customer.UserFacts
		now   time.Time
		want  string
	}{
		{"nothing known", user(), now, `
Not known, neutral, us, appealable null
headline: Wise has not told us the state of this account.
`},
		{"active from the start", user(stay("2 Nov 10:00", "", active, "", "")), now, `
Active, done, nobody, appealable null
headline: The account is active.
works: Everything works.
`},
		{"withdraw only, a suspension without a reason", user(stay("20 Nov 10:00", active, withdraw, customer.AccountSuspension, "")), now, `
Can withdraw only, problem, sender, appealable true
headline: Can withdraw only: the 90 days end on 18 Feb 2027, in 89 days.
works: Works: sending from the balance to themselves and others, the card, ordering cards, converting, opening and closing balances, statements. Does not: receiving, and paying in from an outside bank.
why: Wise has not given a reason that we may pass on.
appeal: It is a suspension: we can ask Wise to look again. Promise nothing, and say nothing of why.
tell: Your account can only be used to take money out. Please move your money within 90 days of 20 Nov 2026 (UTC), that is before 18 Feb 2027.
`},
		{"withdraw only, asked for by the customer", user(stay("20 Nov 10:00", active, withdraw, customer.AccountSuspension, "REQUESTED_BY_CUSTOMER_CS")), now, `
Can withdraw only, problem, sender, appealable true
headline: Can withdraw only: the 90 days end on 18 Feb 2027, in 89 days.
works: Works: sending from the balance to themselves and others, the card, ordering cards, converting, opening and closing balances, statements. Does not: receiving, and paying in from an outside bank.
why: Requested by the customer, says Wise.
appeal: The customer asked for it: offer to reopen, not to appeal. If the customer denies having asked, treat it as a take-over: fraud line.
tell: Your account can only be used to take money out. Please move your money within 90 days of 20 Nov 2026 (UTC), that is before 18 Feb 2027.
`},
		{"the 90 days are over and no closing is reported", user(stay("20 Nov 10:00", active, withdraw, "", "")), later, `
Can withdraw only, problem, us, appealable null
headline: The time ended on 18 Feb 2027; Wise has not reported the closing.
works: Not certain any more: the 90 days are over. Ask Wise before saying what still works.
why: Wise has not given a reason that we may pass on.
appeal: Wise has not said whether it is a suspension or a closure: ask Wise before saying yes or no to an appeal.
tell: The time to take money out of your account has ended; please get in touch with us.
`},
		{"deactivated, a closure with a reason that has no words", user(stay("20 Nov 10:00", active, dead, customer.AccountClosure, "AML_\u202eREVIEW")), now, `
Deactivated, final, us, appealable false
headline: The account has been deactivated since 20 Nov: nothing works.
works: Nothing works; our tokens for this user are revoked, and Wise answers 401.
why: Wise gives a reason that we have no words for: “AML_\u202eREVIEW”. For the desk only.
appeal: It is a closure: it cannot be appealed. If a balance is left, ask Wise how it is paid out.
tell: Your account cannot be used at present. Please get in touch with us.
`},
		{"deactivated, a type that nobody knows", user(stay("20 Nov 10:00", active, dead, "ACCOUNT_PAUSE", "")), now, `
Deactivated, final, us, appealable null
headline: The account has been deactivated since 20 Nov: nothing works.
works: Nothing works; our tokens for this user are revoked, and Wise answers 401.
why: Wise has not given a reason that we may pass on.
appeal: Wise gives a type that we don't know (ACCOUNT_PAUSE): ask Wise whether it can be appealed.
tell: Your account cannot be used at present. Please get in touch with us.
`},
		{"active again after withdraw only", user(stay("2 Nov 10:00", active, withdraw, "", ""), stay("18 Nov 10:00", withdraw, active, "", "")), now, `
Active, done, nobody, appealable null
headline: The account has been active again since 18 Nov.
works: Everything works again; an earlier end date no longer counts.
tell: Your account can be used again.
`},
		{"active again, and only previous_state tells of the deactivation", user(stay("18 Nov 10:00", dead, active, "", "")), now, `
Active, done, us, appealable null
headline: The account has been active again since 18 Nov.
works: Everything works again, except that tokens from before the deactivation stay dead: link the account anew.
tell: Your account can be used again; please link it with us anew.
`},
		{"a state that nobody knows", user(stay("18 Nov 10:00", active, "VIEW_ONLY", "", "")), now, `
VIEW_ONLY, neutral, us, appealable null
headline: Wise says: VIEW_ONLY; we don't know the word yet.
works: Not known: ask Wise what works in this state.
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			same(t, printAccount(answer.ForAccount(c.facts, c.now, time.UTC)), c.want)
		})
	}
}

// TestTheNinetyDays: calendar days in UTC, to the last one and past it.
func TestTheNinetyDays(t *testing.T) {
	facts := user(stay("20 Nov 23:30", customer.Active, customer.WithdrawOnly, customer.AccountSuspension, ""))
	for at, want := range map[string]struct {
		days int
		over bool
		says string
	}{
		"2026-11-20T23:59:00Z": {90, false, "in 90 days"},
		"2026-11-21T00:01:00Z": {89, false, "in 89 days"},
		"2027-02-17T23:59:00Z": {1, false, "in 1 day."},
		"2027-02-18T00:00:00Z": {0, false, "today"},
		"2027-02-18T23:59:59Z": {0, false, "today"},
		"2027-02-19T00:00:00Z": {-1, true, "has not reported the closing"},
	} {
		moment, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		a := answer.ForAccount(facts, moment, time.UTC)
		if a.Until == nil || a.Until.Format(time.DateOnly) != "2027-02-18" || a.DaysLeft != want.days || a.Over != want.over || !strings.Contains(a.Headline.Text, want.says) {
			t.Errorf("at %s: until %v, %d days left, over %v: %s", at, a.Until, a.DaysLeft, a.Over, a.Headline.Text)
		}
	}
}

// TestAccountTextsFitAndLeakNothing: no reason and no type reaches a customer,
// whatever stands in them, and every headline fits.
func TestAccountTextsFitAndLeakNothing(t *testing.T) {
	long := strings.Repeat("AML_FRAUD_\x00", 200)
	for _, state := range []customer.UserState{"", customer.Active, customer.WithdrawOnly, customer.Deactivated, customer.UserState(long)} {
		for _, text := range []string{"", long, "SUSPECTED_FRAUD", customer.AccountSuspension} {
			for _, at := range []time.Time{now, now.AddDate(2, 0, 0)} {
				a := answer.ForAccount(user(stay("18 Nov 10:00", "", state, text, text)), at, time.UTC)
				if n := utf8.RuneCountInString(a.Headline.Text); n == 0 || n > 90 {
					t.Errorf("the headline has %d runes: %s", n, a.Headline.Text)
				}
				told := a.CustomerText.Text
				for _, word := range []string{"aml", "fraud", "suspension", "suspen", "\x00", "_"} {
					if strings.Contains(strings.ToLower(told), word) {
						t.Errorf("%q stands in %q", word, told)
					}
				}
			}
		}
	}
}

// TestAGapInTheAccountsHistoryIsSaid: also that a time was taken from the sending.
func TestAGapInTheAccountsHistoryIsSaid(t *testing.T) {
	missing := stay("18 Nov 10:00", customer.WithdrawOnly, customer.Deactivated, "", "")
	missing.Gap, missing.BySent = true, true
	facts := user(stay("2 Nov 10:00", "", customer.Active, "", ""), missing)
	facts.Flags = []string{customer.FlagGap, customer.FlagTimeBySent, customer.FlagTimeNotUsable, evidence.FlagUnknownVersion}
	var got []string
	for _, f := range answer.ForAccount(facts, now, time.UTC).Flags {
		got = append(got, f.Code+": "+f.Text)
	}
	same(t, strings.Join(got, "\n"), strings.Join([]string{
		"gap: An event is missing before 18 Nov 2026, 10:00 UTC: Wise names “Can withdraw only”, which we do not hold.",
		"time_by_sent: An event has no usable time of its own; it is placed by when Wise sent it.",
		"time_not_usable: An event about the account has no usable time; nothing rests on it.",
		"unknown_version: An event came in a version that we do not know; what could be read of it is used.",
	}, "\n"))
}

// TestTheAccountStandsBesideTheAnswer: a restriction is a flag, says what it
// means for this transfer, and changes no row.
func TestTheAccountStandsBesideTheAnswer(t *testing.T) {
	account := user(stay("20 Nov 10:00", customer.Active, customer.WithdrawOnly, customer.AccountSuspension, ""))
	for _, c := range []struct {
		name    string
		tale    tale
		funding answer.Funding
		code    answer.Code
		want    string
	}{
		{"waits to be funded", tale{to("16 Nov 09:12", "", waiting)}, answer.ByCustomer, answer.WaitingFunding, "The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days. It cannot be funded from an outside bank any more."},
		{"waits for us", tale{to("16 Nov 09:12", "", waiting)}, answer.ByCompany, answer.WaitingFunding, "The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days."},
		{"is back at Wise", returned("WRONG_NAME"), answer.ByCustomer, answer.Returned, "The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days. Where a refund would go is not documented: open a case with Wise."},
	} {
		a := answer.Compose(answer.Input{Facts: c.tale.facts(), Account: &account, Catalogue: reason.Builtin(), Funding: c.funding, Now: now, Zone: time.UTC, Company: time.UTC})
		if a.Code != c.code || len(a.Flags) != 1 || a.Flags[0].Code != answer.FlagAccountRestricted || a.Flags[0].Text != c.want {
			t.Errorf("%s: %s, %+v", c.name, a.Code, a.Flags)
		}
		if strings.Contains(a.Next.Text, "The sender pays it") || c.funding == answer.ByCustomer && a.Code == answer.WaitingFunding && !slices.Contains(a.Next.Evidence, a.Flags[0].Evidence[0]) {
			t.Errorf("%s: %+v", c.name, a.Next)
		}
	}
	active := user(stay("20 Nov 10:00", "", customer.Active, "", ""))
	a := answer.Compose(answer.Input{Facts: paidOut().facts(), Account: &active, Catalogue: reason.Builtin(), Now: now})
	if len(a.Flags) != 0 {
		t.Errorf("an active account is flagged: %+v", a.Flags)
	}
}
