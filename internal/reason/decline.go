package reason

import "slices"

// declineGroup is a group of the table of declines: its codes have who acts, what
// to do and how openly in common.
type declineGroup struct {
	who      Who
	meaning  string
	ask      string
	openness Openness
	mark     Mark
	told     string // whole sentence for the customer, after "was declined."
	codes    []titled
}

// titled is a code, or a pattern of codes, with its name.
type titled struct{ code, title string }

// declines gives the table of decline reasons. The list is Wise's current
// reference of card transactions, which calls itself open and says which ones must
// not be disclosed. A code has its own row before a pattern has it, and of two
// patterns the locked one, which stands first.
func declines() []Word {
	words := lockedDeclines()
	for _, g := range slices.Concat(declinesOfMoney(), declinesOfPlace(), declinesOfAccount()) {
		for _, c := range g.codes {
			words = append(words, g.word(c))
		}
	}
	return words
}

// word makes the row of one code. A decline is at its end: what is open is the
// next payment, not this one.
func (g declineGroup) word(c titled) Word {
	return Word{
		Code: c.code, Title: c.title, Meaning: g.meaning, Who: g.who, Ask: g.ask,
		Openness: g.openness, Standing: Over, Mark: g.mark, CustomerText: g.told,
	}
}

// lockedDeclines are the reasons that may not be disclosed to anybody. A new one of
// the family of suspicions is locked until somebody classifies it.
func lockedDeclines() []Word {
	var words []Word
	for _, code := range []string{
		"SUSPECTED_FRAUD_AML", "SUSPECTED_FRAUD_COMPLIANCE", "SUSPECTED_FRAUD_SANCTIONS", "CARD_PARTNER_SUSPENDED", "ACCOUNT_SUSPENDED", "SUSPECTED_FRAUD_*",
	} {
		words = append(words, lockedWord(code))
	}
	return words
}
