package story

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// mostPermuted is how many deliveries a life may have to be tried in every order.
const mostPermuted = 6

// TestEveryOrderOfAShortLifeGivesOneAnswer folds and composes each life of up to six
// deliveries in every order, the ids of the deliveries following the order.
func TestEveryOrderOfAShortLifeGivesOneAnswer(t *testing.T) {
	t.Parallel()
	tried := 0
	for _, l := range lives(t) {
		if len(l.deliveries) > mostPermuted {
			continue
		}
		events := l.decoded(t)
		want := l.folded(events)
		permute(events, func(order []numbered) {
			if got := l.folded(order); got != want {
				t.Errorf("%s: another order gives another answer\n%s", l.name, difference(want, got))
			}
		})
		tried++
	}
	if tried < 60 {
		t.Errorf("%d lives are short enough, want 60 at least", tried)
	}
}

// cards is the catalogue, built once for the many compositions.
var cards = reason.Builtin()

// numbered is what a delivery tells of the life's transfer, and its number in the file.
type numbered struct {
	number int
	event  *transfer.Event // nil: nothing
}

// decoded reads each delivery.
func (l life) decoded(t *testing.T) []numbered {
	t.Helper()
	var all []numbered
	for _, d := range l.deliveries {
		body, src := []byte(d.body), evidence.Source{Delivery: int64(d.number), ReceivedAt: l.settings.now}
		if d.kind == asked {
			seen, err := d.seen()
			if err == nil {
				body, err = seen.Body()
			}
			if err != nil {
				t.Fatalf("%s: delivery %d: %v", l.name, d.number, err)
			}
			src.Asked = true
		}
		event := wise.Decode(body, src).Transfer
		if event != nil && event.Transfer != l.settings.transfer {
			event = nil
		}
		if event != nil {
			sum := sha256.Sum256(body)
			event.Hash = hex.EncodeToString(sum[:])
		}
		all = append(all, numbered{d.number, event})
	}
	return all
}

// folded is the answer to the deliveries in an order, by the transfer's own events
// alone; what it rests on is named by the numbers in the file.
func (l life) folded(order []numbered) string {
	var events []transfer.Event
	numbers := map[int64]int{}
	for i, n := range order {
		id := int64(i + 1)
		numbers[id] = n.number
		if n.event != nil {
			e := *n.event
			e.Source.Delivery = id
			events = append(events, e)
		}
	}
	facts, _ := transfer.Fold(l.settings.transfer, events)
	if facts.FirstAt.IsZero() {
		return ""
	}
	p := &printer{numbers: numbers}
	s := said{numbers: numbers, reader: l.settings.reader, composed: answer.Compose(answer.Input{
		Facts: facts, Catalogue: cards, Funding: l.settings.funding,
		Now: l.settings.now, Zone: l.settings.reader, Company: l.settings.company,
	})}
	s.sentences(p)
	for _, f := range s.composed.Flags {
		p.line(f.Code, f.Text, f.Evidence)
	}
	return p.b.String()
}

// permute calls try with every order (Heap's way).
func permute(all []numbered, try func([]numbered)) {
	order := slices.Clone(all)
	var swap func(n int)
	swap = func(n int) {
		if n <= 1 {
			try(order)
			return
		}
		for i := range n {
			swap(n - 1)
			j := 0
			if n%2 == 0 {
				j = i
			}
			order[j], order[n-1] = order[n-1], order[j]
		}
	}
	swap(len(order))
}
