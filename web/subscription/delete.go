package subscription

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/atwise"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// inPath finds the subscription that the path and a profile name in the
// stored list; fault.NotFound where it is in none.
func (p *Pages) inPath(c echo.Context, who auth.Actor, profileText string) (view, atwise.OldSubscription, error) {
	profile, err := formScope(profileText)
	if err != nil {
		return view{}, atwise.OldSubscription{}, err
	}
	v, err := p.read(c, profile, p.Face(who))
	if err != nil {
		return v, atwise.OldSubscription{}, err
	}
	old, err := v.find(profile, c.Param("subscription"))
	return v, old, err
}

// DeletionShow asks before a subscription is deleted, and says what will be missing.
func (p *Pages) DeletionShow(c echo.Context, who auth.Actor) error {
	page, err := p.deletionPage(c, who, c.QueryParam("profile"))
	if err != nil {
		return err
	}
	return p.OK(c, templates.SubscriptionDelete(page))
}

func (p *Pages) deletionPage(c echo.Context, who auth.Actor, profile string) (templates.SubscriptionDeletion, error) {
	v, old, err := p.inPath(c, who, profile)
	if err != nil {
		return templates.SubscriptionDeletion{}, err
	}
	face := p.Face(who)
	page := templates.SubscriptionDeletion{
		Frame: p.Frame(c, who, templates.NavSubscriptions, v.feed), ID: old.ID, Name: old.Name, Type: old.Event, Version: old.Version, URL: old.URL,
		Scope: scopeName(old.Profile), Profile: scopeField(old.Profile), Last: face.At(v.lastOf(old.Subscription)), Never: !p.Cfg.Projector.Upgrading(),
		After: v.after(old), Here: placeOf(old.URL, v.ours) != elsewhere, Back: scopePath(old.Profile, nil),
	}
	page.Title = "Delete a subscription"
	return page, nil
}

// after says what will be missing once a subscription is gone.
func (v view) after(old atwise.OldSubscription) string {
	if placeOf(old.URL, v.ours) == elsewhere {
		return "It leads to another address, so nothing will be missing here. Whoever is there will hear nothing any more."
	}
	left := 0
	for _, list := range v.lists() {
		left += v.othersIn(list, old)
	}
	lost := lostWithout(old.Event)
	switch {
	case lost == "":
		return "Events of this type, which this version only keeps, will not come by it any more."
	case v.othersIn(v.told(old.Profile), old) > 0:
		return "Another subscription of this type, of the same scope, leads here as well: its events still come."
	case left > 0:
		return "Another subscription of this type leads here as well; what it does not cover will be missing: " + lost + "."
	}
	return "No other subscription of this type leads here, as far as is known. It will not be known any more: " + lost + "."
}

// othersIn counts the other subscriptions of a list that bring the same events here.
func (v view) othersIn(list toldList, old atwise.OldSubscription) int {
	others := 0
	for _, s := range list.Value {
		if s.Event == old.Event && s.ID != old.ID && placeOf(s.URL, v.ours) != elsewhere {
			others++
		}
	}
	return others
}

// Delete asks Wise to delete a subscription. What came of it stands on
// the page of subscriptions.
func (p *Pages) Delete(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	v, old, err := p.inPath(c, who, form.Get("profile"))
	if done, ok := v.deletion(c.Param("subscription")); err != nil && ok {
		return c.Redirect(http.StatusSeeOther, scopePath(done.Profile, url.Values{"act": {front.IDText(done.ID)}}))
	}
	if err != nil {
		return err
	}
	act, err := p.Cfg.AtWise.Unsubscribe(c.Request().Context(), who, front.RequestID(c), old)
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, scopePath(old.Profile, url.Values{"act": {front.IDText(act.ID)}}))
}

// deletion finds the act that deleted a subscription, among the latest: a second
// click leads to what came of the first.
func (v view) deletion(id string) (store.SubscriptionAct, bool) {
	for _, act := range v.acts {
		if act.Act == store.ActUnsubscribe && act.Subscription == id && act.Result == string(audit.Done) {
			return act, true
		}
	}
	return store.SubscriptionAct{}, false
}
