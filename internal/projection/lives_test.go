package projection

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

var livesTried = flag.Int("lives", 300, "how many random lives are folded in every order")

// TestRandomLivesHaveOneEndState: whatever the order, the repetitions and the
// batches in which they come, and after a rebuild, the lives of some customers add
// up to the same.
func TestRandomLivesHaveOneEndState(t *testing.T) {
	var bodies []string
	for life := range *livesTried {
		bodies = append(bodies, drawLife(1_000_000*int64(life+1), 30).Example(life)...)
	}
	var want string
	for seed := range uint64(2) {
		db := testkit.DB(t)
		r := rand.New(rand.NewPCG(seed, 1))
		comeInAnyOrder(t, r, db, bodies)
		got := endState(t, db)
		if seed == 0 {
			want = got
		} else if got != want {
			t.Errorf("the end states of two orders differ:\n%s", differing(want, got))
		}
		before := dump(t, db)
		p := New(db, clock, quiet())
		p.size.Store(int64(1 + r.IntN(500)))
		if err := p.Rebuild(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		if after := dump(t, db); after != before {
			t.Errorf("the read models differ after a rebuild:\n%s", differing(before, after))
		}
	}
	t.Logf("%d lives, %d bodies, %d lines of facts", *livesTried, len(bodies), strings.Count(want, "\n"))
}

// comeInAnyOrder delivers the bodies, each at least once without the test header and
// a third of them again, and folds in between, in batches of any size.
func comeInAnyOrder(t *testing.T, r *rand.Rand, db *store.DB, bodies []string) {
	t.Helper()
	all := letters(bodies...)
	for range len(bodies) / 3 {
		all = append(all, letter{body: bodies[r.IntN(len(bodies))], test: r.IntN(2) == 0})
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	p := New(db, clock, quiet())
	for len(all) > 0 {
		n := min(len(all), 1+r.IntN(2000))
		deliver(t, db, all[:n]...)
		all = all[n:]
		p.size.Store(int64(1 + r.IntN(300)))
		if err := p.CatchUp(context.Background()); err != nil {
			t.Fatalf("folding: %v", err)
		}
	}
}

// endState prints everything that may not rest on arrival, a fact on each line, with
// hashes of bodies in the place of their ids.
func endState(t *testing.T, db *store.DB) string {
	t.Helper()
	conn := side(t, db)
	hashes := map[float64]string{}
	for _, line := range strings.Split(rowsOf(t, conn, `SELECT id, hex(body_sha256) FROM deliveries`), "\n") {
		var id float64
		var hash string
		if _, err := fmt.Sscan(line, &id, &hash); err != nil {
			t.Fatal(err)
		}
		hashes[id] = hash[:8]
	}
	var lines []string
	for _, table := range []string{"rm_transfers", "rm_users", "rm_activities"} {
		for _, facts := range strings.Split(rowsOf(t, conn, `SELECT CAST(facts AS TEXT) FROM `+table), "\n") {
			var tree any
			if err := json.Unmarshal([]byte(facts), &tree); err != nil {
				t.Fatalf("%s: %v\n%s", table, err, facts)
			}
			hashed(tree, hashes)
			text, _ := json.Marshal(tree)
			lines = append(lines, table+" "+string(text))
		}
	}
	slices.Sort(lines)
	for _, query := range []string{
		`SELECT profile_id, moved_at, count(*) FROM rm_movements GROUP BY 1, 2`, `SELECT profile_id FROM rm_profiles`,
		`SELECT * FROM rm_handles`, `SELECT profile_id, user_id FROM rm_links`, `SELECT * FROM rm_tallies`,
	} {
		lines = append(lines, query, rowsOf(t, conn, query))
	}
	return strings.Join(lines, "\n")
}

// differing shows the lines that only one of two texts has, the first few.
func differing(want, got string) string {
	only := func(of, other string) []string {
		have := map[string]bool{}
		for _, line := range strings.Split(other, "\n") {
			have[line] = true
		}
		left := slices.DeleteFunc(strings.Split(of, "\n"), func(line string) bool { return have[line] })
		return left[:min(3, len(left))]
	}
	return cmp.Diff(only(want, got), only(got, want))
}
