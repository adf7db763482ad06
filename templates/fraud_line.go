package templates

// FraudLine is whom the desk calls at once when a caller says that it was not them,
// or that somebody made them pay.
type FraudLine struct {
	Number string // empty: not set
	Text   string // what to do or say on the way; may be empty
}

// fraudWords are what a caller says, after which the normal script ends.
func fraudWords() []string {
	return []string{"“I did not make this payment.”", "“I was told to pay.”", "“I did not cancel.”", "“I think I was scammed.”"}
}
