package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// csvFile writes a file below the header and gives its name.
func csvFile(t *testing.T, lines ...string) string {
	t.Helper()
	return file(t, "reference,name,email,profile_id,user_id\r\n"+strings.Join(lines, "\r\n"))
}

func TestCustomersAreImported(t *testing.T) {
	db := newDatabase(t)
	name := csvFile(t, "C-1,Erika,erika@example.com,16055450,7788991", "C-2,Max,,16055451,")
	var out, log page
	if err := run(t.Context(), []string{"import", "customers", name, "--database", db}, noEnv, strings.NewReader(""), &out, &log); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), "Imported. 2 lines: 2 new, 0 changed, 0 as before, 0 bad and left out.\n"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if !strings.Contains(log.String(), "Importing 100%") {
		t.Errorf("the bar shows %q", log.String())
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got := must(t, string(text), "import", "customers", "-", "--database", db); !strings.Contains(got, "2 as before") {
		t.Errorf("once more, from standard input: %q", got)
	}
	entries := testkit.AuditEntries(t, testkit.OpenDB(t, db, store.Options{}))
	if len(entries) != 2 || entries[0].Act != "customers.import" || entries[0].ActorKind != "cli" || entries[0].Result != "done" {
		t.Errorf("recorded as %+v", entries)
	}
}

func TestBadLinesAreReportedAndNothingIsImported(t *testing.T) {
	db := newDatabase(t)
	name := csvFile(t, "C-1,Erika,,16055450,", ",Max,,16055451,", "C-3,Ann,,1.6E+07,")
	out, err := do(t, "", "import", "customers", name, "--database", db)
	if err == nil || !strings.Contains(err.Error(), "Nothing was imported: 2 of 3 lines cannot be taken.") {
		t.Errorf("got %v", err)
	}
	if want := "line 3: no reference\nline 4: bad id in profile_id: digits only, like 16055450, or blank\n"; out != want {
		t.Errorf("it reports %q, want %q", out, want)
	}
	out = must(t, "", "import", "customers", name, "--database", db, "--skip-bad-lines")
	if !strings.HasSuffix(out, "Imported. 3 lines: 1 new, 0 changed, 0 as before, 2 bad and left out.\n") {
		t.Errorf("skipping them: %q", out)
	}
}

func TestThousandsOfBadLinesAreCounted(t *testing.T) {
	out, err := do(t, "", "import", "customers", csvFile(t, strings.Repeat(",,,,\r\n", 1500)), "--database", newDatabase(t))
	if lines := strings.Count(out, "\n"); err == nil || lines != 1001 || !strings.HasSuffix(out, "and 500 more bad lines\n") {
		t.Errorf("%d lines, %v", lines, err)
	}
}

func TestWhatIsNoFileIsRefused(t *testing.T) {
	db := newDatabase(t)
	for _, name := range []string{filepath.Join(t.TempDir(), "missing.csv"), t.TempDir(), file(t, ""), file(t, "PK\x03\x04\xff\xfe")} {
		if _, err := do(t, "", "import", "customers", name, "--database", db); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

func TestAnImportThatIsInterruptedImportsNothing(t *testing.T) {
	db := newDatabase(t)
	var lines []string
	for i := range 20_000 {
		lines = append(lines, fmt.Sprintf("C-%d,Name %d,,%d,", i, i, i+1))
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out page
	log := &cancelling{on: "Importing  ", cancel: cancel}
	err := run(ctx, []string{"import", "customers", csvFile(t, lines...), "--database", db}, noEnv, strings.NewReader(""), &out, log)
	if err == nil {
		t.Fatalf("got no error: %s", out.String())
	}
	if got := must(t, "", "import", "customers", csvFile(t, "C-1,Ann,,1,"), "--database", db); !strings.Contains(got, "1 new") {
		t.Errorf("after it: %q", got)
	}
}

// cancelling stops a command once its log shows some text.
type cancelling struct {
	page
	on     string
	cancel context.CancelFunc
}

func (c *cancelling) Write(text []byte) (int, error) {
	n, err := c.page.Write(text)
	if strings.Contains(c.page.String(), c.on) {
		c.cancel()
	}
	return n, err
}
