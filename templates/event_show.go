package templates

// EventPage is /events/{id}: one delivery as it came and what became of it.
type EventPage struct {
	Frame
	Event        EventRow
	Subscription string
	Sent         When
	Source       string // "Wise's webhook"
	Key          string // name of the key that verified it
	SHA256       string // of the body, lower-case hex
	Size         string // "612 bytes"
	Decoder      string // decoder version that judged it; empty: not projected yet
	Flags        []string
	Changes      []Change
	NoChange     string // why it changed nothing; empty when there are changes
	Receipts     []Receipt
	Overflow     int64  // arrivals that were only counted
	Body         string // the body as JSON; personal data masked unless Revealed
	Revealed     bool
	Todo         string       // what to do about it, in words; empty: nothing
	Repair       *Repair      // nil: this person may do nothing about it
	Aside        *Attached    // who set it aside; nil: nobody, or it was taken back
	Attached     []AttachedTo // what it was attached to by hand
	Copies       []EventRow   // the same event in other bodies
	History      []RepairLine // what people did about it, newest first
	Headers      []Header     // those that are kept of the first arrival
	RevealPath   string       // where a lead or an admin sees it unmasked, which is recorded; empty: may not, or is revealed
	NoReveal     string       // why a lead or an admin may not see it unmasked; empty: may, or the role does not
	Locked       *LockedPart  // nil: nothing is withheld, or this person has no compliance flag
}

// Change is one thing that the event changed.
type Change struct {
	Text string
	Href string // page of the thing; empty: none
	Link string // text of the link: "Transfer 49983981"
}

// Receipt is one arrival of the delivery.
type Receipt struct {
	At         When
	DeliveryID string // X-Delivery-Id as it came, cut; empty: none came
	Test       bool   // it carried the test header
}
