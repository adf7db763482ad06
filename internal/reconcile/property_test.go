package reconcile_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// path is the states of the transfers of the property.
var path = []transfer.State{transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent, transfer.BouncedBack, transfer.FundsRefunded}

// Whatever comes when, webhooks, rounds or persons who ask: the facts are those that a
// rebuild makes of the same journal, which knows of no round, and once all webhooks
// have come no state rests on asking.
func TestWhateverOrderWebhooksAndRoundsComeInTheFactsAreThoseOfTheJournal(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b := newBench(t)
		b.profile(ours)
		at, late := map[int]time.Time{0: start.Add(-time.Hour)}, []int{0}
		b.sim(1, ours, path[0], at[0])
		for n := 0; n < 12; n++ {
			switch rapid.SampledFrom([]string{"move", "hear", "round", "ask"}).Draw(rt, "what") {
			case "move":
				if next := len(at); next < len(path) {
					at[next], late = b.now, append(late, next)
					b.move(1, path[next])
				}
			case "hear":
				late = b.hearOne(rt, at, late)
			case "round":
				b.steps(time.Duration(rapid.IntRange(1, 20).Draw(rt, "minutes")) * time.Minute)
			case "ask":
				_ = b.reconcile.Ask(t.Context(), agent, "", 1) // held back at times
			}
			b.now = b.now.Add(3 * time.Minute) // more than clocks are apart
		}
		b.sameAfterRebuild(rt)
		for len(late) > 0 {
			late = b.hearOne(rt, at, late)
		}
		b.sameAfterRebuild(rt)
		b.steps(30 * time.Minute)
		for _, v := range b.facts(1).Visits {
			if v.Seen {
				rt.Errorf("%s rests on asking although every webhook has come", v.State)
			}
		}
		for _, f := range b.findings() {
			if f.ExplainedAt.IsZero() {
				rt.Errorf("%+v is not explained although every webhook has come", f)
			}
		}
	})
}

// hearOne lets one of the late webhooks come in.
func (b *bench) hearOne(rt *rapid.T, at map[int]time.Time, late []int) []int {
	if len(late) == 0 {
		return nil
	}
	i := rapid.IntRange(0, len(late)-1).Draw(rt, "which")
	which := late[i]
	from := transfer.State("")
	if which > 0 {
		from = path[which-1]
	}
	b.hear(1, ours, from, path[which], at[which])
	return append(append([]int{}, late[:i]...), late[i+1:]...)
}

// sameAfterRebuild compares the facts with those of the journal alone.
func (b *bench) sameAfterRebuild(rt *rapid.T) {
	row := func(r *store.Reader) (store.TransferRow, error) {
		row, _, err := r.TransferRow(store.Live, 1)
		return row, err
	}
	if err := b.projector.CatchUp(b.t.Context()); err != nil {
		rt.Fatal(err)
	}
	before := look(b, row)
	if err := b.projector.Rebuild(b.t.Context(), nil); err != nil {
		rt.Fatal(err)
	}
	if diff := cmp.Diff(before.Facts, look(b, row).Facts); diff != "" {
		rt.Errorf("the facts and those of a rebuild differ:\n%s", diff)
	}
}
