package enrich

import (
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// Question is one thing to ask Wise about. Two of one kind and id are the same.
type Question struct {
	Kind    store.AnswerKind
	ID      int64
	Profile int64 // whose thing it is; 0: that of the transfer, or not known
	User    int64 // whose token is to speak; 0: that of a user linked to the profile

	// Linked is since when the users who are linked to the profile are: what failed
	// before may succeed with the token of another. Zero: nobody is, or it is looked up.
	Linked time.Time
}

// QuestionsOf is everything that Wise is asked about a transfer, whether or not an
// answer is kept; who is its customer. A payment to the customer is asked about at
// its profile alone: its money was not paid out through a transfer of ours.
func QuestionsOf(f transfer.Facts, who store.Identity) []Question {
	all := QuestionsOfProfile(f.Profile, who)
	if f.Inbound != nil {
		return all
	}
	linked := linkedAt(who.Links)
	of := func(kind store.AnswerKind, id int64) Question {
		return Question{Kind: kind, ID: id, Profile: f.Profile, Linked: linked}
	}
	all = append(all, of(store.OfTransferDetails, f.Transfer))
	if Awaited(f) {
		all = append(all, of(store.OfEstimate, f.Transfer))
	}
	if f.State() == transfer.OutgoingPaymentSent {
		all = append(all, of(store.OfPayout, f.Transfer))
	}
	if f.Account != 0 {
		all = append(all, of(store.OfRecipient, f.Account))
	}
	return all
}

// QuestionsOfProfile asks whose a profile is, unless a lead or our own directory
// says so, whose word counts before Wise's anyway.
func QuestionsOfProfile(profile int64, who store.Identity) []Question {
	if profile == 0 {
		return nil
	}
	for _, l := range who.Links {
		if source := l.Source().Source; l.Counts && (source == customer.ByLead || source == customer.ByImport) {
			return nil
		}
	}
	return []Question{{Kind: store.OfWiseProfile, ID: profile, Profile: profile, Linked: linkedAt(who.Links)}}
}

// linkedAt is the newest word on a user who counts; zero: nobody counts.
func linkedAt(links customer.Links) (at time.Time) {
	for _, l := range links {
		if said := l.Source().At; l.Counts && said.After(at) {
			at = said
		}
	}
	return at
}

// Awaited says whether the money may still be on its way to the recipient, so that
// an estimate of when means something: not once it came back or the transfer is over.
func Awaited(f transfer.Facts) bool {
	switch f.State() {
	case transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated, transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent:
		return f.Inbound == nil && !f.BouncedSinceSent()
	}
	return false
}
