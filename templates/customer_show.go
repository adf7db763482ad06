package templates

// CustomerPage is /customers/{profile_id}.
type CustomerPage struct {
	Frame
	Profile   string
	First     When // first event that named the profile
	Who       Who
	Account   AccountPair
	Flights   Flights
	Links     LinkSection
	Refused   []TokenRefused // of the linked users
	Verified  Verification
	Jumps     []Tab
	Open      []OpenRow      // what waits for somebody, worst first; on the first page only
	Incidents IncidentBanner // that one of the transfers is part of
	Earlier   []EarlierLine  // open problems of whose recipients something came before
	MoreOpen  int64          // how many things more are open than Open shows
	Transfers []TransferRow  // newest first
	Pager     Pager
	Movements []Movement        // newest first
	More      Pager             // of the movements
	Money     []ActivityGroup   // what else is told of the balances
	Sections  []ActivitySection // everything beside transfers and money; on the first page only
	Silent    string            // what nothing was told of: "cards, disputes and batch payments"; empty: nothing is missing
	Kept      []EventRow        // events that name it and are only kept as they came
	OurCases  []OurCase         // that were opened from here, newest first
}

// Verification is whether Wise holds the customer for verified.
type Verification struct {
	Tag    Tag
	Text   string
	Since  When
	Events []int64
}
