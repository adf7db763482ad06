package subscription

import (
	"cmp"
	"slices"
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// rows lists the subscriptions of a scope, those that need a look first,
// in the order of eventUses.
func (p *Pages) rows(v view, profile int64, face front.Face) (rows []templates.SubscriptionRow) {
	list := slices.Clone(v.told(profile).Value)
	slices.SortStableFunc(list, func(a, b api.Subscription) int { return orderOf(a.Event) - orderOf(b.Event) })
	twins := twinsIn(list, v.ours)
	for _, one := range list {
		row := templates.SubscriptionRow{
			ID: one.ID, Name: one.Name, Type: one.Event, Version: one.Version, URL: one.URL, Created: face.At(one.CreatedAt),
			Last: face.At(v.lastOf(one)), Never: !p.Cfg.Projector.Upgrading(), Notes: v.notes(one, twins[one.Event]),
		}
		if isPathPart(one.ID) && v.why(profile) == "" {
			row.Delete = inScope(root+"/"+one.ID+"/delete", profile, nil)
			if row.Test, row.Tests = root+"/"+one.ID+"/test", root+"/"+one.ID+"/test"; profile != 0 {
				row.Test, row.Tests, row.NoTest = "", "", "Wise offers no test for profile subscriptions."
			}
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b templates.SubscriptionRow) int { return cmp.Compare(lookLast(a), lookLast(b)) })
	return rows
}

// lookLast is 0 for a subscription that needs a look, which stands first, else 1.
func lookLast(r templates.SubscriptionRow) int {
	if r.NeedsLook() {
		return 0
	}
	return 1
}

func orderOf(name string) int {
	at := slices.IndexFunc(eventUses, func(use eventUse) bool { return use.name == name })
	if at < 0 {
		return len(eventUses)
	}
	return at
}

// twinsIn is how many subscriptions of a list lead here, by event type. They are
// counted once for all: a list may be thousands long.
func twinsIn(list []api.Subscription, ours string) map[string]int {
	twins := map[string]int{}
	for _, s := range list {
		if placeOf(s.URL, ours) == here {
			twins[s.Event]++
		}
	}
	return twins
}

// notes are what of a subscription needs a look; twins is how many of its type lead
// here.
func (v view) notes(one api.Subscription, twins int) (notes []templates.SubscriptionNote) {
	add := func(text string, tone templates.Tone, more string) {
		notes = append(notes, templates.SubscriptionNote{Tag: templates.Tag{Text: text, Tone: tone}, Text: more})
	}
	at := placeOf(one.URL, v.ours)
	if at == elsewhere {
		add("Another address", answer.Waiting, "Nothing of it comes here.")
	}
	if at == here && twins > 1 {
		add("Twice", answer.Waiting, strconv.Itoa(twins)+" of this type lead here. Each sends its own copy, which counts once; one is enough.")
	}
	newest := wise.NewestVersion(one.Event)
	switch {
	case newest == "":
		add("Type not known", answer.Neutral, "What comes is kept and shown, and read by a version that knows it.")
	case !slices.Contains(wise.Versions(one.Event), one.Version):
		add("Version not known", answer.Neutral, "What comes is read where it says the same as "+newest+", else kept.")
	case one.Version != newest:
		add("Older version", answer.Neutral, "It is read as well; "+newest+" is the newest.")
	}
	return notes
}
