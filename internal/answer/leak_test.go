package answer_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/reason"
)

// hushed are words of what is internal or locked that a text for a customer could pick
// up from somewhere; plain letters, so that no spelling gets by.
var hushed = []string{"sanction", "locationhit", "partnersuspended", "suspectedfraud", "accountsuspended", "handledbycompliance", "accountsuspension", "accountclosure", "canary"}

// plainly is a text in small letters and digits alone.
func plainly(text string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(text))
}

// hushedIn lists those that stand in a text.
func hushedIn(text string) (found []string) {
	for _, word := range hushed {
		if strings.Contains(plainly(text), word) {
			found = append(found, word)
		}
	}
	return found
}

// lockedAs are spellings of codes that are for compliance alone, and the code that
// stands for them in the facts.
var lockedAs = []string{
	reason.LockedCode, "SUSPECTED_FRAUD_AML", "suspected-fraud-compliance", "SuspectedFraudSanctions", "recipient sanction hit",
	"REFERENCE_LOCATION_HIT", "Partner.Suspended", "account suspended", "X_SANCTIONS_V2", "s\u200ba\u200bnction",
}

// caseCodes are the active cases that have a card.
var caseCodes = []string{
	"deposit_amount_less_invoice", "deposit_amount_more_invoice", "prove_account_ownership_with_reference_code",
	"prove_account_ownership_with_micro_deposit", "joint_account_proof_needed", "business_order_personal_depo", "personal_order_business_depo",
	"incorrect_name_deposit", "deposit_proof_needed", "incorrect_deposit_recipient_details", "incorrect_source_account_number",
}

// standings are accounts that bear upon what is said, with a reason and a type that
// no customer may hear of.
func standings() []*customer.UserFacts {
	all := []*customer.UserFacts{nil}
	for _, state := range []customer.UserState{customer.Active, customer.WithdrawOnly, customer.Deactivated, "CANARY_STATE"} {
		for _, kind := range []string{"", customer.AccountSuspension, customer.AccountClosure} {
			facts := user(stay("2 Nov 10:00", "", state, kind, "CANARY_REASON"))
			all = append(all, &facts)
		}
	}
	return all
}

// TestNothingInternalOrLockedReachesACustomer: every row with every failure, every
// case, every spelling of what is locked and Wise's own words, whoever funds and
// however the account stands.
func TestNothingInternalOrLockedReachesACustomer(t *testing.T) {
	all := slices.Concat(codes(), lockedAs, caseCodes)
	said := 0
	for _, p := range places {
		for i, code := range all {
			facts := p.tale(code).facts()
			for n := range facts.Failures {
				facts.Failures[n].Description = "canary: a sanction hit, the name is Erika"
			}
			account := standings()[i%len(standings())]
			profile := thing(activity.ProfileState, activity.Detail{}, "VIEW_ONLY")
			for _, funding := range []answer.Funding{answer.ByCustomer, answer.ByCompany} {
				in := answer.Input{Facts: facts, Account: account, Profile: &profile, Verification: p.verificationAt(), Estimate: p.estimateAt(now),
					PayoutReference: "CANARY", Catalogue: builtin, Funding: funding, Now: now, Zone: time.UTC, Company: time.UTC}
				a := answer.Compose(in)
				said++
				if code == reason.DepositTooSmall { // the one text in which the word may stand
					a.CustomerText.Text = strings.Replace(a.CustomerText.Text, "The amount that arrived", "It", 1)
				}
				if found := append(hushedIn(a.CustomerText.Text), leaks(a, code)...); found != nil {
					t.Errorf("%s with %.40q: %q in %q", a.Code, code, found, a.CustomerText.Text)
				}
				if draft := answer.DraftCase(facts, a.Code, "CANARY"); hushedIn(draft.Subject) != nil {
					t.Errorf("%s with %.40q: the case is titled %q", a.Code, code, draft.Subject)
				}
			}
		}
	}
	if said < 4000 {
		t.Errorf("%d answers were looked at", said)
	}
}

// TestNoAccountTellsACustomerWhy: neither type nor reason, whatever stands there, for
// users and profiles, before and after the end.
func TestNoAccountTellsACustomerWhy(t *testing.T) {
	for _, facts := range standings()[1:] {
		for _, at := range []time.Time{now, now.AddDate(1, 0, 0)} {
			for _, state := range []string{"ACTIVE", "WITHDRAW_ONLY", "VIEW_ONLY", "DEACTIVATED", "CANARY_PROFILE", "SUSPECTED_FRAUD_AML"} {
				profile := thing(activity.ProfileState, activity.Detail{}, state)
				both := answer.ForAccounts(facts, &profile, at, time.UTC)
				for _, a := range []*answer.Account{both.User, both.Profile} {
					text := strings.Replace(a.CustomerText.Text, "90 days", "", 1)
					if found := append(hushedIn(text), forbidden(text)...); found != nil {
						t.Errorf("%s: %q in %q", a.State, found, a.CustomerText.Text)
					}
				}
			}
		}
	}
}
