package answer

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// Verification is what is known of a customer's verification. It is made of three
// separate facts, of which none follows from another: whether the profile is
// verified, whether documents are asked for, and whether a verification request is
// open (the chapter on verification).
type Verification struct {
	Verified *bool            // nil: Wise has not said (profiles#verification-state-change)
	Holds    bool             // a payment that is not sent yet cannot go on until it is done
	Label    string           // a few words: "Verified", "Not verified", "Documents asked for"
	Headline Sentence         // what it means, at most 120 characters
	Tone     Tone             //
	WhoActs  reason.Who       //
	Ask      string           // the exact thing to ask for or to do; "" when nothing
	SinceAt  time.Time        //
	Deadline time.Time        // the next one; zero: none
	Parts    []ActivityAnswer // each fact by itself: the profile, the documents, the requests
	Evidence evidence.IDs     // of all parts
}

// VerificationInput is what a Verification is composed from: the facts of one
// profile, of which those of the kinds Verification, CDDCheck and KYCReview count.
type VerificationInput struct {
	Facts     []activity.Facts
	Catalogue reason.Catalogue
	Now       time.Time
	Zone      *time.Location // the reader's
	Company   *time.Location // the company's
}

// VerificationOf adds up what is known of a customer's verification; nil when Wise
// has said nothing of it. The fact that holds payments speaks, the profile's own
// before the others.
func VerificationOf(in VerificationInput) *Verification {
	var v Verification
	speaks := -1
	for _, kind := range []activity.Kind{activity.Verification, activity.CDDCheck, activity.KYCReview} {
		for _, f := range in.Facts {
			if f.Kind != kind || f.State() == "" {
				continue
			}
			part := ForActivity(ActivityInput{Facts: f, Catalogue: in.Catalogue, Now: in.Now, Zone: in.Zone, Company: in.Company})
			v.Parts = append(v.Parts, part)
			v.Evidence = evidence.Union(v.Evidence, part.Evidence)
			v.note(part, f, in.Now)
			if in.holds(f, part) && speaks < 0 {
				speaks, v.Holds = len(v.Parts)-1, true
			}
		}
	}
	if len(v.Parts) == 0 {
		return nil
	}
	v.speak(speaks)
	return &v
}

// note takes in what the profile's own state says, and the next deadline.
func (v *Verification) note(part ActivityAnswer, f activity.Facts, now time.Time) {
	if f.Kind == activity.Verification {
		if is := plainState(f); is == "verified" || is == "not_verified" {
			verified := is == "verified"
			v.Verified = &verified
		}
	}
	if d := part.Deadline; d.After(now) && (v.Deadline.IsZero() || d.Before(v.Deadline)) {
		v.Deadline = d
	}
}

// speak lets one part speak: that which holds payments, else one that waits for
// somebody, else the first.
func (v *Verification) speak(at int) {
	if at < 0 {
		at = max(0, slices.IndexFunc(v.Parts, func(p ActivityAnswer) bool { return p.Open }))
	}
	p := v.Parts[at]
	v.Label, v.Headline, v.Tone, v.WhoActs, v.Ask, v.SinceAt = p.Tag, p.Headline, p.Tone, p.WhoActs, p.Ask, p.SinceAt
}

// holds says whether payments wait because of this fact: the profile is not
// verified, documents are asked for, or a request waits for the customer or for
// Wise. One that is passed for now holds nothing before its deadline. A state that
// nobody knows holds only where a thing that is asked for waits for the customer;
// what compliance handles holds nothing that could be told.
func (in VerificationInput) holds(f activity.Facts, part ActivityAnswer) bool {
	if part.Locked {
		return false
	}
	switch plainState(f) {
	case "not_verified", "evidence_required", "waiting_customer_input", "processing":
		return true
	case "passed_with_requirements":
		return !part.Deadline.IsZero() && in.Now.After(part.Deadline)
	}
	known := in.Catalogue.Word(reason.KYCReviews, f.State()).Known
	return f.Kind == activity.KYCReview && !known && asksCustomer(in.Catalogue, f.Detail.Review)
}

// plainState is the state in small letters: Wise writes some in capitals, some not.
func plainState(f activity.Facts) string { return strings.ToLower(f.State()) }
