package answer_test

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// profileIn are the facts of a profile that was in these states, a day apart.
func profileIn(states ...string) *activity.Facts {
	f := activity.Facts{Key: activity.Key{Kind: activity.ProfileState, ID: "222"}, Profile: 222}
	for i, s := range states {
		f.Visits = append(f.Visits, activity.Visit{State: s, At: clock("18 Nov 10:00").AddDate(0, 0, i), Evidence: evidence.IDs{int64(i + 40)}})
	}
	return &f
}

// TestTheStricterOfUserAndProfileDecides: both are shown, and one user's
// restriction is not a company's.
func TestTheStricterOfUserAndProfileDecides(t *testing.T) {
	active := user(stay("2 Nov 10:00", "", customer.Active, "", ""))
	withdraw := user(stay("18 Nov 10:00", customer.Active, customer.WithdrawOnly, "", ""))
	for _, c := range []struct {
		name    string
		user    *customer.UserFacts
		profile *activity.Facts
		decides string
		note    string
	}{
		{"neither known", nil, nil, "", ""},
		{"only the user", &withdraw, nil, "Can withdraw only", ""},
		{"only the profile", nil, profileIn("VIEW_ONLY"), "View only", ""},
		{"both the same", &active, profileIn("ACTIVE"), "Active", ""},
		{"the user is stricter", &withdraw, profileIn("ACTIVE"), "Can withdraw only", "of this one user"},
		{"the profile is stricter", &withdraw, profileIn("ACTIVE", "VIEW_ONLY"), "View only", "The stricter counts."},
		{"deactivated is the strictest", &active, profileIn("VIEW_ONLY", "DEACTIVATED"), "Deactivated", "The stricter counts."},
		{"a state that nobody knows is stricter than active", &active, profileIn("PAUSED"), "PAUSED", "The stricter counts."},
		{"nothing known of the user", &customer.UserFacts{User: 1234}, profileIn("ACTIVE"), "Active", ""},
	} {
		a := answer.ForAccounts(c.user, c.profile, now, time.UTC)
		got := ""
		if a.Decides != nil {
			got = a.Decides.Label
		}
		if got != c.decides || (c.note == "") != (a.Note.Text == "") || !strings.Contains(a.Note.Text, c.note) {
			t.Errorf("%s: %q decides, and the note is %q", c.name, got, a.Note.Text)
		}
		if c.name == "both the same" && a.Decides != a.User {
			t.Error("of two that are equally strict the user speaks: the type of the restriction is only there")
		}
		if (a.User == nil) != (c.user == nil) || (a.Profile == nil) != (c.profile == nil) {
			t.Errorf("%s: one of the two is not shown: %+v", c.name, a)
		}
	}
}

// TestForProfile: what the state of a profile says, word for word.
func TestForProfile(t *testing.T) {
	asked := true
	wanted := profileIn("ACTIVE", "WITHDRAW_ONLY")
	wanted.Detail.Profile = &activity.ProfileDetail{ByCustomer: &asked}
	for _, c := range []struct {
		name string
		of   *activity.Facts
		want string
	}{
		{"active", profileIn("ACTIVE"), `
Active, done, nobody, appealable null
headline: The profile is active.
works: Everything works.
`},
		{"view only", profileIn("ACTIVE", "VIEW_ONLY"), `
View only, problem, us, appealable null
headline: The profile has been view only since 19 Nov: it can be looked at, nothing else.
works: Works: looking at it. Does not: paying, the cards, and receiving; incoming payments go back. Ask Wise about it.
why: Wise has not given a reason that we may pass on.
appeal: Wise has not said whether it is a suspension or a closure: ask Wise before saying yes or no to an appeal.
tell: Your account cannot be used for payments at present. Please get in touch with us.
`},
		{"withdraw only, asked for by the customer", wanted, `
Can withdraw only, problem, sender, appealable null
headline: Can withdraw only: the 90 days end on 17 Feb 2027, in 88 days.
works: Works: sending from the balance to themselves and others, the card, ordering cards, converting, opening and closing balances, statements. Does not: receiving, and paying in from an outside bank.
why: Requested by the customer, says Wise.
appeal: The customer asked for it: offer to reopen, not to appeal. If the customer denies having asked, treat it as a take-over: fraud line.
tell: Your account can only be used to take money out. Please move your money within 90 days of 19 Nov 2026 (UTC), that is before 17 Feb 2027.
`},
		{"nothing known", profileIn(), `
Not known, neutral, us, appealable null
headline: Wise has not told us the state of this profile.
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := answer.ForProfile(*c.of, now, time.UTC)
			same(t, printAccount(a), c.want)
			if found := reason.Forbidden(strings.ReplaceAll(a.CustomerText.Text, "90 days", "")); found != nil {
				t.Errorf("%v is said to the customer", found)
			}
		})
	}
}

// TestTheProfilesOwnStateStandsBesideTheAnswer: a restricted profile is a flag as a
// restricted user is; of both the stricter speaks, and no row changes.
func TestTheProfilesOwnStateStandsBesideTheAnswer(t *testing.T) {
	withdraw := user(stay("20 Nov 10:00", customer.Active, customer.WithdrawOnly, "", ""))
	for _, c := range []struct {
		name    string
		user    *customer.UserFacts
		profile *activity.Facts
		want    string
	}{
		{"nothing is known", nil, nil, ""},
		{"the profile is active", nil, profileIn("ACTIVE"), ""},
		{"only money may be taken from the profile", nil, profileIn("WITHDRAW_ONLY"), "The profile: can withdraw only: the 90 days end on 16 Feb 2027, in 87 days."},
		{"the profile alone", nil, profileIn("ACTIVE", "VIEW_ONLY"), "The profile has been view only since 19 Nov: it can be looked at, nothing else."},
		{"the user is stricter", &withdraw, profileIn("ACTIVE"), "The linked user's account: can withdraw only: the 90 days end on 18 Feb 2027, in 89 days. The user: can withdraw only; the profile: active. The stricter counts. It is of this one user: a company's other users are not restricted by it."},
		{"the profile is stricter", &withdraw, profileIn("DEACTIVATED"), "The profile has been deactivated since 18 Nov: nothing works. The user: can withdraw only; the profile: deactivated. The stricter counts."},
	} {
		a := answer.Compose(answer.Input{Facts: paidOut().facts(), Account: c.user, Profile: c.profile, Catalogue: builtin, Now: now, Zone: time.UTC, Company: time.UTC})
		got := ""
		for _, f := range a.Flags {
			if f.Code == answer.FlagAccountRestricted {
				got = f.Text
			}
		}
		if a.Code != answer.Sent || got != c.want {
			t.Errorf("%s: %s, %q", c.name, a.Code, got)
		}
	}
}
