package web

import (
	"strconv"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// mostSeenBefore is of how many open problems it is looked up what came before, the
// latest first.
const mostSeenBefore = 20

// customerLens is what is only seen across a customer's transfers and those of others.
type customerLens struct {
	incidents []answer.Incident            // of now, also those that no transfer of the customer is part of
	earlier   map[int64]store.EarlierCount // by open problem: of which payments to the same recipient failed before
}

// readCustomerLens reads it, for a customer's page and JSON.
func (s *Server) readCustomerLens(r *store.Reader, v *customerView) (err error) {
	if v.lens.incidents, err = s.readIncidents(r); err != nil || s.Cfg.Projector.Upgrading() {
		return err
	}
	var asks []store.EarlierAsk
	for _, f := range v.problems[:min(len(v.problems), mostSeenBefore)] {
		if f.Account == 0 || f.Inbound != nil {
			continue
		}
		until, troubled := answer.Trouble(f)
		if !troubled {
			until = s.Now()
		}
		asks = append(asks, store.EarlierAsk{Transfer: f.Transfer, Account: f.Account, Until: until})
	}
	if len(asks) > 0 {
		v.lens.earlier, err = r.EarlierCounts(asks)
	}
	return err
}

// customerIncidents are the incidents that one of a customer's transfers is part of,
// with the events that say so: of the open problems and of the transfers shown.
func customerIncidents(v customerView) (own []answer.Incident, rests []evidence.IDs) {
	for _, one := range v.lens.incidents {
		var ids evidence.IDs
		for _, f := range append(v.problems[:len(v.problems):len(v.problems)], v.transfers.Rows...) {
			if more, holds := one.Holds(f); holds {
				ids = evidence.Union(ids, more)
			}
		}
		if len(ids) > 0 {
			own, rests = append(own, one), append(rests, ids)
		}
	}
	return own, rests
}

// lensFlags are the flags of a customer about what is seen across transfers.
func (s *Server) lensFlags(v customerView, face front.Face) (flags []answer.Flag) {
	in := answer.Input{Catalogue: s.catalogue(), Now: face.Now, Zone: face.Zone, Company: s.Cfg.Company}
	own, rests := customerIncidents(v)
	for i, one := range own {
		flags = append(flags, one.Flag(in, rests[i]))
	}
	flag := answer.Flag{Code: answer.FlagRecipientFailedBefore}
	var ids []string
	for _, f := range v.problems {
		if one, before := v.lens.earlier[f.Transfer]; before {
			ids = append(ids, front.IDText(f.Transfer))
			flag.Evidence = evidence.Union(flag.Evidence, evidence.IDs{one.Delivery})
			if one.Last.After(flag.Since) {
				flag.Since = one.Last
			}
		}
	}
	if len(ids) == 0 {
		return flags
	}
	flag.Text = "Other payments to the same recipient account failed or came back before: see " +
		ofMany(int64(len(ids)), "transfer ", "transfers ") + strings.Join(ids, ", ") + "."
	return append(flags, flag)
}

// earlierLines are the open problems of which something came before, in their order.
func earlierLines(v customerView, face front.Face) []templates.EarlierLine {
	var lines []templates.EarlierLine
	for _, f := range v.problems {
		one, before := v.lens.earlier[f.Transfer]
		if !before {
			continue
		}
		text := ofMany(one.N, "1 other payment", strconv.FormatInt(one.N, 10)+" other payments") + " to its recipient account failed or came back before"
		if one.More {
			text = "at least " + text
		}
		lines = append(lines, templates.EarlierLine{ID: front.IDText(f.Transfer), Text: text, Last: face.At(one.Last)})
	}
	return lines
}
