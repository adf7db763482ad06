package auth

// Act is one thing that a person, a token or the command line can do. Its text
// stands in the audit log, so it never changes once released.
type Act string

// Acts that only look. Customer, user, transfer, activity and event pages and their JSON
// are recorded as views before they are shown (audit.View); lists are not.
const (
	ViewQueue       Act = "queue.view"
	Search          Act = "search"
	ViewCustomer    Act = "customer.view"
	ViewUser        Act = "user.view"
	ViewTransfer    Act = "transfer.view"
	ViewActivity    Act = "activity.view" // one thing beside transfers: a card, a dispute, a case, …
	ViewSettlements Act = "settlements.view"
	ViewCases       Act = "cases.view" // the list of support cases with Wise
	ViewBounced     Act = "bounced.view"
	ViewEvents      Act = "events.view"
	ViewEvent       Act = "event.view"          // with personal data masked
	RevealRaw       Act = "event.reveal"        // the body and headers as they came
	ViewContract    Act = "openapi.view"        // the description of the JSON API
	ViewLocked      Act = "event.locked"        // what is for compliance alone in one event
	RevealLocked    Act = "event.reveal_locked" // the body as it came, of an event that holds something locked
	ViewRejected    Act = "rejected.view"       // what came to the webhook and was refused
	ViewPeople      Act = "people.view"
	ViewSystem      Act = "system.view" // health, sizes, versions

	ViewReceipt Act = "transfer.receipt" // Wise's own, asked of Wise at that moment
	ViewProof   Act = "transfer.proof"   // our own proof of payout, as a page or a PDF

	ViewPlaybook Act = "playbook.view"
	ViewDesign   Act = "design.view" // the components, with invented examples
	ViewHelp     Act = "help.view"   // what words, colours and keys mean

	ListenLive  Act = "live.listen" // to what changes on an open page
	ShowEditing Act = "live.edit"   // showing others that one is typing

	ViewSettings  Act = "settings.view"  // one's own
	PrintTransfer Act = "transfer.print" // a view that leaves the desk on paper

	ViewSubscriptions  Act = "subscriptions.view"
	ViewReconciliation Act = "reconciliation.view" // what asking Wise's API has found
)

// Acts that change something.
const (
	SignIn        Act = "session.start"
	SignOut       Act = "session.end"
	AddPerson     Act = "person.add"
	DisablePerson Act = "person.disable"
	SetPassword   Act = "person.password"
	SetCompliance Act = "person.compliance" // giving or taking the flag
	AddToken      Act = "token.add"
	Rebuild       Act = "projection.rebuild"

	LinkCustomer    Act = "customer.link"    // a user to a profile, or withdrawing that
	ImportCustomers Act = "customers.import" // into the directory

	EditPlaybook    Act = "playbook.edit"    // the card of a failure or a case
	RestorePlaybook Act = "playbook.restore" // an older version, or the built-in card

	ApplyAgain  Act = "event.apply_again" // one quarantined or kept event, or all that a filter matches
	SetAside    Act = "event.set_aside"   // a quarantined event, or taking that back
	AttachEvent Act = "event.attach"      // to a transfer, customer or user, or detaching it

	AddSubscription    Act = "subscription.add" // at Wise, one or all that are missing
	DeleteSubscription Act = "subscription.delete"
	TestSubscription   Act = "subscription.test"   // asking Wise to send a test
	SettleSubscription Act = "subscription.settle" // by the server itself: one that was cut off

	OpenSupportCase Act = "support_case.open"    // at Wise, about a transfer
	AddCaseMessage  Act = "support_case.message" // at Wise, in a case
	SettleCase      Act = "support_case.settle"  // finding out whether Wise opened it; the server itself

	ChangeSettings Act = "settings.change" // one's own

	TellCustomer Act = "transfer.tell" // noting what a customer was told

	AssignTransfer   Act = "transfer.assign"    // to oneself, another or nobody
	FollowUpTransfer Act = "transfer.follow_up" // setting or clearing the day to look again
	ResolveTransfer  Act = "transfer.resolve"
	ReopenTransfer   Act = "transfer.reopen"

	AddNote          Act = "note.add"      // to a transfer, for our own people
	EditNote         Act = "note.edit"     // one's own, or taking its last change back
	WithdrawNote     Act = "note.withdraw" // one's own
	ChangeOthersNote Act = "note.others"   // either, of a note of somebody else

	CancelTransfer     Act = "transfer.cancel"        // asking Wise to, which is final
	SettleCancellation Act = "transfer.cancel_settle" // finding out whether Wise did it; the server itself
)

// Acts that ask Wise's API, and change nothing there.
const (
	AskPayout         Act = "transfer.payout_ask" // how it was paid out
	AskSubscriptions  Act = "subscriptions.ask"   // for the lists of subscriptions
	AskSupportCase    Act = "support_case.ask"    // for its messages
	AskTransfer       Act = "transfer.ask"        // how it has one transfer
	RunReconciliation Act = "reconciliation.run"  // a round over all profiles, or stopping it
)
