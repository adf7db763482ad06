package web

import (
	"slices"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/enrich"
	"transferdesk/internal/history"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/web/front"
)

// mostBeside is how many of each kind beside a transfer are looked at: a profile
// has one verification and one state, and seldom more than a few requests.
const mostBeside = 20

// kindsBeside are the kinds of what changes the answer of a customer's transfers.
func kindsBeside() []activity.Kind {
	return []activity.Kind{activity.Verification, activity.CDDCheck, activity.KYCReview, activity.ProfileState}
}

// beside is what changes the answers of some transfers and is in none of their events.
type beside struct {
	customers map[int64][]activity.Facts         // by profile: the verification, and the state of the profile itself
	estimates map[int64]store.Told[api.Estimate] // by transfer, as Wise's API last said
	payouts   map[int64]store.Told[api.Payout]   // by transfer, as Wise's API last said
	details   map[int64]store.Told[api.Transfer] // by transfer, as Wise's API last said
	tellings  map[int64]answer.Telling           // by transfer: what the customer was last told
	hands     handsView                          // who has the transfers; of lists that tell it
	history   history.Table                      // of the company's own transfers; nil: not known, or not asked for
}

// readBeside reads it in one query of each kind for all transfers of a page.
func readBeside(r *store.Reader, list []transfer.Facts) (all beside, err error) {
	if all.customers, err = r.ActivitiesOfProfiles(front.ProfilesOf(list), kindsBeside(), mostBeside); err != nil {
		return all, err
	}
	return all, all.readTold(r, list)
}

// readTold reads what customers were last told of the transfers, what Wise's API said of
// them, and of those that may be on their way when they arrive.
func (all *beside) readTold(r *store.Reader, list []transfer.Facts) (err error) {
	if all.tellings, err = readLastTellings(r, list); err != nil {
		return err
	}
	var whole, ids []int64
	for _, f := range list {
		whole = append(whole, f.Transfer)
		if enrich.Awaited(f) {
			ids = append(ids, f.Transfer)
		}
	}
	if all.details, err = store.ToldOfAll[api.Transfer](r, store.OfTransferDetails, whole); err != nil {
		return err
	}
	if len(ids) == 0 {
		return nil
	}
	if all.estimates, err = store.ToldOfAll[api.Estimate](r, store.OfEstimate, ids); err != nil {
		return err
	}
	all.payouts, err = store.ToldOfAll[api.Payout](r, store.OfPayout, ids)
	return err
}

// of is what events have told of a customer.
func (all beside) of(profile int64) []activity.Facts { return all.customers[profile] }

// estimate is what Wise last said of when a transfer arrives; nil: not known.
func (all beside) estimate(id int64) *answer.Estimate {
	told := all.estimates[id]
	if !told.Known {
		return nil
	}
	return &answer.Estimate{At: told.Value.At, FetchedAt: told.At}
}

// source is what Wise last said of the amount sent; nil: not known.
func (all beside) source(id int64) *answer.SourceTold {
	told := all.details[id]
	if !told.Known || !told.Value.Source.Known() {
		return nil
	}
	return &answer.SourceTold{Amount: told.Value.Source, FetchedAt: told.At}
}

// reference is the payout reference of the payout that goes on now; empty: not known.
func (all beside) reference(f transfer.Facts) string {
	told := all.payouts[f.Transfer]
	if held, ok := f.Held(); !told.Known || !ok || held.State != transfer.OutgoingPaymentSent || told.At.Before(held.At) {
		return ""
	}
	return told.Value.Reference
}

// stateOfProfile is the state of a profile itself; nil when Wise has told nothing of it.
func stateOfProfile(facts []activity.Facts) *activity.Facts {
	if at := slices.IndexFunc(facts, func(f activity.Facts) bool { return f.Kind == activity.ProfileState }); at >= 0 {
		return &facts[at]
	}
	return nil
}

// composeView is the answer of one transfer with everything that stands beside it:
// the linked user's account, the profile's own state, the verification, the recipient.
func (s *Server) composeView(view transferView, face front.Face) answer.Answer {
	in := s.input(view.facts, view.beside, face)
	in.Account, in.Recipient = view.identity.account(), view.recipient
	in.Users, in.InFlight = len(view.identity.Links.Users()), s.counted(view.inFlight)
	a := answer.Compose(in)
	a.Flags = append(a.Flags, s.incidentFlags(view.incidents, in)...)
	a.Flags = append(a.Flags, view.recurrence.found.Flags(in)...)
	if resolved, ok := view.work.resolution(); ok {
		a.Flags = append(resolved.Flags(a, in), a.Flags...)
	}
	a.Stop = a.Stop.After(triedToStop(view.cancellations, view.facts))
	return a
}

// compose asks for the answer of one transfer in a list. The linked user's account and
// the recipient are left out: they add flags, which no list shows, and change nothing else.
func (s *Server) compose(f transfer.Facts, all beside, face front.Face) answer.Answer {
	return answer.Compose(s.input(f, all, face))
}

// input is what an answer is composed from: its own dates are in the reader's zone,
// those of the customer's text in the company's.
func (s *Server) input(f transfer.Facts, all beside, face front.Face) answer.Input {
	facts := all.of(f.Profile)
	return answer.Input{
		Facts: f, Profile: stateOfProfile(facts),
		Verification: answer.VerificationOf(answer.VerificationInput{
			Facts: facts, Catalogue: s.catalogue(), Now: face.Now, Zone: face.Zone, Company: s.Cfg.Company,
		}),
		Estimate: all.estimate(f.Transfer), PayoutReference: all.reference(f), Source: all.source(f.Transfer),
		RefundEventAfter: s.Cfg.RefundEventAfter, Telling: all.telling(f.Transfer),
		History: all.history, Catalogue: s.catalogue(), Funding: s.Cfg.Funding, Now: face.Now, Zone: face.Zone, Company: s.Cfg.Company,
	}
}
