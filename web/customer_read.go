package web

import (
	"slices"

	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/web/front"
)

// movementsPerPage is the size of a page of the balance movements below a customer's
// transfers.
const movementsPerPage = 25

// customerView is what both the page and the JSON of a customer are made of.
type customerView struct {
	profile   store.Profile
	identity  identityView
	problems  []transfer.Facts
	transfers store.Page[transfer.Facts]
	beside    beside
	whose     store.Told[api.Profile]        // by Wise's API
	tokens    map[int64]store.Told[struct{}] // of the users that count
	money     moneyView
	things    customerThings
	kept      []store.EventRow // name the profile, and no fact rests on them
	ourCases  []ourCase        // opened from here, newest first
	lens      customerLens
	flights   flightsView
}

// customerAsk is what of a customer is asked for: two lists page apart.
type customerAsk struct {
	profile   int64
	transfers string // cursor
	movements string // cursor
}

// first says whether both lists stand at their beginning.
func (a customerAsk) first() bool { return a.transfers == "" && a.movements == "" }

// readCustomer reads what the page and the JSON both show.
func readCustomer(r *store.Reader, ask customerAsk) (v customerView, err error) {
	if v.identity, err = readIdentity(r, ask.profile); err != nil {
		return v, err
	}
	for _, part := range []func(*store.Reader, customerAsk) error{v.readProfile, v.readTransfers, v.readAround, v.readOurCases} {
		if err := part(r, ask); err != nil {
			return v, err
		}
	}
	_, restricted := restriction(v.identity.account(), v.beside.of(ask.profile))
	v.flights, err = readFlights(r, []int64{ask.profile}, restricted)
	return v, err
}

// readProfile reads what Wise has told of the profile, and what it said when asked.
func (v *customerView) readProfile(r *store.Reader, ask customerAsk) (err error) {
	if v.whose, v.tokens, err = readAsked(r, ask.profile, v.identity); err != nil {
		return err
	}
	v.profile, err = r.Profile(ask.profile)
	if fault.KindOf(err) == fault.NotFound && v.identity.known() {
		v.profile, err = store.Profile{ID: ask.profile}, nil // we know the customer before Wise has told of any
	}
	return err
}

// readTransfers reads one page of the transfers, the open problems on the first, and
// what their answers take besides.
func (v *customerView) readTransfers(r *store.Reader, ask customerAsk) (err error) {
	if ask.first() {
		if v.problems, err = r.ProblemsOfProfile(ask.profile); err != nil {
			return err
		}
	}
	if v.transfers, err = r.TransfersOfProfile(ask.profile, ask.transfers, front.RowsPerPage); err != nil {
		return err
	}
	if v.beside.customers, err = r.ActivitiesOfProfiles([]int64{ask.profile}, kindsBeside(), mostBeside); err != nil {
		return err
	}
	listed := slices.Concat(v.problems, v.transfers.Rows)
	if err = v.beside.readTold(r, listed); err != nil {
		return err
	}
	v.beside.hands, err = readHands(r, listed)
	return err
}

// readAround reads what else there is of the customer: things, movements, and events
// that no fact rests on.
func (v *customerView) readAround(r *store.Reader, ask customerAsk) (err error) {
	if v.things, err = readThings(r, ask.profile); err != nil {
		return err
	}
	if v.money, err = readMoney(r, ask.profile, ask.movements); err != nil {
		return err
	}
	v.kept, err = r.KeptAbout(store.OfProfile, ask.profile)
	return err
}

// readOurCases reads the support cases that were opened from here.
func (v *customerView) readOurCases(r *store.Reader, ask customerAsk) error {
	opened, err := r.SupportCasesOfProfile(ask.profile)
	if err != nil {
		return err
	}
	v.ourCases, err = readOurCases(r, opened)
	return err
}
