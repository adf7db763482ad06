package projection

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/history"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

// everyTransfer reads the facts of all transfers.
func everyTransfer(t testing.TB, db *store.DB) (all []transfer.Facts) {
	t.Helper()
	conn := side(t, db)
	defer func() { _ = conn.Close() }()
	ids := column(t, conn, `SELECT transfer_id FROM rm_transfers`)
	read(t, db, func(r *store.Reader) error {
		for _, text := range ids {
			var id int64
			_, _ = fmt.Sscan(text, &id)
			f, err := r.Transfer(id)
			if err != nil {
				return err
			}
			all = append(all, f)
		}
		return nil
	})
	return all
}

// recounted works out anew what the tables of legs and watches hold, from all facts.
func recounted(all []transfer.Facts) string {
	spans, legs, watches := map[string]int{}, map[history.Key][2]int{}, []string{}
	for _, f := range all {
		for _, leg := range f.Legs() {
			for _, code := range slices.Compact([]string{"", leg.Code}) {
				key := history.Key{Leg: string(leg.Name), Code: code}
				n := legs[key]
				if !leg.Done {
					n[1]++
				} else {
					n[0]++
					for level, unit := 0, 1.0; level < history.Levels; level, unit = level+1, unit*history.Width {
						spans[fmt.Sprint(key.Leg, " ", key.Code, " ", level, " ", math.Floor(math.Floor(leg.To.Sub(leg.From).Seconds())/unit))]++
					}
				}
				legs[key] = n
			}
		}
		for _, w := range f.Watches() {
			watches = append(watches, fmt.Sprint(w.Kind, " transfer ", f.Transfer, " ", w.Code, " ", w.Since.UnixMicro(), " ", f.Profile))
		}
	}
	var lines []string
	for key, n := range spans {
		lines = append(lines, fmt.Sprint("span ", key, " ", n))
	}
	for key, n := range legs {
		lines = append(lines, fmt.Sprint("leg ", key.Leg, " ", key.Code, " ", n[0], " ", n[1]))
	}
	slices.Sort(lines)
	slices.Sort(watches)
	return strings.Join(append(lines, watches...), "\n")
}

// kept is what the tables hold, in the same form.
func kept(t testing.TB, db *store.DB) string {
	t.Helper()
	conn := side(t, db)
	defer func() { _ = conn.Close() }()
	lines := strings.Split(rowsOf(t, conn, `SELECT 'span', leg, code, level, bucket, n FROM rm_spans UNION ALL SELECT 'leg', leg, code, done, open, NULL FROM rm_legs`), "\n")
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], " <nil>")
	}
	slices.Sort(lines)
	watches := rowsOf(t, conn, `SELECT watch, subject_kind, subject_id, code, CASE since WHEN 0 THEN `+fmt.Sprint(time.Time{}.UnixMicro())+` ELSE since END,
		coalesce(profile_id, 0) FROM rm_watches WHERE subject_kind = 'transfer'`)
	return strings.Trim(strings.Join(lines, "\n")+"\n"+watches, "\n")
}

func TestLegsAndWatchesAreThoseOfAllFactsInWhateverBatches(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db := testkit.DB(t)
		arrive(rt, t, db, drawArrivals(rt, drawLives(rt), "order"))
		if diff := cmp.Diff(strings.Trim(recounted(everyTransfer(t, db)), "\n"), kept(t, db)); diff != "" {
			rt.Fatalf("the tables are not what the facts say (-facts +tables):\n%s", diff)
		}
		_ = db.Close()
	})
}

// nearest is a percentile as the books have it.
func nearest(sorted []time.Duration, percent float64) time.Duration {
	return sorted[int(math.Ceil(percent/100*float64(len(sorted))))-1]
}

func TestTheFiguresAreThoseOfARecomputation(t *testing.T) {
	db := testkit.DB(t)
	var all []letter
	code := regexp.MustCompile(`"failure_reason_code":"[A-R][A-Z_0-9]+"`) // many codes become one, so that there are enough of it
	for _, d := range wisesim.Lives(7, start, 1200) {
		all = append(all, letter{body: code.ReplaceAllString(string(d.Body), `"failure_reason_code":"WRONG_NAME"`), id: d.DeliveryID, test: d.Test})
	}
	for i, size := range []int64{1, 700, 33} { // the batches of each third
		third := all[len(all)*i/3 : len(all)*(i+1)/3]
		deliver(t, db, third...)
		p := New(db, clock, quiet())
		p.size.Store(max(size, minBatch))
		if err := p.CatchUp(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	took, open := map[history.Key][]time.Duration{}, map[history.Key]int64{}
	for _, f := range everyTransfer(t, db) {
		for _, leg := range f.Legs() {
			for _, code := range slices.Compact([]string{"", leg.Code}) {
				key := history.Key{Leg: string(leg.Name), Code: code}
				if leg.Done {
					took[key] = append(took[key], leg.To.Sub(leg.From).Truncate(time.Second))
				} else {
					open[key]++
				}
			}
		}
	}
	want, told := history.Table{}, 0
	for key, n := range open {
		want[key] = history.Figures{Open: n}
	}
	for key, some := range took {
		f := history.Figures{N: int64(len(some)), Open: open[key]}
		if slices.Sort(some); f.Told() {
			f.P50, f.P90 = nearest(some, 50), nearest(some, 90)
			told++
		}
		want[key] = f
	}
	if told < 5 {
		t.Fatalf("only %d keys have enough samples, so this guards little", told)
	}
	read(t, db, func(r *store.Reader) error {
		got, err := r.History()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("figures (-recomputed +told):\n%s", diff)
		}
		return err
	})
}

func TestACopyOfAnOlderDecoderKeepsNoClocks(t *testing.T) {
	db := testkit.DB(t)
	older := usual()
	older.version--
	deliver(t, db, letters(stateChange(subject, "2.0.0", "a", "", "incoming_payment_waiting", start.Add(-time.Hour)))...)
	if err := newProjector(db, clock, quiet(), older).CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	conn := side(t, db)
	if _, err := conn.Exec(`DELETE FROM rm_legs; DELETE FROM rm_watches`); err != nil { // that program knew of none
		t.Fatal(err)
	}
	deliver(t, db, letters(stateChange(subject, "2.0.0", "a", "incoming_payment_waiting", "outgoing_payment_sent", start))...)
	project(t, db)
	if got := rowsOf(t, conn, `SELECT leg, done, open FROM rm_legs`); got != "" {
		t.Errorf("half of the counts are there: %s", got)
	}
	if err := New(db, clock, quiet()).Rebuild(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if got, want := rowsOf(t, conn, `SELECT leg, done, open FROM rm_legs`), "created_sent 1 0\nsent_bounced 0 1"; got != want {
		t.Errorf("after the rebuild %q, want %q", got, want)
	}
}
