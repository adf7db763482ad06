package web

import (
	"slices"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// linkSection prints which users have the profile, how we know, and what was said before.
func (v identityView) linkSection(face front.Face) templates.LinkSection {
	section := templates.LinkSection{Disagree: v.Links.Disagree(), History: v.history(face)}
	for _, l := range v.Links {
		if l.Withdrawn() && !l.Disputed() {
			continue
		}
		section.Users = append(section.Users, v.linkedUser(l, face))
		section.Restricted = section.Restricted || !l.Counts && v.users[l.User].Restricted()
	}
	return section
}

func (v identityView) linkedUser(l customer.Link, face front.Face) templates.LinkedUser {
	account := answer.ForAccount(v.users[l.User], face.Now, face.Zone)
	user := templates.LinkedUser{User: front.IDText(l.User), Counts: l.Counts, Withdrawn: l.Withdrawn(),
		Tag: templates.Tag{Text: account.Label, Tone: account.Tone}}
	if account.State == "" {
		user.Tag.Text = "Account state not known"
	}
	for _, c := range l.Claims {
		user.Sources = append(user.Sources, templates.LinkClaim{
			Text: claimWords(c), Note: customer.ShownName(c.Note), At: face.At(c.At), Event: c.Event,
		})
	}
	return user
}

// pastEvent is a line of the history with the time to sort it by.
type pastEvent struct {
	at   int64
	line templates.LinkEvent
}

// history is all that leads and imports ever said about the profile, and what
// events taught, newest first.
func (v identityView) history(face front.Face) []templates.LinkEvent {
	var past []pastEvent
	for _, e := range v.Entries {
		text := front.Joined("Directory: "+e.Reference, e.Name, e.Email)
		if e.User != 0 {
			text += ", user " + front.IDText(e.User)
		}
		past = append(past, pastEvent{e.At.UnixMicro(), templates.LinkEvent{
			Text: customer.ShownName(text + "; imported by " + e.By), At: face.At(e.At),
		}})
	}
	for _, l := range v.Said {
		verb := " linked user "
		if l.Withdrawn {
			verb = " withdrew user "
		}
		past = append(past, pastEvent{l.At.UnixMicro(), templates.LinkEvent{
			Text: customer.ShownName(l.By.Name) + verb + front.IDText(l.User), Note: customer.ShownName(l.Note), At: face.At(l.At),
		}})
	}
	for _, l := range v.Links {
		for _, c := range l.Claims {
			if text := linkTold(c.Source); text != "" {
				past = append(past, pastEvent{c.At.UnixMicro(), templates.LinkEvent{
					Text: text + front.IDText(l.User) + " with this profile", At: face.At(c.At), Event: c.Event,
				}})
			}
		}
	}
	slices.SortStableFunc(past, func(a, b pastEvent) int { return int(min(max(b.at-a.at, -1), 1)) })
	var lines []templates.LinkEvent
	for _, p := range past {
		lines = append(lines, p.line)
	}
	return lines
}

// linkTold begins the line of the history of what Wise itself said; empty for what
// people said.
func linkTold(source customer.LinkSource) string {
	switch source {
	case customer.ByAPI:
		return "Wise’s API, when it was last asked, named user "
	case customer.ByLearned:
		return "An event of Wise’s named user "
	}
	return ""
}
