package stream

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/enrich"
	"transferdesk/internal/live"
	"transferdesk/store"
	"transferdesk/web/front"
)

// Learned tells open pages that Wise's API has said something new.
func (s *Streams) Learned(q enrich.Question) { s.Changed(topicsOfQuestion(q)...) }

// topicsOfQuestion are the topics of the pages on which an answer stands. A recipient's
// details stand on the pages of its customer's transfers, which listen to the customer.
func topicsOfQuestion(q enrich.Question) []live.Topic {
	switch q.Kind {
	case store.OfTransferDetails, store.OfEstimate, store.OfPayout:
		return append([]live.Topic{live.Transfer(q.ID)}, topicsOfProfile(q.Profile)...)
	case store.OfRecipient:
		return topicsOfProfile(q.Profile)
	case store.OfWiseProfile:
		return topicsOfProfile(q.ID)
	case store.OfWiseUser:
		return []live.Topic{live.User(q.ID)}
	case store.OfSupportCase:
		return []live.Topic{live.Activity(string(activity.SupportCase), front.IDText(q.ID))}
	}
	return nil // a token or subscriptions, which no page shows that is open live
}

// topicsOfProfile are those of a customer; none where the profile is not known.
func topicsOfProfile(profile int64) []live.Topic {
	if profile == 0 {
		return nil
	}
	return []live.Topic{live.Profile(profile)}
}
