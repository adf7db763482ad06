package templates

// RecentLook is one thing that the reader has looked up before.
type RecentLook struct {
	Kind string // "Transfer", "Customer" or "User"
	ID   string
	Href string
	Name string // of the customer; empty: not known
	At   When   // when it was last looked up
}
