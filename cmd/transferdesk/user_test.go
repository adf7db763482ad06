package main

import (
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

const password = "gravel otter pumice lantern"

func TestPeopleAreAddedListedAndDisabled(t *testing.T) {
	db := newDatabase(t)
	must(t, "", "user", "add", "--database", db, "--email", "Ada@example.com", "--name", "Ada Lovelace", "--role", "lead", "--password-file", file(t, password+"\n"))
	must(t, password, "user", "add", "--database", db, "--email", "grace@example.com", "--name", "Grace", "--role", "agent", "--password-file", "-")
	must(t, "", "user", "disable", "--database", db, "--email", "GRACE@example.com")

	list := must(t, "", "user", "list", "--database", db)
	lines := strings.Split(strings.TrimSpace(list), "\n")
	if len(lines) != 3 {
		t.Fatalf("the list is\n%s", list)
	}
	if got := strings.Fields(lines[1]); len(got) != 6 || got[1] != "ada@example.com" || got[4] != "lead" {
		t.Errorf("Ada's line is %q", lines[1])
	}
	if got := strings.Fields(lines[2]); len(got) != 6 || got[1] != "grace@example.com" || got[4] != got[5] {
		t.Errorf("Grace's line is %q, want the day of disabling at its end", lines[2])
	}
	if strings.Contains(list, "argon2") {
		t.Error("the list shows hashes")
	}
}

func TestPasswordsAreSetFromAFile(t *testing.T) {
	db := newDatabase(t)
	must(t, password, "user", "add", "--database", db, "--email", "ada@example.com", "--name", "Ada", "--role", "lead", "--password-file", "-")
	before := hashOf(t, db)
	must(t, "", "user", "password", "--database", db, "--email", "ada@example.com", "--password-file", file(t, "another pumice lantern\r\n"))
	after := hashOf(t, db)
	if before == after {
		t.Error("the password is the old one")
	}
	if ok, err := auth.Verify(after, "another pumice lantern"); !ok || err != nil {
		t.Errorf("the new password does not match: %v", err)
	}
}

func TestTheActsOfTheCommandLineAreRecorded(t *testing.T) {
	db := newDatabase(t)
	must(t, password, "user", "add", "--database", db, "--email", "ada@example.com", "--name", "Ada", "--role", "lead", "--password-file", "-")
	must(t, password+" 2", "user", "password", "--database", db, "--email", "ada@example.com", "--password-file", "-")
	must(t, "", "user", "list", "--database", db)
	must(t, "", "user", "disable", "--database", db, "--email", "ada@example.com")
	must(t, "", "token", "add", "--database", db, "--name", "exports", "--role", "lead")
	must(t, "", "rebuild", "--database", db)
	_, _ = do(t, "", "user", "disable", "--database", db, "--email", "nobody@example.com")
	var got []string
	for _, entry := range testkit.AuditEntries(t, testkit.OpenDB(t, db, store.Options{})) {
		if entry.ActorKind != "cli" || entry.ActorName == "" || strings.Contains(entry.Detail, "lantern") {
			t.Errorf("recorded as %+v", entry)
		}
		got = append(got, entry.Act+" "+entry.Result)
	}
	want := "person.add done, person.password done, people.view done, person.disable done, token.add done, " +
		"projection.rebuild started, projection.rebuild done, person.disable failed"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("recorded are\n%s, want\n%s", text, want)
	}
}

func TestATokenIsTheLastWord(t *testing.T) {
	db := newDatabase(t)
	words := strings.Fields(must(t, "", "token", "add", "--database", db, "--name", "exports", "--role", "lead"))
	if token := words[len(words)-1]; !auth.IsToken(token) {
		t.Errorf("the last word is %q", token)
	}
}

func TestCommandsThatCannotBeDoneSayWhy(t *testing.T) {
	db := newDatabase(t)
	add := []string{"user", "add", "--database", db, "--email", "ada@example.com", "--name", "Ada", "--role", "lead", "--password-file", "-"}
	must(t, password, add...)
	tests := []struct {
		name, stdin, want string
		args              []string
	}{
		{"a taken e-mail", password, "already", add},
		{"a short password", "short", "15 characters", []string{"user", "password", "--database", db, "--email", "ada@example.com", "--password-file", "-"}},
		{"a password of two lines", "gravel otter\npumice lantern", "more than one line", add},
		{"a password file that is not there", "", "no such file", append(append([]string{}, add[:len(add)-1]...), "/nowhere/at/all")},
		{"a password as a flag", "", "unknown flag --password", append([]string{"user", "add", "--password", password}, add[2:]...)},
		{"an unknown role", password, "--role", append(append([]string{}, add...), "--role", "root")},
		{"an unknown account", "", "no such account", []string{"user", "disable", "--database", db, "--email", "grace@example.com"}},
		{"no command", "", "expected one of", nil},
		{"an unknown command", "", "unexpected argument", []string{"serv"}},
	}
	for _, test := range tests {
		if out, err := do(t, test.stdin, test.args...); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q\n%s", test.name, err, test.want, out)
		}
	}
}

func TestHelpNamesEveryVariable(t *testing.T) {
	help := must(t, "", "serve", "--help")
	for _, want := range []string{"--base-url", "TRANSFERDESK_BASE_URL", "TRANSFERDESK_WISE_PUBLIC_KEY", "TRANSFERDESK_DATABASE"} {
		if !strings.Contains(help, want) {
			t.Errorf("--help does not name %s:\n%s", want, help)
		}
	}
	if out := must(t, "", "version"); !strings.HasPrefix(out, "transferdesk ") {
		t.Errorf("version prints %q", out)
	}
}

// hashOf gives the password hash of the only person.
func hashOf(t *testing.T, path string) string {
	t.Helper()
	db, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var people []store.Person
	if err := db.Read(t.Context(), func(r *store.Reader) (err error) { people, err = r.People(); return err }); err != nil || len(people) != 1 {
		t.Fatalf("people %v, %v", people, err)
	}
	return people[0].PasswordHash
}
