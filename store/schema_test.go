package store_test

import (
	"database/sql"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

var update = flag.Bool("update", false, "write testdata/schema.sql anew")

const golden = "testdata/schema.sql"

// The golden file is for readers: the schema that all migrations add up to.
func TestSchemaIsTheGoldenFile(t *testing.T) {
	path := testkit.DBPath(t)
	closeDB(t, testkit.OpenDB(t, path, store.Options{}))
	got := schema(t, path)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the migrations and %s differ (go test ./store -run Schema -update writes it anew):\n%s", golden, diff)
	}
}

func schema(t *testing.T, path string) string {
	t.Helper()
	pool, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = pool.Close() }()
	rows, err := pool.Query(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%'
		ORDER BY tbl_name, type = 'table' DESC, type, name`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	text := strings.Builder{}
	text.WriteString("-- The whole schema, written by go test ./store -run Schema -update. Change it by a migration.\n")
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			t.Fatal(err)
		}
		text.WriteString("\n" + one + ";\n")
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
