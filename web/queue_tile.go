package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/history"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// patienceBy says what is due at a time, by a history and our settings.
func (s *Server) patienceBy(past history.Table, now time.Time) answer.Patience {
	return answer.Patience{History: past, RefundEventAfter: s.Cfg.RefundEventAfter, Now: now}
}

// queueTiles are the four counters on top.
func queueTiles(v queueView, chosen queueList, face front.Face) []templates.Tile {
	var tiles []templates.Tile
	for _, list := range queueLists() {
		if list.further {
			continue
		}
		tile := templates.Tile{
			Count: v.count(list), Label: list.label, Oldest: face.Age(v.oldest[list.show]), Tone: list.tone,
			Href: queueHref(list, v.scope), Current: list.show == chosen.show,
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
				Count: v.count(list), Label: list.label, Href: queueHref(list, v.scope), Current: list.show == chosen.show,
			})
		}
	}
	return checks
}
