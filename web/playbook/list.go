package playbook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/inquiry"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// month is how far back "lately" goes in the playbook.
const month = 30 * 24 * time.Hour

// codeCounts is how many transfers had the codes of one kind.
type codeCounts struct {
	seen   []store.SeenCode
	recent map[string]int64
}

// List is /reasons: every code that has a card, and for leads those that
// came without one.
func (p *Pages) List(c echo.Context, who auth.Actor) error {
	face := p.Face(who)
	counts := map[reason.Kind]codeCounts{}
	var feed *templates.Feed
	err := p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		for _, kind := range []reason.Kind{reason.OfFailure, reason.OfCase} {
			if counts[kind], err = p.readCounts(r, kind, face.Now.Add(-month)); err != nil {
				return err
			}
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := templates.PlaybookPage{Frame: p.Frame(c, who, templates.NavPlaybook, feed), Query: front.Clipped(inquiry.Read(c.QueryParam("q")).Text)}
	page.Title = "Playbook"
	known := !page.Upgrading
	page.Groups = p.cardGroups(page.Query, counts, known, face)
	page.Empty = templates.Empty{Kind: templates.NothingMatches, Title: "No card matches", Text: "No card has these words in its code, its title or its texts.", Clear: "/reasons"}
	if who.May(auth.EditPlaybook) && page.Query == "" {
		page.Todo = append(p.todo(reason.OfFailure, counts, face), p.todo(reason.OfCase, counts, face)...)
		slices.SortStableFunc(page.Todo, func(a, b templates.CodeTodo) int { return cmp.Compare(b.Last.RFC, a.Last.RFC) })
		page.TodoMore = max(0, len(page.Todo)-mostTodo)
		page.Todo = page.Todo[:len(page.Todo)-page.TodoMore]
	}
	return p.OK(c, templates.PlaybookList(page))
}

// mostTodo is how many codes without a card are listed at once: more than anybody
// writes cards for in a day.
const mostTodo = 100

// readCounts reads which codes of a kind came, and how often; how often lately of
// those alone that have a card.
func (p *Pages) readCounts(r *store.Reader, kind reason.Kind, since time.Time) (counts codeCounts, err error) {
	if counts.seen, err = r.CodesSeen(store.CodeKind(kind)); err != nil {
		return counts, err
	}
	codes := make([]string, 0, len(counts.seen))
	for _, seen := range counts.seen {
		if p.hasCard(kind, seen.Code) {
			codes = append(codes, seen.Code)
		}
	}
	counts.recent, err = r.CodesSince(store.CodeKind(kind), codes, since)
	return counts, err
}

// ever is how many transfers ever had a code.
func (c codeCounts) ever(code string) (n int64) {
	for _, seen := range c.seen {
		if seen.Code == code {
			n = seen.Transfers
		}
	}
	return n
}

// cardGroups are the cards that match, by kind: payout failures in Wise's order.
func (p *Pages) cardGroups(query string, counts map[reason.Kind]codeCounts, known bool, face front.Face) []templates.CardGroup {
	failures := templates.CardGroup{ID: "failures", Title: "Payout failures", Note: "in Wise’s own order"}
	for _, card := range p.cards().Failures() {
		if matches(query, card.Code, card.Writing()) {
			row := templates.CardRow{Href: templates.ReasonPath(reason.OfFailure, card.Code), Code: card.Code, Title: card.Title, Who: card.NewPayment, Openness: card.Openness}
			row.Edited = cardEdited(card.Edited, face)
			failures.Rows = append(failures.Rows, withCounts(row, counts[reason.OfFailure], card.Code, known))
		}
	}
	cases := templates.CardGroup{ID: "cases", Title: "Active cases", Note: "what holds a transfer up"}
	for _, card := range p.cards().Cases() {
		if matches(query, card.Code, card.Writing()) {
			row := templates.CardRow{Href: templates.ReasonPath(reason.OfCase, card.Code), Code: card.Code, Title: card.Title, Who: card.Who, Openness: card.Openness}
			row.Edited = cardEdited(card.Edited, face)
			cases.Rows = append(cases.Rows, withCounts(row, counts[reason.OfCase], card.Code, known))
		}
	}
	return slices.DeleteFunc([]templates.CardGroup{failures, cases}, func(g templates.CardGroup) bool { return len(g.Rows) == 0 })
}

// withCounts puts the numbers on a row; while events are read again they are not known.
func withCounts(row templates.CardRow, counts codeCounts, code string, known bool) templates.CardRow {
	if known {
		row.Recent, row.Ever = strconv.FormatInt(counts.recent[code], 10), strconv.FormatInt(counts.ever(code), 10)
	}
	return row
}

// todo are the codes of a kind that came and have no card. What is for compliance
// alone is not among them.
func (p *Pages) todo(kind reason.Kind, counts map[reason.Kind]codeCounts, face front.Face) []templates.CodeTodo {
	var list []templates.CodeTodo
	for _, seen := range counts[kind].seen {
		if p.hasCard(kind, seen.Code) {
			continue
		}
		row := templates.CodeTodo{Code: seen.Code, Kind: templates.KindWords(kind), Count: transfersText(seen.Transfers), Last: face.At(seen.Last)}
		if row.Href = templates.ReasonPath(kind, seen.Code); row.Href != "" {
			row.Write = editPath(kind, seen.Code)
		} else {
			row.Detail = "it can have none: ask Wise what it sends"
		}
		list = append(list, row)
	}
	return list
}

// hasCard says whether somebody has classified a code.
func (p *Pages) hasCard(kind reason.Kind, code string) bool {
	if kind == reason.OfCase {
		return p.cards().Case(code).Known
	}
	return p.cards().Failure(code).Known
}

// matches says whether a card has all the words that are looked for, in its code or
// its texts; words of a code may be parted by blanks.
func matches(query, code string, w reason.Writing) bool {
	text := strings.ToLower(strings.Join([]string{code, strings.ReplaceAll(code, "_", " "), w.Title, w.Meaning, w.Ask, w.Fix, w.CustomerWhy, w.CustomerNext, w.CustomerText, w.DeskNote}, "\n"))
	for word := range strings.FieldsSeq(strings.ToLower(query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// cardEdited makes who wrote a card ready for print.
func cardEdited(e *reason.Edited, face front.Face) *templates.CardEdited {
	if e == nil {
		return nil
	}
	return &templates.CardEdited{Version: e.Version, By: e.By, At: face.At(e.At), Note: e.Note}
}
