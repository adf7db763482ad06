package subscription

import (
	"maps"
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/atwise"
	"transferdesk/internal/enrich"
	"transferdesk/internal/fault"
	"transferdesk/internal/feed"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// mostProfiles is how many profiles' lists a page looks at.
const mostProfiles = 200

// latestActs is how many acts a page shows.
const latestActs = 8

// view is what the pages of subscriptions are made of.
type view struct {
	ours       string // our own address; "": not known
	chosen     int64  // the profile; 0: none
	records    []feed.Record
	feed       *templates.Feed
	app        toldList
	profiles   map[int64]toldList // whose lists were ever asked for
	acts       []store.SubscriptionAct
	appWhy     string // why Wise cannot be asked for the application's; "": it can
	profileWhy string // the same for the chosen profile
	appDue     bool   // Wise is being asked for the application's
	profileDue bool   // and for the chosen profile's
}

// read reads what the pages are made of, and has Wise asked in the background for what is old.
func (p *Pages) read(c echo.Context, chosen int64, face front.Face) (v view, err error) {
	v.chosen, v.ours = chosen, p.ourAddress(c)
	var users []int64
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		for _, ask := range []func() error{
			func() error { v.records, err = r.Feeds(); return err },
			func() error { v.feed, err = front.ReadFeed(r, face); return err },
			func() error {
				v.app, err = store.ToldOf[[]api.Subscription](r, store.OfApplicationSubscriptions, 0)
				return err
			},
			func() error { v.profiles, err = readProfileLists(r, chosen); return err },
			func() error { v.acts, err = r.SubscriptionActs(latestActs); return err },
			func() error { users, err = usersOf(r, chosen); return err },
		} {
			if err := ask(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return v, err
	}
	v.appWhy, v.profileWhy = p.appUnavailable(), p.profileUnavailable(chosen, users)
	v.appDue = v.appWhy == "" && p.want(0, v.app)
	v.profileDue = chosen != 0 && v.profileWhy == "" && p.want(chosen, v.profile())
	return v, nil
}

// want has Wise asked in the background, and says whether that is due.
func (p *Pages) want(profile int64, told toldList) bool {
	q := atwise.SubscriptionsOf(profile)
	due := p.Cfg.Enrich.Due(q, enrich.KeptOf(told), transfer.Facts{})
	if due {
		p.Cfg.Enrich.Want(q)
	}
	return due
}

// readProfileLists reads the lists of all profiles that were asked for, and of the
// chosen one.
func readProfileLists(r *store.Reader, chosen int64) (map[int64]toldList, error) {
	ids, err := r.AnswerIDs(store.OfProfileSubscriptions, mostProfiles)
	if err != nil {
		return nil, err
	}
	if chosen != 0 && !slices.Contains(ids, chosen) {
		ids = append(ids, chosen)
	}
	return store.ToldOfAll[[]api.Subscription](r, store.OfProfileSubscriptions, ids)
}

// profile is what was said of the chosen profile.
func (v view) profile() toldList { return v.profiles[v.chosen] }

// told is what was said of a scope.
func (v view) told(profile int64) toldList {
	if profile == 0 {
		return v.app
	}
	return v.profiles[profile]
}

// lists are all lists that are stored, the application's first.
func (v view) lists() []toldList {
	all := []toldList{v.app}
	for _, id := range slices.Sorted(maps.Keys(v.profiles)) {
		all = append(all, v.profiles[id])
	}
	return all
}

// find finds a subscription in the list of a scope: fault.NotFound where it is not.
func (v view) find(profile int64, id string) (atwise.OldSubscription, error) {
	for _, s := range v.told(profile).Value {
		if s.ID == id && isPathPart(id) {
			return atwise.OldSubscription{Profile: profile, Subscription: s}, nil
		}
	}
	return atwise.OldSubscription{}, fault.New(fault.NotFound, "Wise’s list, as it is stored, has no such subscription. It may be gone; open the subscriptions again, and have Wise asked for the list.")
}

// isPathPart says whether an id can stand in an address as it is; Wise's are UUIDs.
func isPathPart(id string) bool {
	for _, r := range id {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_' {
			return false
		}
	}
	return id != "" && len(id) <= 64
}
