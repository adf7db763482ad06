package templates

// CustomerPage is /customers/{profile_id}.
type CustomerPage struct {
	Frame
	Profile   string
	First     When // first event that named the profile
	Who       Who
	Account   *AccountState // nil: not linked to a user yet, so the account state is unknown
	Links     LinkSection
	Problems  []TransferRow // open problems, worst first; on the first page only
	Transfers []TransferRow // newest first
	Pager     Pager
	Movements []Movement // newest first
	More      Pager      // of the movements
	Kept      []EventRow // events that name it and are only kept as they came
}
