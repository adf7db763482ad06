package templates

import "transferdesk/internal/proof"

// ProofPage is /transfers/{id}/proof.
type ProofPage struct {
	Frame
	ID       string
	Why      string        // why there is no proof; empty: there is one
	Paper    *proof.Paper  // nil: there is none
	At       When          // when Wise told how it was paid out; zero: never
	Asking   bool          // Wise is being asked
	Troubles []ToldTrouble // why the last try gave no answer
	Message  string        // the SWIFT message made readable, for the desk alone; empty: none
	Actions  []Action
}
