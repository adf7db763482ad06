package web

import (
	"slices"

	"transferdesk/internal/activity"
	"transferdesk/internal/atwise"
	"transferdesk/store"
	"transferdesk/templates"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// factsOfCase is what events told of a case; of one that only we know, that it is
// being opened at Wise.
func factsOfCase(l store.ListedCase) activity.Facts {
	if l.Told != nil {
		return *l.Told
	}
	return factsOfOurs(*l.Ours)
}

// caseRows makes rows of cases, with the customers' names.
func (s *Server) caseRows(r *store.Reader, list []store.ListedCase, face front.Face) ([]templates.CaseRow, error) {
	known, err := atwise.KnownCases(r, numbersOf(list))
	if err != nil {
		return nil, err
	}
	var rows []templates.CaseRow
	var profiles []int64
	for _, l := range list {
		f := factsOfCase(l)
		rows, profiles = append(rows, s.caseRow(l, f, known, face)), append(profiles, f.Profile)
	}
	entries, err := r.EntriesOfProfiles(profiles)
	for i := range rows {
		if at := slices.IndexFunc(entries, func(e store.DirectoryEntry) bool { return e.Profile == profiles[i] && e.Profile != 0 }); at >= 0 && !rows[i].Thing.Locked {
			rows[i].Named = front.NameOf(entries[at])
		}
	}
	return rows, err
}

// numbersOf are Wise's numbers of those cases that have one.
func numbersOf(list []store.ListedCase) (ids []int64) {
	for _, l := range list {
		if id, ok := activities.NumberOfCase(factsOfCase(l).Key); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// caseRow makes the row of a case; one with a number that is not among the known ones
// is for compliance alone.
func (s *Server) caseRow(l store.ListedCase, f activity.Facts, known map[int64]bool, face front.Face) templates.CaseRow {
	row := templates.CaseRow{Thing: activities.Thing(f, s.activities.Say(f, nil, face), face)}
	row.Thing.Transfer = front.IDText(f.Transfer)
	locked := false
	if id, ok := activities.NumberOfCase(f.Key); ok {
		row.Thing.Href, locked = activities.CasePath(id), !known[id]
	}
	if l.Ours != nil {
		card := ourCaseCard(ourCase{*l.Ours, locked}, face, s.Cfg.Wall())
		row.Ours = &card
		s.wordOurs(&row, l)
	}
	if row.Thing.Locked = row.Thing.Locked || locked; row.Thing.Locked {
		lockCase(&row.Thing)
	}
	return row
}

// wordOurs says of a case that no event has told of what became of opening it.
func (s *Server) wordOurs(row *templates.CaseRow, l store.ListedCase) {
	if l.Told != nil {
		return
	}
	row.Thing.Headline = front.JoinedText(row.Ours.Title, row.Ours.Text)
	row.Thing.Since = row.Ours.At
	if l.Ours.Case == 0 {
		row.Thing.Tag.Tone = row.Ours.Tone
		row.Thing.Title, row.Thing.Href, row.Thing.Tag.Text = "No number yet", "/transfers/"+row.Ours.Transfer+"#our-cases", "Not known"
	}
}
