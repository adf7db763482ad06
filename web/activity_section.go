package web

import (
	"slices"
	"strings"

	"transferdesk/internal/activity"
)

// kindWord is a kind of thing in words.
type kindWord struct {
	kind activity.Kind
	one  string
	many string
	each int // how many are read for a customer's page: more where an old one can still be open
}

// activityPart is one section of a customer's page.
type activityPart struct {
	id    string // the anchor
	title string
	none  string // what it is called where nothing was told of it
	kinds []kindWord
}

// partMoney is the section that stands with the movements of the balances.
const partMoney = "money"

// How many things of a kind a customer's page shows, and how many it looks
// through for those that still wait for somebody.
const (
	shownOfKind  = 5
	lookedAtKind = 50
)

// activityParts is every kind of thing beside transfers, in the order of the
// customer's page. Money stands with the movements of the balances.
func activityParts() []activityPart {
	const few, all = shownOfKind, lookedAtKind
	return []activityPart{
		{partMoney, "Money", "", []kindWord{
			{activity.HoldLimit, "Hold limit", "Hold limits", all},
			{activity.Overdraft, "Overdraft", "Overdraft", few},
			{activity.Balance, "Balance account", "Balance accounts", few},
		}},
		{"incoming", "Incoming payments", "incoming payments", []kindWord{
			{activity.SwiftCredit, "SWIFT credit", "SWIFT credits", few},
			{activity.SwiftMessage, "SWIFT message", "SWIFT messages", few},
			{activity.DetailsPayment, "Payment to account details", "Payments to account details", few},
			{activity.IncomingTransfer, "Incoming transfer", "Incoming transfers", few},
			{activity.DetailsOrder, "Order of account details", "Orders of account details", all},
		}},
		{"cards", "Cards", "cards", []kindWord{
			{activity.Card, "Card", "Cards", all},
			{activity.CardOrder, "Card order", "Card orders", all},
			{activity.CardProduction, "Card production", "Card production", all},
			{activity.CardTransaction, "Card transaction", "Card transactions", few},
			{activity.CardChallenge, "3-D Secure challenge", "3-D Secure challenges", few},
			{activity.CardWallet, "Card in a wallet", "Cards in wallets", few},
		}},
		{"disputes", "Disputes", "disputes", []kindWord{{activity.Dispute, "Dispute", "Disputes", all}}},
		{"verification", "Verification and evidence", "verification", []kindWord{
			{activity.Verification, "Verification", "Verification", few},
			{activity.CDDCheck, "Evidence asked for", "Evidence asked for", few},
			{activity.KYCReview, "KYC review", "KYC reviews", all},
			{activity.ProfileState, "State of the profile", "State of the profile", few},
		}},
		{"batches", "Batch payments", "batch payments", []kindWord{{activity.Batch, "Batch payment", "Batch payments", all}}},
		{"support", "Support cases with Wise", "support cases with Wise", []kindWord{{activity.SupportCase, "Support case", "Support cases", all}}},
		{"recipients", "Recipients", "changes to recipients", []kindWord{{activity.RecipientAccount, "Recipient", "Recipients", all}}},
		{"settlements", "Settlements", "", []kindWord{{activity.Settlement, "Settlement", "Settlements", few}}},
	}
}

// kindWords is every kind in words, in the order of the customer's page.
func kindWords() []kindWord {
	var all []kindWord
	for _, part := range activityParts() {
		all = append(all, part.kinds...)
	}
	return all
}

// wordOfKind gives a kind in words; false for what is none.
func wordOfKind(kind activity.Kind) (kindWord, bool) {
	all := kindWords()
	at := slices.IndexFunc(all, func(w kindWord) bool { return w.kind == kind })
	if at < 0 {
		return kindWord{}, false
	}
	return all[at], true
}

// kindsToRead groups the kinds by how many of each a customer's page looks at.
func kindsToRead() map[int][]activity.Kind {
	groups := map[int][]activity.Kind{}
	for _, w := range kindWords() {
		groups[w.each] = append(groups[w.each], w.kind)
	}
	return groups
}

// inWords lists words in a sentence: "cards, disputes and batch payments".
func inWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
