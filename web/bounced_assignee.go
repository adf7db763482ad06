package web

import (
	"net/url"
	"strconv"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// What the filter assignee takes besides the id of a person.
const (
	assigneeMe   = "me"   // who reads the page; of a token there is none
	assigneeNone = "none" // nobody
)

// parseAssignees reads the filter assignee; one that nobody has gives a list that says
// why it is empty.
func parseAssignees(query url.Values, who auth.Actor) ([]int64, error) {
	var all []int64
	for _, value := range front.Severals(query, "assignee") {
		id, err := strconv.ParseInt(value, 10, 64)
		switch {
		case value == assigneeNone:
			id = 0
		case value == assigneeMe && who.Kind == auth.Person:
			id = who.ID
		case err != nil || id <= 0:
			return nil, fault.New(fault.Invalid, "The filter assignee takes the number of a person, none, and on pages me.")
		}
		all = append(all, id)
	}
	return all, nil
}

// assigneeGroup offers the reader, nobody and everybody else who is there; one who has
// left only where it is chosen.
func assigneeGroup(people colleagues, who auth.Actor, chosen []string) templates.FilterGroup {
	offered := []string{assigneeMe, assigneeNone}
	for _, p := range people {
		if !p.Left && p.ID != who.ID {
			offered = append(offered, front.IDText(p.ID))
		}
	}
	return templates.FilterGroup{Name: "assignee", Label: "Assignee", Choices: front.Choices(together(offered, chosen), chosen, people.chosenName)}
}

// chosenName is a value of the filter in words.
func (c colleagues) chosenName(value string) string {
	switch value {
	case assigneeMe:
		return "you"
	case assigneeNone:
		return "nobody"
	}
	return c.name(personID(value))
}

// person is who has a transfer, as the JSON tells it; nil: nobody.
func (v handsView) person(transfer int64) *apiPerson {
	id := v.works[transfer].Assignee
	if id == 0 {
		return nil
	}
	return &apiPerson{ID: id, Name: v.people.name(id)}
}
