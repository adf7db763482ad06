package templates

// SeenBefore is what was seen before of a transfer's recipient and customer. It is
// for the desk alone.
type SeenBefore struct {
	First         bool // Wise calls the payment a duplicate: other payments are looked at first
	Recipient     []EarlierRow
	MoreRecipient string // "and 12 more"; empty: all are listed
	Customer      []EarlierRow
	MoreCustomer  string
	Attempts      string   // several attempts failed; empty: they did not
	Notes         []string // what was not found, or is not known
	Siblings      []SiblingRow
	SiblingNotes  []string
}

// EarlierRow is another transfer that failed or came back before.
type EarlierRow struct {
	ID    string
	Code  string // empty: none stands beside its return
	Text  string
	At    When
	Other bool // another customer's
}

// SiblingRow is another transfer to the same recipient about the same time.
type SiblingRow struct {
	Row     TransferRow
	SetUp   When
	Unknown bool // whether the amount is the same is not known
}

// any says whether there is anything to say of what was seen before.
func (s SeenBefore) any() bool {
	return len(s.Recipient)+len(s.Customer)+len(s.Notes) > 0 || s.Attempts != "" || !s.First && s.twins()
}

// twins says whether there is anything to say of other payments.
func (s SeenBefore) twins() bool { return len(s.Siblings)+len(s.SiblingNotes) > 0 }

// EarlierLine is an open problem of whose recipient account something came before.
type EarlierLine struct {
	ID   string
	Text string
	Last When
}
