package transfer

// Fold adds up the events of one transfer.
func Fold(id int64, events []Event) (Facts, []Entry) { return Facts{Transfer: id}, nil }

// Key is the identity of an event.
func (e Event) Key() string { return "" }

// IsCopy says whether e is another body of an event already held.
func IsCopy(held []Event, e Event) bool { return false }
