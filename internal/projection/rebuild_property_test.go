package projection

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/activity"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// drawLives draws the bodies of some transfers, users and profiles: every kind of
// event, in several versions and subscriptions, with seconds that collide, times
// that cannot be read, and what cannot be understood at all.
func drawLives(t *rapid.T) []string {
	return drawLife(0, 24).Draw(t, "bodies")
}

// drawLife draws at most so many bodies, about the transfers base+71 to base+73 and
// what stands around them.
func drawLife(base int64, most int) *rapid.Generator[[]string] {
	return rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) string { return drawBody(t, base) }), 1, most, rapid.ID)
}

var states = []string{"incoming_payment_waiting", "processing", "funds_converted", "outgoing_payment_sent", "bounced_back", "funds_refunded", "cancelled", "a_new_one"}

func drawBody(t *rapid.T, base int64) string {
	id := base + int64(rapid.IntRange(71, 73).Draw(t, "transfer"))
	version := rapid.SampledFrom([]string{"2.0.0", "4.0.0"}).Draw(t, "version")
	at := start.Add(-time.Hour).Add(time.Duration(rapid.IntRange(0, 12).Draw(t, "second")) * time.Second)
	if version == "4.0.0" {
		at = at.Add(time.Duration(rapid.IntRange(0, 999).Draw(t, "milli")) * time.Millisecond)
	}
	state := func(label string) string { return rapid.SampledFrom(states).Draw(t, label) }
	switch rapid.IntRange(0, 18).Draw(t, "kind") {
	case 0, 1, 2:
		return stateChange(id, version, rapid.SampledFrom([]string{"a", "b"}).Draw(t, "sub"), state("from"), state("to"), at)
	case 3:
		return payoutFailure(id, version, rapid.SampledFrom([]string{"WRONG_NAME", "ACCOUNT_CLOSED"}).Draw(t, "code"), at)
	case 4:
		return refundOf(id, version, rapid.SampledFrom([]string{"10", "10.00", "7.5"}).Draw(t, "amount"), at)
	case 5:
		codes := rapid.SliceOfDistinct(rapid.SampledFrom([]string{"deposit_amount_less_invoice", "x", "y"}), rapid.ID).Draw(t, "cases")
		return activeCases(id, version, at, codes...)
	case 6:
		reference := rapid.SampledFrom([]string{"BNK-1", fmt.Sprint(base + 71), fmt.Sprint(base + 72)}).Draw(t, "reference")
		balance := rapid.SampledFrom([]string{"2.2.0", "3.0.0"}).Draw(t, "balance version")
		return movement(profileOf(id), balance, reference, rapid.SampledFrom([]string{"credit", "debit"}).Draw(t, "direction"), "9.6",
			int64(rapid.IntRange(1, 2).Draw(t, "step")), at)
	case 7:
		user := func(label string) string {
			return rapid.SampledFrom([]string{"ACTIVE", "WITHDRAW_ONLY", "DEACTIVATED"}).Draw(t, label)
		}
		return userChange(id+800, version, user("was"), user("is"), at)
	case 8:
		broken := fmt.Sprintf(`{"resource":{"type":"transfer","id":%d,"profile_id":%d},"current_state":%q,"previous_state":null,"occurred_at":"2026-02-30T99:00:00Z"}`, id, profileOf(id), state("to"))
		return envelope("transfers#state-change", version, "a", broken, at)
	case 9:
		return balanceCredit(profileOf(id), "9.6", at)
	case 15, 16, 17:
		return stateSeen(id, state("seen"), at.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "minutes"))*time.Minute))
	case 18:
		return imitated(stateSeen(id, state("imitated"), at))
	case 10, 11, 12, 13, 14:
		return drawActivity(t, rapid.SampledFrom(kindsDrawn()).Draw(t, "activity"), id, version, at)
	default:
		return rapid.SampledFrom([]string{
			unreadable, noIDs("1"), noIDs("2"), envelope("moons#landed", "1.0.0", "a", `{"resource":{"id":5,"profile_id":71}}`, at),
		}).Draw(t, "odd")
	}
}

// drawArrivals draws an order, repetitions and test headers; every body comes at
// least once without the header, so that each order means the same.
func drawArrivals(t *rapid.T, bodies []string, label string) []letter {
	all := letters(bodies...)
	for _, body := range rapid.SliceOfN(rapid.SampledFrom(bodies), 0, 8).Draw(t, label+" repeats") {
		all = append(all, letter{body: body, test: rapid.Bool().Draw(t, label+" test")})
	}
	return rapid.Permutation(all).Draw(t, label)
}

// arrive delivers letters in chunks and folds in between, in batches of any size.
func arrive(t *rapid.T, tb testing.TB, db *store.DB, all []letter) {
	p := New(db, clock, quiet())
	for len(all) > 0 {
		n := rapid.IntRange(1, len(all)).Draw(t, "chunk")
		deliver(tb, db, all[:n]...)
		all = all[n:]
		p.size.Store(int64(rapid.IntRange(1, 5).Draw(t, "batch")))
		if err := p.CatchUp(context.Background()); err != nil {
			t.Fatalf("folding: %v", err)
		}
	}
}

// known prints all facts and lists, with evidence as hashes of bodies, since ids
// name arrivals.
func known(t testing.TB, db *store.DB) string {
	t.Helper()
	hashes := map[float64]string{}
	var facts []any
	read(t, db, func(r *store.Reader) error {
		for id := int64(1); ; id++ {
			d, err := r.Event(id)
			if err != nil {
				break
			}
			hashes[float64(id)] = hex.EncodeToString(d.Kept.SHA256[:4])
		}
		for id := range int64(3) {
			if f, err := r.Transfer(71 + id); err == nil {
				facts = append(facts, f)
			}
			if f, err := r.User(871 + id); err == nil {
				facts = append(facts, f)
			}
			page, err := r.Money(500+id, "", 100)
			if err != nil {
				return err
			}
			facts = append(facts, moved(page.Rows))
			k, err := r.Exists(id + 71)
			if facts = append(facts, k); err != nil {
				return err
			}
		}
		counts, err := r.QueueCounts()
		facts = append(facts, counts)
		return err
	})
	facts = append(facts, beside(t, db))
	text, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	hashed(tree, hashes)
	text, _ = json.MarshalIndent(tree, "", " ")
	return string(text)
}

// beside gives the facts of all activities, what can be searched for, and which
// profiles and users were named together.
func beside(t testing.TB, db *store.DB) (all []any) {
	t.Helper()
	conn := side(t, db)
	defer func() { _ = conn.Close() }()
	for _, row := range strings.Split(rowsOf(t, conn, `SELECT kind, name FROM rm_activities`), "\n") {
		if kind, name, found := strings.Cut(row, " "); found {
			read(t, db, func(r *store.Reader) error {
				f, err := r.Activity(activity.Key{Kind: activity.Kind(kind), ID: name})
				all = append(all, f)
				return err
			})
		}
	}
	return append(all, rowsOf(t, conn, `SELECT * FROM rm_handles`), rowsOf(t, conn, `SELECT profile_id, user_id FROM rm_links`))
}

// moved prints movements in an order that does not rest on arrival, as the list
// does where seconds are equal.
func moved(rows []store.MoneyRow) []string {
	var all []string
	for _, row := range rows {
		e := row.Movement
		if e == nil {
			all = append(all, fmt.Sprint(row.Swift.Since(), row.Swift.ID))
			continue
		}
		all = append(all, fmt.Sprint(e.At.Second(), e.Transfer, e.Movement.Amount, e.Movement.Credit, e.Movement.Reference))
	}
	slices.Sort(all)
	return all
}

// hashed puts hashes in the place of the ids in evidence.
func hashed(node any, hashes map[float64]string) {
	switch node := node.(type) {
	case []any:
		for _, one := range node {
			hashed(one, hashes)
		}
	case map[string]any:
		for key, value := range node {
			list, ok := value.([]any)
			if !strings.HasSuffix(key, "evidence") || !ok {
				hashed(value, hashes)
				continue
			}
			for i := range list {
				list[i] = hashes[list[i].(float64)]
			}
			slices.SortFunc(list, func(a, b any) int { return slices.Compare([]byte(a.(string)), []byte(b.(string))) })
		}
	}
}

func TestFactsAreEqualForAnyOrderAndAnyRepetition(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		bodies := drawLives(rt)
		one, two := testkit.DB(t), testkit.DB(t)
		arrive(rt, t, one, drawArrivals(rt, bodies, "first order"))
		arrive(rt, t, two, drawArrivals(rt, bodies, "second order"))
		if diff := cmp.Diff(known(t, one), known(t, two)); diff != "" {
			rt.Fatalf("facts differ with the order of arrival:\n%s", diff)
		}
		_ = one.Close()
		_ = two.Close()
	})
}

func TestTheReadModelIsEqualBeforeAndAfterARebuild(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db := testkit.DB(t)
		arrive(rt, t, db, drawArrivals(rt, drawLives(rt), "order"))
		before := dump(t, db)
		p := New(db, clock, quiet())
		p.size.Store(int64(rapid.IntRange(1, 40).Draw(rt, "batch of the rebuild")))
		if err := p.Rebuild(context.Background(), nil); err != nil {
			rt.Fatalf("rebuilding: %v", err)
		}
		if diff := cmp.Diff(before, dump(t, db)); diff != "" {
			rt.Fatalf("read models differ after a rebuild (-before +after):\n%s", diff)
		}
		_ = db.Close()
	})
}
