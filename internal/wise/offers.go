package wise

import "slices"

// Offer says whether Wise offers an event type to the subscriptions of a scope.
type Offer string

// The offers. What is not documented, or differently on two pages, may be tried:
// Wise's answer tells.
const (
	Offered       Offer = "offered"
	NotOffered    Offer = "not_offered"
	NotDocumented Offer = "not_documented"
)

// Offers is to whom Wise offers an event type.
type Offers struct {
	Application Offer
	Profile     Offer
}

// The rows that occur.
var (
	toBoth        = Offers{Application: Offered, Profile: Offered}
	toApplication = Offers{Application: Offered, Profile: NotOffered}
	toProfiles    = Offers{Application: NotOffered, Profile: Offered}
	toNobodyKnown = Offers{Application: NotDocumented, Profile: NotDocumented}
)

// offers has a line for every type that is read. The source of the first three
// groups is the seeds' page of event types ("Profile level subscriptions: …,
// Application level subscriptions: …"), but for lines that say so; the fourth
// has the types that are newer than that page and whose scope Wise does not
// publish.
var offers = map[string]Offers{
	"transfers#state-change":                 toBoth,
	"transfers#payout-failure":               toBoth,
	"transfers#refund":                       toBoth,
	"balances#update":                        toBoth,
	"batch-payment-initiations#state-change": toBoth,
	"transfers#active-cases":                 toBoth, // the seeds say profiles only; Wise has allowed applications since

	"balances#credit": toProfiles,
	"swift-in#credit": {Application: NotDocumented, Profile: Offered}, // its own page in the seeds says applications too, the page of event types says not

	"balances#account-state-change":      toApplication,
	"profiles#verification-state-change": toApplication,
	"profiles#cdd-check-state-change":    toApplication,
	"cards#transaction-state-change":     toApplication,
	"cards#card-status-change":           toApplication,
	"cards#card-order-status-change":     toApplication,
	"partner-support#case-changed":       toApplication,
	"transaction-disputes#update":        toApplication,
	"bulk-settlement#payment-received":   toApplication,
	"users#state-change":                 toApplication,

	"account-details-order#order-state-change": toNobodyKnown,
	"account-details-payment#state-change":     toNobodyKnown,
	"cards#3ds-challenge":                      toNobodyKnown,
	"cards#card-production-status-change":      toNobodyKnown,
	"cards#manual-provisioning-verification":   toNobodyKnown,
	"hold-limit-breach#update":                 toNobodyKnown,
	"incoming-transfer#credited":               toNobodyKnown,
	"kyc-reviews#state-change":                 toNobodyKnown,
	"profiles#overdraft-limit-threshold":       toNobodyKnown,
	"profiles#state-change":                    toNobodyKnown,
	"recipients#state-change":                  toNobodyKnown,
	"swift#message-received":                   toNobodyKnown,
}

// OffersOf says to whom Wise offers an event type; of one that is not read nothing
// is documented.
func OffersOf(eventType string) Offers {
	if known, ok := offers[eventType]; ok {
		return known
	}
	return toNobodyKnown
}

// Versions are the schema versions of an event type that are read, newest last;
// none of a type that is not.
func Versions(eventType string) []string { return slices.Clone(shapes[eventType].versions) }

// NewestVersion is the newest schema version of an event type that is read; "" of a
// type that is not.
func NewestVersion(eventType string) string {
	versions := shapes[eventType].versions
	if len(versions) == 0 {
		return ""
	}
	return versions[len(versions)-1]
}
