package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/history"
	"transferdesk/templates"
)

// patienceBy says what is due at a time, by a history and our settings.
func (s *Server) patienceBy(past history.Table, now time.Time) answer.Patience {
	return answer.Patience{History: past, RefundEventAfter: s.cfg.RefundEventAfter, Now: now}
}

// queueTiles are the four counters on top.
func queueTiles(v queueView, chosen queueList, face clockface) []templates.Tile {
	var tiles []templates.Tile
	for _, list := range queueLists() {
		if list.further {
			continue
		}
		counted := v.counts[list.show]
		tile := templates.Tile{
			Count: counted.count, Label: list.label, Oldest: face.age(counted.oldest), Tone: list.tone,
			Href: list.href(), Current: list.show == chosen.show,
		}
		if list.watched() {
			tile.Unknown = notTold(v)
		}
		tiles = append(tiles, tile)
	}
	return tiles
}

// notTold says why what is late cannot be counted; empty: it is counted.
func notTold(v queueView) string {
	switch {
	case v.behind:
		return "being brought up to date"
	case !tellsLate(v.patience.History):
		return "too few of our own yet"
	}
	return ""
}

// queueChecks are the small counters below; none while they cannot be told.
func queueChecks(v queueView, chosen queueList) []templates.Tile {
	var checks []templates.Tile
	for _, list := range queueLists() {
		if list.further && !v.behind {
			checks = append(checks, templates.Tile{
				Count: v.counts[list.show].count, Label: list.label, Href: list.href(), Current: list.show == chosen.show,
			})
		}
	}
	return checks
}
