package web

import (
	"net/url"
	"slices"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
)

// queueScope is one choice of whose rows the lists of the home page show.
type queueScope struct {
	whose store.Whose
	label string
	empty string // how an empty list begins; empty: as the list says itself
}

// queueScopes is the table, in the order of the page; the first is shown unasked.
func queueScopes() []queueScope {
	return []queueScope{
		{store.WhoseAll, "All", ""},
		{store.WhoseMine, "Mine", "Nothing here is assigned to you"},
		{store.WhoseUnassigned, "Unassigned", "Nothing here is without somebody who has it"},
		{store.WhoseResolved, "Resolved", "Nothing here is resolved"},
	}
}

// chooseScope reads the parameter whose.
func chooseScope(whose string, who auth.Actor) (store.Scope, error) {
	if whose == "" {
		whose = string(store.WhoseAll)
	}
	if !slices.ContainsFunc(queueScopes(), func(one queueScope) bool { return string(one.whose) == whose }) {
		return store.Scope{}, fault.New(fault.Invalid, "There is no such choice: whose is one of all, mine, unassigned, resolved.")
	}
	return store.Scope{Whose: store.Whose(whose), Person: personOf(who)}, nil
}

// personOf is the id of a person; of whoever is none, that of nobody.
func personOf(who auth.Actor) int64 {
	if who.Kind != auth.Person {
		return -1
	}
	return who.ID
}

// sameReader is the same reader's other scope.
func sameReader(scope store.Scope, whose store.Whose) store.Scope {
	return store.Scope{Whose: whose, Person: scope.Person}
}

// queueHref is the address of a list in a scope; the one that is shown unasked is not
// in it.
func queueHref(list queueList, scope store.Scope) string {
	if scope.Whose == store.WhoseAll || scope.Whose == "" {
		return list.href()
	}
	return list.href() + "&" + url.Values{"whose": {string(scope.Whose)}}.Encode()
}

// scopeChips offer the scopes of a list, each with the number of its rows; none for
// accounts, which nobody has, and where nothing can be counted.
func scopeChips(v queueView, chosen queueList) []templates.Tile {
	if chosen.closing() || chosen.watched() && v.behind {
		return nil
	}
	var chips []templates.Tile
	for _, one := range queueScopes() {
		scope := sameReader(v.scope, one.whose)
		chips = append(chips, templates.Tile{
			Count: v.shares[chosen.show].In(scope), Label: one.label, Href: queueHref(chosen, scope), Current: one.whose == v.scope.Whose,
		})
	}
	return chips
}

// emptyScope says of a list that is empty in its scope alone whose rows there are. What
// everybody can see to be empty speaks for itself.
func emptyScope(empty templates.Empty, list queueList, v queueView) templates.Empty {
	share := v.shares[list.show]
	if list.closing() || share.Rows == 0 {
		return empty
	}
	for _, one := range queueScopes() {
		if one.whose == v.scope.Whose && one.empty != "" {
			empty.Title, empty.Text = one.empty, ""
		}
	}
	for _, one := range queueScopes() {
		scope := sameReader(v.scope, one.whose)
		if n := share.In(scope); n > 0 && one.whose != v.scope.Whose && (one.whose != store.WhoseAll || v.scope.Whose == store.WhoseResolved) {
			empty.Elsewhere = append(empty.Elsewhere, templates.Tile{Count: n, Label: one.label, Href: queueHref(list, scope)})
		}
	}
	return empty
}
