package web

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// mostOpen is how many things beside transfers the list of what is open shows.
const mostOpen = 15

// customerThings is what events have told of a customer beside transfers.
type customerThings struct {
	facts  []activity.Facts // of each kind the newest, newest first
	counts map[activity.Kind]int64
	gone   map[string]int64 // recipients that are not there any more, by id, with a transfer that is still to be paid out to them
}

func readThings(r *store.Reader, profile int64) (t customerThings, err error) {
	if t.counts, err = r.ActivityCounts(profile); err != nil {
		return t, err
	}
	groups := activities.KindsToRead()
	for _, each := range slices.Sorted(maps.Keys(groups)) { // in one order, which breaks ties on the page
		kinds := slices.DeleteFunc(groups[each], func(k activity.Kind) bool { return t.counts[k] == 0 })
		some, err := r.ActivitiesOfProfile(profile, kinds, each)
		if err != nil {
			return t, err
		}
		t.facts = append(t.facts, some...)
	}
	t.gone, err = readGone(r, t.of(activity.RecipientAccount))
	return t, err
}

// of gives the things of one kind.
func (t customerThings) of(kind activity.Kind) []activity.Facts {
	var some []activity.Facts
	for _, f := range t.facts {
		if f.Kind == kind {
			some = append(some, f)
		}
	}
	return some
}

// openThings are those that wait for somebody: what has a deadline by its day,
// then the newest first.
func (s *Server) openThings(t customerThings, face front.Face) []templates.Activity {
	var rows []templates.Activity
	due := map[string]time.Time{}
	for _, f := range t.facts {
		said := s.activities.Say(f, nil, face)
		row, to := activities.Thing(f, said, face), t.gone[f.ID]
		if f.Kind == activity.RecipientAccount && to != 0 {
			row = goneThing(row, to)
		}
		if row.Open {
			rows, due[row.Href] = append(rows, row), said.Deadline
		}
	}
	slices.SortStableFunc(rows, func(a, b templates.Activity) int {
		da, db := due[a.Href], due[b.Href]
		switch {
		case da.IsZero() && db.IsZero():
			return cmp.Compare(b.Since.RFC, a.Since.RFC)
		case da.IsZero():
			return 1
		case db.IsZero():
			return -1
		}
		return da.Compare(db)
	})
	return rows
}

// openRows are the transfers with an open problem, then everything else that
// waits for somebody.
func openRows(transfers []templates.TransferRow, things []templates.Activity) []templates.OpenRow {
	var rows []templates.OpenRow
	for _, t := range transfers {
		rows = append(rows, templates.OpenRow{Transfer: &t})
	}
	for _, a := range things[:min(len(things), mostOpen)] {
		rows = append(rows, templates.OpenRow{Activity: &a})
	}
	return rows
}

// groups are the kinds of a section of which something was told. What is to be
// done stands in the list of what is open, and is not said twice on one page.
func (s *Server) groups(profile int64, part activities.Part, t customerThings, face front.Face) []templates.ActivityGroup {
	var groups []templates.ActivityGroup
	for _, word := range part.Kinds {
		some := t.of(word.Kind)
		if len(some) == 0 {
			continue
		}
		group := templates.ActivityGroup{
			Title: word.Many, Rows: s.activities.Things(some[:min(len(some), activities.ShownOfKind)], face),
			All: t.counts[word.Kind], Href: activities.ListPath(profile, word.Kind),
		}
		if len(part.Kinds) == 1 {
			group.Title = part.Title
		}
		for i := range group.Rows {
			group.Rows[i].Ask = ""
		}
		groups = append(groups, group)
	}
	return groups
}

// addThings fills in everything beside transfers and movements.
func (s *Server) addThings(page *templates.CustomerPage, v customerView, face front.Face) {
	open := s.openThings(v.things, face)
	page.Open = openRows(s.rows(v.problems, v.beside, face), open)
	page.MoreOpen = int64(max(0, len(open)-mostOpen))
	var silent []string
	for _, part := range activities.Parts() {
		groups := s.groups(v.profile.ID, part, v.things, face)
		switch {
		case part.ID == activities.PartMoney:
			page.Money = groups
		case len(groups) > 0:
			page.Sections = append(page.Sections, templates.ActivitySection{ID: part.ID, Title: part.Title, Groups: groups})
		case part.None != "":
			silent = append(silent, part.None)
		}
	}
	page.Silent = activities.InWords(silent)
	page.Jumps = jumps(*page)
}

// jumps leads to the sections that there are.
func jumps(page templates.CustomerPage) []templates.Tab {
	var tabs []templates.Tab
	add := func(id, text string, n int64) {
		tabs = append(tabs, templates.Tab{Link: templates.Link{Href: "#" + id, Text: text}, Count: n})
	}
	if len(page.Open) > 0 {
		add("open-now", "Open now", int64(len(page.Open))+page.MoreOpen)
	}
	add("transfers", "Transfers", 0)
	add("movements", "Money", 0)
	for _, section := range page.Sections {
		add(section.ID, section.Title, section.Count())
	}
	add("links", "Linked user", int64(len(page.Links.Users)))
	return tabs
}

// verification says how the customer's verification stands, of whose three facts
// none follows from another; that nothing was told is not "no".
func (s *Server) verification(t customerThings, face front.Face) templates.Verification {
	v := answer.VerificationOf(answer.VerificationInput{
		Facts: t.facts, Catalogue: s.catalogue(), Now: face.Now, Zone: face.Zone, Company: s.Cfg.Company,
	})
	if v == nil {
		return templates.Verification{
			Tag:  templates.Tag{Text: "Verification not known", Tone: answer.Neutral, Icon: templates.IconUnknown},
			Text: "Wise has not told us whether this customer is verified.",
		}
	}
	shown := templates.Verification{Tag: templates.Tag{Text: v.Label, Tone: v.Tone}, Text: v.Headline.Text, Since: face.At(v.SinceAt), Events: v.Evidence}
	if v.WhoActs != reason.Nobody && v.Ask != "" {
		shown.Text += " " + v.Ask
	}
	if v.Verified == nil {
		shown.Text += " Whether the profile is verified, Wise has not told us."
	}
	return shown
}
