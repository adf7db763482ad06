package templates

// SubscriptionDeletion is the page that asks before a subscription is deleted.
type SubscriptionDeletion struct {
	Frame
	ID      string
	Name    string
	Type    string
	Version string
	URL     string
	Scope   string // "the application"
	Profile string // for the form; "": the application
	Last    When   // the last event that named it; zero: none
	Never   bool   // none means that none ever came
	After   string // what will be missing
	Here    bool   // it leads here, as far as is known
	Told    string // what Wise said when it was asked for it just now; "": it was not asked
	Trouble bool   // Told is why Wise gave no answer
	Back    string
}
