package projection

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/reason"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// codesOf prints the tables of codes and recipients, but for which delivery told.
func codesOf(t testing.TB, db *store.DB) string {
	t.Helper()
	conn := side(t, db)
	defer func() { _ = conn.Close() }()
	return codeTables(t, conn)
}

func codeTables(t testing.TB, conn *sql.DB) string {
	return strings.Join([]string{
		rowsOf(t, conn, `SELECT kind, code, at, transfer_id, coalesce(profile_id, 0), coalesce(account_id, 0) FROM rm_codes`),
		rowsOf(t, conn, `SELECT kind, code, hour, n, latest FROM rm_code_hours`),
		rowsOf(t, conn, `SELECT kind, code, n FROM rm_code_tallies`),
		rowsOf(t, conn, `SELECT account_id, at, transfer_id, amount, currency FROM rm_payees`),
	}, "\n--\n")
}

// had is one code of a transfer, as its timeline tells of it.
type had struct {
	kind, code string
	at         int64
}

// bruteCodes works the same tables out from the facts and the timeline of each
// transfer alone, with nothing but loops.
func bruteCodes(t testing.TB, db *store.DB, transfers ...int64) string {
	t.Helper()
	var codes, hours, tallies, payees []string
	perHour, latest, ever := map[string]int{}, map[string]int{}, map[string]int{}
	read(t, db, func(r *store.Reader) error {
		for _, id := range transfers {
			events, err := r.TransferEvents(id)
			if err != nil {
				continue
			}
			facts, entries := transfer.Fold(id, events)
			last := map[string]int64{}
			inHour := map[string]bool{}
			for _, h := range hadBy(facts, entries) {
				codes = append(codes, fmt.Sprint(h.kind, " ", h.code, " ", h.at, " ", id, " ", facts.Profile, " ", facts.Account))
				if h.kind == "return" {
					continue
				}
				name := h.kind + " " + h.code
				hour := h.at / 3_600_000_000
				last[name] = max(last[name], hour)
				inHour[fmt.Sprint(name, " ", hour)] = true
			}
			for at := range inHour {
				perHour[at]++
			}
			for name, hour := range last {
				latest[fmt.Sprint(name, " ", hour)]++
				ever[name]++
			}
			if facts.Account != 0 && facts.Inbound == nil {
				payees = append(payees, payee(facts))
			}
		}
		return nil
	})
	for at, n := range perHour {
		hours = append(hours, fmt.Sprint(at, " ", n, " ", latest[at]))
	}
	for name, n := range ever {
		tallies = append(tallies, fmt.Sprint(name, " ", n))
	}
	var all []string
	for _, table := range [][]string{codes, hours, tallies, payees} {
		sort.Strings(table)
		all = append(all, strings.Join(table, "\n"))
	}
	return strings.Join(all, "\n--\n")
}

func payee(f transfer.Facts) string {
	at, amount, currency := int64(0), "", ""
	if !f.FirstAt.IsZero() {
		at = f.FirstAt.UnixMicro()
	}
	if debited, known := f.Amount(); known {
		amount, currency = debited.Value.String(), debited.Currency
	}
	return fmt.Sprint(f.Account, " ", at, " ", f.Transfer, " ", amount, " ", currency)
}

// hadBy takes the failures and returns from the facts, the cases from the timeline.
func hadBy(f transfer.Facts, entries []transfer.Entry) (all []had) {
	add := func(kind, code string, at time.Time) {
		h := had{kind, code, at.UnixMicro()}
		if code != reason.LockedCode && !slices.Contains(all, h) {
			all = append(all, h)
		}
	}
	for _, failure := range f.Failures {
		add("failure", failure.Code, failure.At)
	}
	for _, v := range f.Visits {
		if v.State == transfer.BouncedBack && f.Inbound == nil {
			add("return", "", v.At)
		}
	}
	for _, e := range entries {
		for _, code := range e.Opened {
			if !e.SetsNothing {
				add("case", strings.ToLower(code), e.At.Time)
			}
		}
	}
	slices.SortFunc(all, func(a, b had) int { return cmp.Compare(a.at, b.at) })
	return all
}

// drawCoded draws a body that has a code, or that tells who is paid, or how much: in
// few hours, so that codes meet in them.
func drawCoded(t *rapid.T) string {
	id := int64(rapid.IntRange(71, 73).Draw(t, "transfer"))
	at := start.Add(-6 * time.Hour).Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "hour")) * time.Hour)
	at = at.Add(time.Duration(rapid.IntRange(0, 2).Draw(t, "minute")) * time.Minute)
	switch rapid.IntRange(0, 6).Draw(t, "kind") {
	case 0, 1:
		return payoutFailure(id, "4.0.0", rapid.SampledFrom([]string{"WRONG_NAME", "ACCOUNT_CLOSED", "HANDLED_BY_COMPLIANCE"}).Draw(t, "code"), at)
	case 2, 3, 4:
		return activeCases(id, "4.0.0", at, rapid.SliceOfDistinct(rapid.SampledFrom([]string{"x", "Y"}), rapid.ID).Draw(t, "cases")...)
	case 5:
		return movement(profileOf(id), "2.2.0", fmt.Sprint(id), "debit", "9.6", 0, at)
	default:
		return stateChange(id, "4.0.0", "a", "outgoing_payment_sent", rapid.SampledFrom([]string{"bounced_back", "processing"}).Draw(t, "to"), at)
	}
}

func TestCodesAndRecipientsAreWhatTheFactsSay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db := testkit.DB(t)
		bodies := rapid.SliceOfNDistinct(rapid.Custom(drawCoded), 1, 16, rapid.ID).Draw(rt, "coded")
		arrive(rt, t, db, drawArrivals(rt, append(bodies, drawLife(0, 6).Draw(rt, "others")...), "order"))
		if diff := gocmp.Diff(bruteCodes(t, db, 71, 72, 73), codesOf(t, db)); diff != "" {
			rt.Fatalf("codes and recipients (-by hand +kept up):\n%s", diff)
		}
		p := New(db, clock, quiet())
		p.size.Store(int64(rapid.IntRange(1, 40).Draw(rt, "batch of the rebuild")))
		if err := p.Rebuild(context.Background(), nil); err != nil {
			rt.Fatalf("rebuilding: %v", err)
		}
		if diff := gocmp.Diff(bruteCodes(t, db, 71, 72, 73), codesOf(t, db)); diff != "" {
			rt.Fatalf("codes and recipients after a rebuild (-by hand +rebuilt):\n%s", diff)
		}
		_ = db.Close()
	})
}

// listedWith pages through the transfers that had a code.
func listedWith(t testing.TB, r *store.Reader, kind store.CodeKind, code string, since time.Time) (ids []int64, last []time.Time) {
	t.Helper()
	for cursor := ""; ; {
		page, err := r.LastWithCode(kind, code, since, cursor, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			ids, last = append(ids, row.Facts.Transfer), append(last, row.At)
		}
		if cursor = page.Next; cursor == "" {
			return ids, last
		}
	}
}

func TestACountOfACodeIsTheLengthOfItsList(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db := testkit.DB(t)
		arrive(rt, t, db, drawArrivals(rt, rapid.SliceOfNDistinct(rapid.Custom(drawCoded), 1, 24, rapid.ID).Draw(rt, "coded"), "order"))
		since := start.Add(-6 * time.Hour).Add(time.Duration(rapid.IntRange(-30, 260).Draw(rt, "minutes")) * time.Minute)
		if rapid.Bool().Draw(rt, "ever") {
			since = time.Time{}
		}
		read(t, db, func(r *store.Reader) error {
			for _, name := range []codeKey{{kind: store.CodeFailure, code: "WRONG_NAME"}, {kind: store.CodeCase, code: "x"}, {kind: store.CodeCase, code: "y"}} {
				ids, last := listedWith(t, r, name.kind, name.code, since)
				n, err := r.CountWithCode(name.kind, name.code, since)
				if err != nil {
					return err
				}
				if int(n) != len(ids) || len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
					rt.Fatalf("%s since %v: %d are counted, and listed are %v", name.code, since, n, ids)
				}
				if !slices.IsSortedFunc(last, func(a, b time.Time) int { return b.Compare(a) }) {
					rt.Fatalf("%s: not the last first: %v", name.code, last)
				}
			}
			return nil
		})
		_ = db.Close()
	})
}

func TestARecipientOfManyTransfersCostsNoMoreThanOneOfFew(t *testing.T) {
	db := testkit.DB(t)
	err := db.Write(context.Background(), store.LaneProject, func(tx *store.Tx) error {
		for i := range int64(5000) {
			at := start.Add(-time.Duration(i) * time.Second)
			if err := tx.SaveCode(store.Live, store.CodeRow{Kind: store.CodeFailure, Code: "X", At: at, Transfer: 1 + i, Profile: 7, Account: 9, Delivery: 1}); err != nil {
				return err
			}
			if err := tx.SavePayee(store.Live, store.PayeeRow{Account: 9, At: at, Transfer: 1 + i}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	read(t, db, func(r *store.Reader) error {
		until := start.Add(-time.Hour / 2)
		rows, err := r.CodesOfAccount(9, 1801, until, 200)
		if err != nil || len(rows) != 200 || !rows[0].At.Equal(until.Add(-time.Second)) {
			t.Errorf("failures: %d rows from %v, %v; want 200 from the nearest other one on", len(rows), rows[0].At, err)
		}
		rows, err = r.CodesOfProfile(7, store.CodeFailure, "X", 1801, until, 200)
		if err != nil || len(rows) != 200 || !rows[0].At.Equal(until.Add(-time.Second)) {
			t.Errorf("of the customer: %d rows from %v, %v", len(rows), rows[0].At, err)
		}
		payees, err := r.PayeesAround(9, 1801, until, 24*time.Hour, 100)
		far := slices.MaxFunc(payees, func(a, b store.PayeeRow) int { return cmp.Compare(a.At.Sub(until).Abs(), b.At.Sub(until).Abs()) })
		if err != nil || len(payees) != 200 || far.At.Sub(until).Abs() != 100*time.Second {
			t.Errorf("around: %d rows, the farthest %v away, %v; want the nearest 100 of each side", len(payees), far.At.Sub(until).Abs(), err)
		}
		return nil
	})
}

func TestAFailureGetsItsRecipientWhenAStateNamesIt(t *testing.T) {
	db := testkit.DB(t)
	at := start.Add(-time.Hour)
	accounts := func() string {
		conn := side(t, db)
		defer func() { _ = conn.Close() }()
		return rowsOf(t, conn, `SELECT coalesce(account_id, 'not known') FROM rm_codes`)
	}
	deliver(t, db, letters(payoutFailure(subject, "2.0.0", "WRONG_NAME", at), payoutFailure(subject, "2.0.0", "ACCOUNT_CLOSED", at.Add(-time.Minute)))...)
	project(t, db)
	if got := accounts(); got != "not known\nnot known" {
		t.Errorf("before a state named the account: %s", got)
	}
	deliver(t, db, letters(stateChange(subject, "2.0.0", "a", "outgoing_payment_sent", "bounced_back", at.Add(time.Second)))...)
	project(t, db)
	want := fmt.Sprint(subject%7 + 100)
	if got := accounts(); got != strings.Join([]string{want, want, want}, "\n") {
		t.Errorf("after it: %s, want %s for each failure and the return", got, want)
	}
}

func TestWhatIsForComplianceAloneIsInNoLens(t *testing.T) {
	db := testkit.DB(t)
	at := start.Add(-time.Hour)
	deliver(t, db, letters(
		activeCases(subject, "2.0.0", at, "partner_sanction_hit", "deposit_proof_needed"), activeCases(subject, "2.0.0", at.Add(time.Second)),
		payoutFailure(subject, "2.0.0", "SUSPECTED_FRAUD_AML", at),
	)...)
	project(t, db)
	if got := codesOf(t, db); strings.Contains(strings.ToLower(got), "sanction") || strings.Contains(got, "FRAUD") || strings.Contains(got, reason.LockedCode) {
		t.Errorf("the lens tells of it:\n%s", got)
	}
	read(t, db, func(r *store.Reader) error {
		seen, err := r.CodesSeen(store.CodeCase)
		want := []store.SeenCode{{Code: "deposit_proof_needed", Transfers: 1, First: at, Last: at}}
		if diff := gocmp.Diff(want, seen); diff != "" {
			t.Errorf("cases seen, also those that are over (-want +got):\n%s", diff)
		}
		return err
	})
}
