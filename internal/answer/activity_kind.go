package answer

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// tableOf names the table of a kind's states; a kind without one has no states.
func tableOf(kind activity.Kind) reason.Table {
	switch kind {
	case activity.Balance:
		return reason.BalanceStates
	case activity.Batch:
		return reason.Batches
	case activity.Card:
		return reason.CardStatuses
	case activity.CardOrder:
		return reason.CardOrders
	case activity.CardProduction:
		return reason.CardProductions
	case activity.CardTransaction:
		return reason.CardTransactions
	case activity.CDDCheck:
		return reason.CDDStates
	case activity.DetailsOrder:
		return reason.DetailsOrders
	case activity.DetailsPayment:
		return reason.DetailsPayments
	case activity.Dispute:
		return reason.DisputeStates
	case activity.HoldLimit:
		return reason.HoldLimits
	case activity.KYCReview:
		return reason.KYCReviews
	case activity.ProfileState:
		return reason.ProfileStates
	case activity.RecipientAccount:
		return reason.RecipientStates
	case activity.SupportCase:
		return reason.CaseStatuses
	case activity.Verification:
		return reason.Verifications
	}
	return ""
}

// kindTitles name the kinds; a thing's own title says more where more is known.
var kindTitles = map[activity.Kind]string{
	activity.Balance:          "Balance account",
	activity.Batch:            "Funding of a batch",
	activity.Card:             "Card",
	activity.CardChallenge:    "Confirmation of an online card payment",
	activity.CardOrder:        "Card order",
	activity.CardProduction:   "Card made at a kiosk",
	activity.CardTransaction:  "Card transaction",
	activity.CardWallet:       "Card added to a wallet",
	activity.CDDCheck:         "Additional verification",
	activity.DetailsOrder:     "Order of account details",
	activity.DetailsPayment:   "Payment into account details",
	activity.Dispute:          "Card dispute",
	activity.HoldLimit:        "Balance limit",
	activity.IncomingTransfer: "Incoming transfer",
	activity.KYCReview:        "Verification request",
	activity.Overdraft:        "Overdraft",
	activity.ProfileState:     "State of the profile",
	activity.RecipientAccount: "Recipient",
	activity.Settlement:       "Bulk settlement",
	activity.SupportCase:      "Support case",
	activity.SwiftCredit:      "SWIFT credit",
	activity.SwiftMessage:     "SWIFT message",
	activity.Verification:     "Verification of the profile",
}

// kindTitle names a kind, one that nobody has named by its own letters.
func kindTitle(kind activity.Kind) string {
	if title, ok := kindTitles[kind]; ok {
		return title
	}
	return reason.Humanise(string(kind))
}
