package answer

import "transferdesk/internal/activity"

// Section is a part of a customer's page.
type Section string

// The sections, in the order in which they stand on the page.
const (
	SectionMoney        Section = "money"
	SectionIncoming     Section = "incoming"
	SectionCards        Section = "cards"
	SectionDisputes     Section = "disputes"
	SectionVerification Section = "verification"
	SectionCases        Section = "cases"
	SectionBatches      Section = "batches"
	SectionRecipients   Section = "recipients"
	SectionCompany      Section = "company" // of no customer: on the company's own page
)

// Sections are all sections of a customer's page, in their order. The company's
// own is none of them.
func Sections() []Section {
	return []Section{
		SectionMoney, SectionIncoming, SectionCards, SectionDisputes,
		SectionVerification, SectionCases, SectionBatches, SectionRecipients,
	}
}

// Title is the section's heading.
func (s Section) Title() string {
	switch s {
	case SectionMoney:
		return "Balances and movements"
	case SectionIncoming:
		return "Incoming payments"
	case SectionCards:
		return "Cards"
	case SectionDisputes:
		return "Disputes"
	case SectionVerification:
		return "Verification"
	case SectionCases:
		return "Support cases with Wise"
	case SectionBatches:
		return "Batch payments"
	case SectionRecipients:
		return "Recipients"
	}
	return "Company-wide"
}

// SectionOf gives the section in which things of that kind stand. Settlements,
// and whatever nobody has placed, are the company's. An incoming transfer names
// no customer in its own event: without a profile it is the company's too.
func SectionOf(kind activity.Kind) Section {
	switch kind {
	case activity.Balance, activity.HoldLimit, activity.Overdraft:
		return SectionMoney
	case activity.SwiftCredit, activity.SwiftMessage, activity.DetailsPayment, activity.DetailsOrder, activity.IncomingTransfer:
		return SectionIncoming
	case activity.Card, activity.CardOrder, activity.CardProduction, activity.CardTransaction, activity.CardChallenge, activity.CardWallet:
		return SectionCards
	case activity.Dispute:
		return SectionDisputes
	case activity.Verification, activity.CDDCheck, activity.KYCReview, activity.ProfileState:
		return SectionVerification
	case activity.SupportCase:
		return SectionCases
	case activity.Batch:
		return SectionBatches
	case activity.RecipientAccount:
		return SectionRecipients
	}
	return SectionCompany
}

// SectionFor gives the section of one thing: what names no profile stands on the
// company's own page.
func SectionFor(f activity.Facts) Section {
	if f.Profile == 0 && f.Kind == activity.IncomingTransfer {
		return SectionCompany
	}
	return SectionOf(f.Kind)
}
