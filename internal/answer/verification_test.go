package answer_test

import (
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
)

// verificationOf adds up what is known of a customer's verification.
func verificationOf(facts ...activity.Facts) *answer.Verification {
	return answer.VerificationOf(answer.VerificationInput{Facts: facts, Catalogue: builtin, Now: now, Zone: time.UTC, Company: time.UTC})
}

// review is a verification request with a deadline and the states of what it asks for.
func review(state string, by time.Time, asked ...string) activity.Facts {
	d := &activity.ReviewDetail{RequiredBy: by}
	for _, s := range asked {
		d.Requirements = append(d.Requirements, activity.Requirement{Key: "ID_DOCUMENT", State: s})
	}
	return thing(activity.KYCReview, activity.Detail{Review: d}, state)
}

// TestThreeSeparateFactsMakeTheVerification: which of them holds payments, who has
// to act, and that none follows from another.
func TestThreeSeparateFactsMakeTheVerification(t *testing.T) {
	verified, not := thing(activity.Verification, activity.Detail{}, "verified"), thing(activity.Verification, activity.Detail{}, "not_verified")
	passed, asked := thing(activity.CDDCheck, activity.Detail{}, "VERIFIED"), thing(activity.CDDCheck, activity.Detail{}, "EVIDENCE_REQUIRED")
	other := thing(activity.CDDCheck, activity.Detail{CDD: &activity.CDDDetail{Outcome: "OTHER"}}, "EVIDENCE_REQUIRED")
	locked := thing(activity.CDDCheck, activity.Detail{CDD: &activity.CDDDetail{Outcome: "SANCTIONS"}}, "EVIDENCE_REQUIRED")
	soon, past := now.AddDate(0, 0, 7), now.AddDate(0, 0, -1)
	yes, no := true, false
	for _, c := range []struct {
		name     string
		facts    []activity.Facts
		verified *bool
		holds    bool
		label    string
		who      reason.Who
	}{
		{"verified", []activity.Facts{verified}, &yes, false, "Verified", reason.Nobody},
		{"not verified", []activity.Facts{not}, &no, true, "Not verified", reason.Sender},
		{"documents asked for does not mean not verified", []activity.Facts{asked}, nil, true, "Documents asked for", reason.Sender},
		{"verified, and yet documents are asked for", []activity.Facts{asked, verified}, &yes, true, "Documents asked for", reason.Sender},
		{"not verified speaks before the documents", []activity.Facts{asked, not}, &no, true, "Not verified", reason.Sender},
		{"all passed", []activity.Facts{passed, verified, review("PASSED", time.Time{})}, &yes, false, "Verified", reason.Nobody},
		{"a request waits for the customer", []activity.Facts{verified, review("WAITING_CUSTOMER_INPUT", soon, "NOT_PROVIDED")}, &yes, true, "Waits for the customer", reason.Sender},
		{"a request is with Wise", []activity.Facts{verified, review("PROCESSING", soon, "IN_REVIEW")}, &yes, true, "With Wise", reason.Wise},
		{"all that a request asks for is handed in", []activity.Facts{review("WAITING_CUSTOMER_INPUT", soon, "IN_REVIEW", "VERIFIED")}, nil, true, "Waits for the customer", reason.Wise},
		{"passed for now holds nothing before the deadline", []activity.Facts{verified, review("PASSED_WITH_REQUIREMENTS", soon, "NOT_PROVIDED")}, &yes, false, "Passed for now", reason.Sender},
		{"after the deadline it does", []activity.Facts{verified, review("PASSED_WITH_REQUIREMENTS", past, "NOT_PROVIDED")}, &yes, true, "Passed for now", reason.Sender},
		{"Wise names no reason, so we ask", []activity.Facts{other}, nil, true, "Documents asked for", reason.Us},
		{"a state that nobody knows holds nothing", []activity.Facts{thing(activity.KYCReview, activity.Detail{}, "PARKED")}, nil, false, "Parked", reason.Us},
		{"nor does one whose requirements nobody knows", []activity.Facts{review("PARKED", soon, "PARKED")}, nil, false, "Parked", reason.Us},
		{"one that asks something of the customer does", []activity.Facts{verified, review("PARKED", soon, "VERIFIED", "NOT_PROVIDED")}, &yes, true, "Parked", reason.Sender},
		{"what compliance handles is not told by the payment", []activity.Facts{locked}, nil, false, reason.HandledByCompliance, reason.Us},
		{"other kinds do not count", []activity.Facts{verified, thing(activity.Card, activity.Detail{}, "FROZEN")}, &yes, false, "Verified", reason.Nobody},
	} {
		v := verificationOf(c.facts...)
		if v == nil {
			t.Errorf("%s: nothing is known", c.name)
			continue
		}
		if (v.Verified == nil) != (c.verified == nil) || v.Verified != nil && *v.Verified != *c.verified {
			t.Errorf("%s: verified is %v", c.name, v.Verified)
		}
		if v.Holds != c.holds || v.Label != c.label || v.WhoActs != c.who || v.Headline.Text == "" || v.Evidence == nil {
			t.Errorf("%s: holds %v, %q, %s acts: %s", c.name, v.Holds, v.Label, v.WhoActs, v.Headline.Text)
		}
	}
	if v := verificationOf(thing(activity.Card, activity.Detail{}, "ACTIVE"), thing(activity.Verification, activity.Detail{})); v != nil {
		t.Errorf("nothing is known, and it says %+v", v)
	}
}

// TestTheNextDeadlineCounts: of several requests the nearest that is not over.
func TestTheNextDeadlineCounts(t *testing.T) {
	day := func(n int) time.Time { return now.AddDate(0, 0, n) }
	v := verificationOf(review("PASSED_WITH_REQUIREMENTS", day(9)), review("PASSED_WITH_REQUIREMENTS", day(3)), review("PASSED_WITH_REQUIREMENTS", day(-3)), review("PASSED", day(1)))
	if !v.Deadline.Equal(day(3)) {
		t.Errorf("the deadline is %v", v.Deadline)
	}
}

// TestAPaymentWaitsForTheVerification: before it is sent, at its place in the order
// of the rows; afterwards the verification changes nothing.
func TestAPaymentWaitsForTheVerification(t *testing.T) {
	asked := thing(activity.CDDCheck, activity.Detail{CDD: &activity.CDDDetail{Required: []string{"ADDRESS_PROOF"}}}, "EVIDENCE_REQUIRED")
	tell := func(tl tale, v *answer.Verification) answer.Answer {
		return answer.Compose(answer.Input{Facts: tl.facts(), Verification: v, Catalogue: builtin, Now: now, Zone: time.UTC, Company: time.UTC})
	}
	for _, c := range []struct {
		name string
		tale tale
		v    *answer.Verification
		want answer.Code
	}{
		{"waiting to be funded", tale{to("16 Nov 09:12", "", waiting)}, verificationOf(asked), answer.HeldVerification},
		{"in process", tale{to("16 Nov 09:12", waiting, process)}, verificationOf(asked), answer.HeldVerification},
		{"converted", tale{to("16 Nov 09:12", process, converted)}, verificationOf(asked), answer.HeldVerification},
		{"it comes before a missing part", tale{to("16 Nov 09:12", "", waiting), open("16 Nov 10:00", reason.DepositTooSmall)}, verificationOf(asked), answer.HeldVerification},
		{"paid out", paidOut(), verificationOf(asked), answer.Sent},
		{"came back", returned("WRONG_NAME"), verificationOf(asked), answer.Returned},
		{"taken back comes before it", tale{to("16 Nov 14:00", process, sent), to("17 Nov 14:00", sent, process)}, verificationOf(asked), answer.TakenBack},
		{"nothing known of the verification", tale{to("16 Nov 09:12", waiting, process)}, nil, answer.InProcess},
		{"the verification is done", tale{to("16 Nov 09:12", waiting, process)}, verificationOf(thing(activity.Verification, activity.Detail{}, "verified")), answer.InProcess},
	} {
		if a := tell(c.tale, c.v); a.Code != c.want {
			t.Errorf("%s: the row is %s", c.name, a.Code)
		}
	}
	a := tell(tale{to("16 Nov 09:12", waiting, process)}, verificationOf(asked))
	same(t, print(a), `
held_verification: Waits for the verification, waiting, sender
headline: Cannot go on until the customer's verification is done.
where: At Wise, in process. It is not paid out yet.
since: Waits for the verification for 2 d 22 h (since 18 Nov 2026, 10:00 UTC).
why: Wise asks for documents before the additional verification is passed.
acts: The sender: something is needed for the verification.
next: Asked for: proof of address. By the upload form, not by e-mail.
tell: Your payment cannot go on until the verification of your account is done. Please hand in what Wise asks for, by the upload form and not by e-mail.
stops: Customer > *Wise 16 Nov* > (Converted) > (Paid out)
flag gap: The beginning is missing: the first state that we hold, “In process at Wise”, came after “Waiting to be funded”.
rests on: [1 7]
`)
}
