package reason

// Table names a table of codes that stand beside the payout failures and the
// active cases.
type Table string

// The tables, each with where its codes come from.
const (
	DetailsOrders    Table = "account_details_order"   // account-details-order#order-state-change
	BalanceStates    Table = "balance"                 // balances#account-state-change
	Batches          Table = "batch"                   // batch-payment-initiations#state-change
	CardFees         Table = "card_fee"                // fees of cards#transaction-state-change and of swift-in#credit
	CardOrders       Table = "card_order"              // cards#card-order-status-change
	CardProductions  Table = "card_production"         // cards#card-production-status-change
	CardStatuses     Table = "card_status"             // cards#card-status-change
	CardSteps        Table = "card_step"               // transaction_step_type of cards#transaction-state-change
	CardTransactions Table = "card_transaction"        // transaction_state of the same
	CardTypes        Table = "card_transaction_type"   // transaction_type of the same
	CaseStatuses     Table = "support_case"            // partner-support#case-changed
	CaseTypes        Table = "support_case_type"       // types, sub-types and message types of the same
	CDDStates        Table = "cdd_check"               // profiles#cdd-check-state-change
	Declines         Table = "decline"                 // decline_reason and detailed_decline_reason
	DetailsPayments  Table = "account_details_payment" // account-details-payment#state-change
	DisputeReasons   Table = "dispute_reason"          // transaction-disputes#update
	DisputeStates    Table = "dispute"                 // sub_status of the same, else its status
	Evidences        Table = "evidence"                // required_evidences of the CDD check, requirements of a KYC review
	HoldLimits       Table = "hold_limit"              // hold-limit-breach#update
	HoldLimitEnds    Table = "hold_limit_end"          // closing_reason of the same
	KYCReviews       Table = "kyc_review"              // kyc-reviews#state-change
	Outcomes         Table = "review_outcome"          // review_outcome of the CDD check
	ProfileStates    Table = "profile_state"           // profiles#state-change
	RecipientStates  Table = "recipient"               // recipients#state-change
	Requirements     Table = "requirement"             // states of what a KYC review or a details order asks for
	SwiftMessages    Table = "swift_message"           // swift#message-received
	Triggers         Table = "kyc_trigger"             // triggerReferences of a KYC review
	Verifications    Table = "verification"            // profiles#verification-state-change
)

// Standing says how a thing stands that is in this state.
type Standing string

// The standings. The empty one says nothing of it.
const (
	Good    Standing = "good"    // as it should be
	Going   Standing = "going"   // under way, nobody has to do anything
	Waits   Standing = "waits"   // somebody has to act before it goes on
	Trouble Standing = "trouble" // something went wrong
	Over    Standing = "over"    // at its end, with nothing more to come
)

// Word is what a table says of one code.
type Word struct {
	Code     string   // as Wise spells it; in the tables a * stands for any letters
	Known    bool     // false: a code without a row
	Title    string   // a few words, at most 50 runes: "Frozen"
	Meaning  string   // for the agent: one sentence of at most 110 runes, no code and no word that hints at a review
	Who      Who      // who acts
	Ask      string   // the exact thing to ask for or to do; empty: nothing
	Openness Openness //
	Standing Standing //
	Mark     Mark     //

	// CustomerText is a whole sentence for the customer, said only where the openness
	// is tell or softly; empty: nothing is said.
	CustomerText string
}

// Open says whether somebody has to act, or something is wrong.
func (w Word) Open() bool { return w.Standing == Waits || w.Standing == Trouble }

// HandledByCompliance is all that an agent may know of what is locked.
const HandledByCompliance = "Handled by compliance"

// LockedWord is the row of whatever is locked, when its code is not to be named.
func LockedWord() Word { return lockedWord("") }

// lockedWord is the row of a code that only compliance may read. It is the same
// for all of them.
func lockedWord(code string) Word {
	return Word{
		Code: code, Title: HandledByCompliance, Meaning: "Handled by compliance.",
		Who: Us, Ask: "Ask compliance. Say nothing of a cause.", Openness: Locked, Standing: Waits, Mark: Stated,
	}
}

// unknownWord is the row of a code that nobody has classified.
func unknownWord(code string) Word {
	return Word{
		Code: code, Title: Humanise(code), Meaning: "Wise says: " + Humanise(code) + "; we don't know the word yet.",
		Who: Us, Ask: "Ask Wise what it means; do not ask the customer for anything before that.", Openness: Internal, Standing: Waits, Mark: Unsure,
	}
}
