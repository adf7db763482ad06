package simserver

import "slices"

// The event types of the seeds that one scope alone can subscribe to (seeds:
// webhook events; transfers#active-cases has come to applications since).
var (
	profilesOnly     = []string{"balances#credit", "swift-in#credit"}
	applicationsOnly = []string{
		"balances#account-state-change", "profiles#verification-state-change", "cards#transaction-state-change", "profiles#cdd-check-state-change",
		"cards#card-status-change", "cards#card-order-status-change", "partner-support#case-changed", "transaction-disputes#update",
		"bulk-settlement#payment-received", "users#state-change",
	}
)

// offered says whether a scope can subscribe to an event type. Of the newer types
// nothing is published: both can.
func offered(event string, toProfile bool) bool {
	if toProfile {
		return !slices.Contains(applicationsOnly, event)
	}
	return !slices.Contains(profilesOnly, event)
}
