package auth

// Allowed is the one place that decides: whether role alone may do act. What is not
// in the table may be done by nobody, and what takes the compliance flag by no role
// without it, not even an admin's.
func Allowed(role Role, act Act) bool { return !NeedsFlag(act) && rolled(role, act) }

// NeedsFlag says whether act takes the compliance flag beside a role.
func NeedsFlag(act Act) bool { return act == ViewLocked || act == RevealLocked }

// HasRule says whether anybody at all may do act.
func HasRule(act Act) bool {
	_, known := rights[act]
	return known
}

// rolled says whether role is strong enough for act.
func rolled(role Role, act Act) bool {
	weakest, known := rights[act]
	return known && role.rank() >= weakest.rank()
}

// Acts gives every act that has a rule, in no particular order.
func Acts() []Act {
	acts := make([]Act, 0, len(rights))
	for act := range rights {
		acts = append(acts, act)
	}
	return acts
}

// rights names the weakest role that may do each act; see NeedsFlag for those that
// take more than a role.
var rights = map[Act]Role{
	ViewQueue:       Agent,
	Search:          Agent,
	ViewCustomer:    Agent,
	ViewUser:        Agent,
	ViewTransfer:    Agent,
	ViewActivity:    Agent,
	ViewSettlements: Agent,
	ViewCases:       Agent,
	ViewReceipt:     Agent,
	ViewProof:       Agent,
	AskPayout:       Agent,
	ViewBounced:     Agent,
	ViewPlaybook:    Agent,
	ViewDesign:      Agent,
	ViewHelp:        Agent,
	ListenLive:      Agent,
	ShowEditing:     Agent,
	ViewEvents:      Agent,
	ViewEvent:       Agent,
	ViewContract:    Agent,
	ViewLocked:      Agent,
	SignIn:          Agent,
	SignOut:         Agent,

	AskTransfer: Agent,

	TellCustomer: Agent,

	ViewSettings:   Agent,
	ChangeSettings: Agent,
	PrintTransfer:  Agent,

	AssignTransfer:   Agent,
	FollowUpTransfer: Agent,
	ResolveTransfer:  Agent,
	ReopenTransfer:   Agent,

	AddNote:          Agent,
	EditNote:         Agent,
	WithdrawNote:     Agent,
	ChangeOthersNote: Lead,

	AskSupportCase:  Agent,
	OpenSupportCase: Agent,
	AddCaseMessage:  Agent,

	ViewReconciliation: Lead,
	RunReconciliation:  Lead,

	RevealRaw:    Lead,
	RevealLocked: Lead,
	ViewRejected: Lead,
	ApplyAgain:   Lead,
	SetAside:     Lead,
	AttachEvent:  Lead,
	LinkCustomer: Lead,

	EditPlaybook:    Lead,
	RestorePlaybook: Lead,

	ViewSubscriptions:  Lead,
	AskSubscriptions:   Lead,
	AddSubscription:    Lead,
	DeleteSubscription: Lead,
	TestSubscription:   Lead,
	SettleSubscription: Admin,

	CancelTransfer: Lead,

	ViewPeople:    Admin,
	ViewSystem:    Admin,
	AddPerson:     Admin,
	DisablePerson: Admin,
	SetPassword:   Admin,
	SetCompliance: Admin,
	AddToken:      Admin,
	Rebuild:       Admin,

	ImportCustomers: Admin,

	SettleCancellation: Admin,
	SettleCase:         Admin,
}
