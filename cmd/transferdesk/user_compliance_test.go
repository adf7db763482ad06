package main

import (
	"strings"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestTheComplianceFlagIsGivenListedAndTaken(t *testing.T) {
	db := newDatabase(t)
	must(t, password, "user", "add", "--database", db, "--email", "ada@example.com", "--name", "Ada", "--role", "agent", "--password-file", "-", "--compliance")
	must(t, password, "user", "add", "--database", db, "--email", "grace@example.com", "--name", "Grace", "--role", "admin", "--password-file", "-")
	listed := func(want ...string) {
		t.Helper()
		list := must(t, "", "user", "list", "--database", db)
		var got []string
		for _, line := range strings.Split(strings.TrimSpace(list), "\n")[1:] {
			got = append(got, strings.Fields(line)[1])
			if strings.HasSuffix(strings.TrimSpace(line), "compliance") {
				got = append(got, "+")
			}
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("listed %q, want %q", got, want)
		}
	}
	listed("ada@example.com", "+", "grace@example.com")
	must(t, "", "user", "compliance", "--database", db, "--email", "GRACE@example.com")
	must(t, "", "user", "compliance", "--database", db, "--email", "ada@example.com", "--off")
	listed("ada@example.com", "grace@example.com", "+")
	if _, err := do(t, "", "user", "compliance", "--database", db, "--email", "nobody@example.com"); err == nil {
		t.Error("giving the flag to nobody succeeds")
	}
	var got []string
	for _, entry := range testkit.AuditEntries(t, testkit.OpenDB(t, db, store.Options{})) {
		if strings.HasPrefix(entry.Act, "person.") {
			got = append(got, entry.Act+" "+entry.SubjectID+" "+entry.Result+" "+entry.Detail)
		}
	}
	want := "person.add 1 done role agent, with the compliance flag; person.add 2 done role admin; " +
		"person.compliance 2 done flag on; person.compliance 1 done flag off; person.compliance  failed flag on"
	if text := strings.Join(got, "; "); text != want {
		t.Errorf("recorded are\n%s, want\n%s", text, want)
	}
}
