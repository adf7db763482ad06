package activity

import (
	"slices"
	"strings"

	"transferdesk/internal/activity"
)

// KindWord is a kind of thing in words.
type KindWord struct {
	Kind activity.Kind
	one  string
	Many string
	each int // how many are read for a customer's page: more where an old one can still be open
}

// Part is one section of a customer's page.
type Part struct {
	ID    string // the anchor
	Title string
	None  string // what it is called where nothing was told of it
	Kinds []KindWord
}

// PartMoney is the section that stands with the movements of the balances.
const PartMoney = "money"

// How many things of a kind a customer's page shows, and how many it looks
// through for those that still wait for somebody.
const (
	ShownOfKind  = 5
	lookedAtKind = 50
)

// Parts is every kind of thing beside transfers, in the order of the
// customer's page. Money stands with the movements of the balances.
func Parts() []Part {
	const few, all = ShownOfKind, lookedAtKind
	return []Part{
		{PartMoney, "Money", "", []KindWord{
			{activity.HoldLimit, "Hold limit", "Hold limits", all},
			{activity.Overdraft, "Overdraft", "Overdraft", few},
			{activity.Balance, "Balance account", "Balance accounts", few},
		}},
		{"incoming", "Incoming payments", "incoming payments", []KindWord{
			{activity.SwiftCredit, "SWIFT credit", "SWIFT credits", few},
			{activity.SwiftMessage, "SWIFT message", "SWIFT messages", few},
			{activity.DetailsPayment, "Payment to account details", "Payments to account details", few},
			{activity.IncomingTransfer, "Incoming transfer", "Incoming transfers", few},
			{activity.DetailsOrder, "Order of account details", "Orders of account details", all},
		}},
		{"cards", "Cards", "cards", []KindWord{
			{activity.Card, "Card", "Cards", all},
			{activity.CardOrder, "Card order", "Card orders", all},
			{activity.CardProduction, "Card production", "Card production", all},
			{activity.CardTransaction, "Card transaction", "Card transactions", few},
			{activity.CardChallenge, "3-D Secure challenge", "3-D Secure challenges", few},
			{activity.CardWallet, "Card in a wallet", "Cards in wallets", few},
		}},
		{"disputes", "Disputes", "disputes", []KindWord{{activity.Dispute, "Dispute", "Disputes", all}}},
		{"verification", "Verification and evidence", "verification", []KindWord{
			{activity.Verification, "Verification", "Verification", few},
			{activity.CDDCheck, "Evidence asked for", "Evidence asked for", few},
			{activity.KYCReview, "KYC review", "KYC reviews", all},
			{activity.ProfileState, "State of the profile", "State of the profile", few},
		}},
		{"batches", "Batch payments", "batch payments", []KindWord{{activity.Batch, "Batch payment", "Batch payments", all}}},
		{"support", "Support cases with Wise", "support cases with Wise", []KindWord{{activity.SupportCase, "Support case", "Support cases", all}}},
		{"recipients", "Recipients", "changes to recipients", []KindWord{{activity.RecipientAccount, "Recipient", "Recipients", all}}},
		{"settlements", "Settlements", "", []KindWord{{activity.Settlement, "Settlement", "Settlements", few}}},
	}
}

// KindWords is every kind in words, in the order of the customer's page.
func KindWords() []KindWord {
	var all []KindWord
	for _, part := range Parts() {
		all = append(all, part.Kinds...)
	}
	return all
}

// wordOfKind gives a kind in words; false for what is none.
func wordOfKind(kind activity.Kind) (KindWord, bool) {
	all := KindWords()
	at := slices.IndexFunc(all, func(w KindWord) bool { return w.Kind == kind })
	if at < 0 {
		return KindWord{}, false
	}
	return all[at], true
}

// KindsToRead groups the kinds by how many of each a customer's page looks at.
func KindsToRead() map[int][]activity.Kind {
	groups := map[int][]activity.Kind{}
	for _, w := range KindWords() {
		groups[w.each] = append(groups[w.each], w.Kind)
	}
	return groups
}

// InWords lists words in a sentence: "cards, disputes and batch payments".
func InWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
