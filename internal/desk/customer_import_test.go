package desk_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	_ "github.com/mattn/go-sqlite3" // a second connection, to look

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

const columns = "reference,name,email,profile_id,user_id\n"

// imports runs one import and gives its report and the bad lines.
func (o *office) imports(text string, skip bool) (desk.ImportReport, []string, error) {
	o.t.Helper()
	var bad []string
	report, err := o.ImportCustomers(context.Background(), root(), desk.Import{
		From: strings.NewReader(text), SkipBad: skip, Bad: func(b *customer.BadLine) { bad = append(bad, b.Error()) },
	})
	return report, bad, err
}

func (o *office) mustImport(text string) desk.ImportReport {
	o.t.Helper()
	report, bad, err := o.imports(text, false)
	if err != nil {
		o.t.Fatalf("importing: %v %q", err, bad)
	}
	return report
}

// who reads a profile as "C-1 Erika erika@example.com | 7 counts".
func (o *office) who(profile int64) string {
	o.t.Helper()
	var parts []string
	err := o.db.Read(context.Background(), func(r *store.Reader) error {
		one, err := r.Identity(profile)
		for _, e := range one.Entries.Current() {
			parts = append(parts, strings.TrimSpace(e.Reference+" "+e.Name+" "+e.Email))
		}
		for _, l := range one.Links {
			parts = append(parts, fmt.Sprintf("user %d counts=%v withdrawn=%v", l.User, l.Counts, l.Withdrawn()))
		}
		return err
	})
	if err != nil {
		o.t.Fatal(err)
	}
	return strings.Join(parts, " | ")
}

func TestAnImportIsAnUpsertThatKeepsItsHistory(t *testing.T) {
	o := newOffice(t)
	got := o.mustImport(columns + "C-1,Erika,e@x,5,7\nC-1,Erika Ltd,,6,\nC-2,Max,,,8\n")
	if d := cmp.Diff(desk.ImportReport{Lines: 3, New: 3, Published: true}, got); d != "" {
		t.Error(d)
	}
	if got, want := o.who(5), "C-1 Erika e@x | user 7 counts=true withdrawn=false"; got != want {
		t.Errorf("profile 5: got %q, want %q", got, want)
	}
	got = o.mustImport(columns + "C-1,Erika Neu,e@x,5,9\nC-1,Erika Ltd,,6,\n")
	if d := cmp.Diff(desk.ImportReport{Lines: 2, Changed: 1, Same: 1, Published: true}, got); d != "" {
		t.Error(d)
	}
	if got, want := o.who(5), "C-1 Erika Neu e@x | user 9 counts=true withdrawn=false"; got != want {
		t.Errorf("after the change: got %q, want %q", got, want)
	}
	if got, want := o.who(6), "C-1 Erika Ltd"; got != want {
		t.Errorf("the other profile of the reference: got %q, want %q", got, want)
	}
	err := o.db.Read(context.Background(), func(r *store.Reader) error {
		one, err := r.Identity(5)
		if len(one.Entries) != 2 || one.Entries[1].Name != "Erika" || one.Entries[0].By != "root" {
			t.Errorf("the history: %+v", one.Entries)
		}
		gone, _ := r.FindByName("erika")
		for _, e := range gone {
			if e.Name == "Erika" {
				t.Error("she is found by the name of the past")
			}
		}
		kept, _ := r.FindByReference("c-2")
		if len(kept) != 1 || kept[0].User != 8 {
			t.Errorf("what the second file left out is gone: %+v", kept)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	last := o.last()
	if last.Act != "customers.import" || last.Result != "done" || last.ActorKind != "cli" || last.SubjectID != "2" || last.Detail != "2 lines: 0 new, 1 changed, 1 the same, 0 bad" {
		t.Errorf("recorded as %+v", last)
	}
	o.wantNoTrace("Erika", "e@x")
}

func TestOneBadLineMeansThatNothingIsImported(t *testing.T) {
	o := newOffice(t)
	o.mustImport(columns + "C-1,Before,,5,\n")
	text := columns + "C-1,After,,5,\n" + "C-2,New,,6,\n,,,,\nC-3,,,x,\n"
	report, bad, err := o.imports(text, false)
	if fault.KindOf(err) != fault.Unprocessable || fault.TextOf(err) != "Nothing was imported: 2 of 4 lines cannot be taken." || report.Published {
		t.Errorf("got %+v, %v", report, err)
	}
	if d := cmp.Diff([]string{"line 4: no reference", "line 5: bad id in profile_id: digits only, like 16055450, or blank"}, bad); d != "" {
		t.Error(d)
	}
	if o.who(5) != "C-1 Before" || o.who(6) != "" {
		t.Errorf("half of it was done: %q, %q", o.who(5), o.who(6))
	}
	if got := o.last(); got.Act != "customers.import" || got.Result != "failed" || got.Detail != "4 lines: 0 new, 0 changed, 0 the same, 2 bad" {
		t.Errorf("recorded as %+v", got)
	}
	if n := o.count("directory_entries"); n != 1 {
		t.Errorf("%d entries are left, want the one of before", n)
	}
	if n := o.count("directory_keys"); n != 2 {
		t.Errorf("%d keys are left, want two", n)
	}
	if report, _, err = o.imports(text, true); err != nil || !report.Published || report.New != 1 || report.Changed != 1 || report.Bad != 2 {
		t.Errorf("skipping bad lines: %+v, %v", report, err)
	}
	if o.who(5) != "C-1 After" || o.who(6) != "C-2 New" {
		t.Errorf("the good lines: %q, %q", o.who(5), o.who(6))
	}
}

func TestTwoLinesThatContradictEachOtherAreBad(t *testing.T) {
	o := newOffice(t)
	_, bad, err := o.imports(columns+"C-1,Ann,,5,\nC-1,Ann,,5,\nC-1,Bob,,5,\n", false)
	if d := cmp.Diff([]string{"line 4: another line has the same reference and profile_id and says something else"}, bad); d != "" || err == nil {
		t.Errorf("%s%v", d, err)
	}
	if got := o.mustImport(columns + "C-1,Ann,,5,\nC-1,Ann,,5,\n"); got.New != 1 || got.Same != 1 {
		t.Errorf("the same line twice: %+v", got)
	}
}

func TestAFileThatIsNoneIsRefused(t *testing.T) {
	o := newOffice(t)
	_, _, err := o.imports("", true)
	if fault.KindOf(err) != fault.Unprocessable || !strings.HasPrefix(fault.TextOf(err), "Nothing was imported: the file is empty") {
		t.Errorf("got %v", err)
	}
	_, err = o.ImportCustomers(context.Background(), auth.Actor{Kind: auth.Person, Role: auth.Lead}, desk.Import{From: strings.NewReader(columns)})
	if fault.KindOf(err) != fault.Forbidden {
		t.Errorf("as a lead: got %v", err)
	}
}

// count counts the rows of a table as another program would.
func (o *office) count(table string) (n int) {
	o.t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+o.db.Path()+"?_busy_timeout=5000")
	if err != nil {
		o.t.Fatal(err)
	}
	defer func() { _ = pool.Close() }()
	if err := pool.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
		o.t.Fatalf("counting %s: %v", table, err)
	}
	return n
}

// stopping cancels, or fails, in the middle of a file.
type stopping struct {
	from io.Reader
	left int
	stop func() error
}

func (s *stopping) Read(into []byte) (int, error) {
	if s.left -= len(into); s.left <= 0 {
		if err := s.stop(); err != nil {
			return 0, err
		}
	}
	return s.from.Read(into)
}

// manyLines is a file of n good lines.
func manyLines(n int) string {
	var text bytes.Buffer
	text.WriteString(columns)
	for i := range n {
		_, _ = fmt.Fprintf(&text, "C-%d,Name%d Family,c%d@example.com,%d,%d\n", i, i, i, 1000+i, 5000+i)
	}
	return text.String()
}

func TestAnInterruptedImportHasDoneNothingAndTheNextOneClearsItsTraces(t *testing.T) {
	for name, stop := range map[string]func(context.CancelFunc) error{
		"asked to stop":       func(cancel context.CancelFunc) error { cancel(); return nil },
		"the file breaks off": func(context.CancelFunc) error { return errors.New("input/output error") },
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			from := &stopping{strings.NewReader(manyLines(4000)), 160_000, func() error { return stop(cancel) }}
			report, err := o.ImportCustomers(ctx, root(), desk.Import{From: from, Bad: func(*customer.BadLine) {}})
			if err == nil || report.Published || report.New == 0 {
				t.Fatalf("got %+v, %v", report, err)
			}
			if name == "asked to stop" && !strings.Contains(err.Error(), "The import was stopped. Nothing was imported") {
				t.Errorf("whoever stopped it reads %q", err)
			}
			if got := o.who(1000); got != "" {
				t.Errorf("a part of it counts: %q", got)
			}
			if got := o.last(); got.Act != "customers.import" || got.Result != "failed" {
				t.Errorf("recorded as %+v", got)
			}
			o.mustImport(columns + "C-1,Ann,,5,\n")
			if n := o.count("directory_entries"); n != 1 {
				t.Errorf("%d entries, want one: what was interrupted is still there", n)
			}
		})
	}
}

func TestOfTwoImportsAtOnceTheLaterWins(t *testing.T) {
	o := newOffice(t)
	second := sync1(func() error {
		o.mustImport(columns + "C-1,Second,,1000,\n")
		return nil
	})
	from := &stopping{strings.NewReader(manyLines(4000)), 160_000, second}
	_, err := o.ImportCustomers(context.Background(), root(), desk.Import{From: from, Bad: func(*customer.BadLine) {}})
	if fault.KindOf(err) != fault.Conflict {
		t.Errorf("the first: got %v", err)
	}
	if got := o.who(1000); got != "C-1 Second" {
		t.Errorf("got %q", got)
	}
}

// sync1 runs do the first time it is asked.
func sync1(do func() error) func() error {
	done := false
	return func() error {
		if done {
			return nil
		}
		done = true
		return do()
	}
}

// While another process imports, the server's deliveries are taken between its turns.
func TestDeliveriesAreTakenWhileAnImportGoesOn(t *testing.T) {
	path := testkit.DBPath(t)
	server := testkit.OpenDB(t, path, store.Options{})
	beside := desk.New(testkit.OpenDB(t, path, store.Options{}), time.Now)
	taken := 0
	from := &stopping{strings.NewReader(manyLines(2000)), 0, func() error {
		body := []byte(fmt.Sprintf("body %d", taken))
		_, err := server.Accept(context.Background(), store.Arrival{Body: body, SHA256: sha256.Sum256(body), KeyName: "test", ReceivedAt: time.Now()})
		taken++
		return err
	}}
	report, err := beside.ImportCustomers(context.Background(), root(), desk.Import{From: from, Bad: func(*customer.BadLine) {}})
	if err != nil || !report.Published || report.New != 2000 || taken < 2 {
		t.Errorf("got %+v, %v; %d deliveries were taken", report, err, taken)
	}
}
