package web

import (
	"net/url"
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/when"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// incidentsShown is how many incidents the banner spells out; the others are counted.
const incidentsShown = 3

// incidentBanner is the one banner for all incidents of now.
func (s *Server) incidentBanner(list []answer.Incident, face front.Face) templates.IncidentBanner {
	var b templates.IncidentBanner
	in := answer.Input{Catalogue: s.catalogue(), Now: face.Now, Zone: face.Zone, Company: s.Cfg.Company}
	for i, one := range list {
		if i == incidentsShown {
			b.More = len(list) - incidentsShown
			break
		}
		b.List = append(b.List, templates.Incident{
			Text: one.Text(in) + ".", Href: incidentPath(one), Link: "See " + ofMany(one.N, "the transfer", "the "+strconv.FormatInt(one.N, 10)+" transfers"),
			Customer: one.CustomerText(in.Catalogue),
		})
	}
	return b
}

func ofMany(n int64, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// incidentPath is the list that has exactly the incident's transfers.
func incidentPath(i answer.Incident) string {
	return "/reasons/" + url.PathEscape(i.Code) + "?" + url.Values{"kind": {string(codeKind(i.IsCase))}, "since": {when.RFC(i.Since)}}.Encode()
}

// incidentFlags are the flags of a transfer that is part of incidents.
func (s *Server) incidentFlags(list []answer.Incident, in answer.Input) (flags []answer.Flag) {
	own, rests := incidentsOf(list, in.Facts)
	for i, one := range own {
		flags = append(flags, one.Flag(in, rests[i]))
	}
	return flags
}
