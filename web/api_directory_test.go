package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/store"
)

// put sends a body to a reference of the directory, holds the answer against the
// contract, and gives its status and its JSON.
func (s *site) put(token, reference, sent string, change ...func(http.Header)) (int, map[string]any) {
	s.t.Helper()
	req, err := http.NewRequest(http.MethodPut, s.http.URL+"/api/v1/directory/"+url.PathEscape(reference), strings.NewReader(sent))
	must(s.t, err)
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/json")
	for _, c := range change {
		c(req.Header)
	}
	answer := s.do(http.DefaultClient, req)
	_, router := document(s.t)
	var got map[string]any
	read := func() string { return s.conforms(router, answer) }
	if strings.Contains(reference, "/") { // which the test's own router takes for two parts
		read = func() string { return body(s.t, answer) }
	}
	if text := read(); json.Unmarshal([]byte(text), &got) != nil {
		s.t.Fatalf("%d is no JSON: %s", answer.StatusCode, text)
	}
	return answer.StatusCode, got
}

// entriesOf are all versions that the directory holds of a profile, newest first.
func (s *site) entriesOf(profile int64) (all []string) {
	s.t.Helper()
	must(s.t, s.db.Read(context.Background(), func(r *store.Reader) error {
		entries, err := r.EntriesOfProfiles([]int64{profile})
		for _, e := range entries {
			all = append(all, fmt.Sprintf("%s|%s|%s|%d|%d by %s", e.Reference, e.Name, e.Email, e.Profile, e.User, e.By))
		}
		return err
	}))
	return all
}

func TestAnEntryOfTheDirectoryIsPut(t *testing.T) {
	s := newSite(t)
	token := s.token(auth.Admin)
	const erika = `{"name":" Erika  Mustermann","email":"erika@example.com","profile_id":16055450,"user_id":7788991}`
	want := map[string]any{"reference": "K-1", "name": "Erika Mustermann", "email": "erika@example.com", "profile_id": 16055450.0, "user_id": 7788991.0,
		"since": "2026-11-21T08:00:00Z", "by": "test admin", "audience": "desk", "changed": true}
	status, got := s.put(token, "K-1", erika)
	if d := cmp.Diff(want, got); status != http.StatusOK || d != "" {
		t.Errorf("new: %d (-want +got)\n%s", status, d)
	}
	if text := s.signIn(auth.Agent).page("/customers/16055450").Find("main").Text(); !strings.Contains(text, "Erika Mustermann") || !strings.Contains(text, "7788991") {
		t.Error("it does not count at once: the customer's page does not know her")
	}
	s.setNow(s.now.Add(1e9))
	want["changed"] = false
	status, got = s.put(token, "K-1", erika)
	if d := cmp.Diff(want, got); status != http.StatusOK || d != "" {
		t.Errorf("the same again: %d (-want +got)\n%s", status, d)
	}
	status, got = s.put(token, "K-1", `{"profile_id":16055450,"user_id":0,"name":null}`)
	if status != http.StatusOK || got["changed"] != true || got["name"] != nil || got["email"] != nil || got["user_id"] != nil {
		t.Errorf("blank: got %d %v", status, got)
	}
	held := []string{"K-1|||16055450|0 by test admin", "K-1|Erika Mustermann|erika@example.com|16055450|7788991 by test admin"}
	if d := cmp.Diff(held, s.entriesOf(16055450)); d != "" {
		t.Errorf("the history (-want +got)\n%s", d)
	}
	if got := s.recorded(auth.ImportCustomers); len(got) != 3 || strings.Contains(strings.Join(got, " "), "Erika") {
		t.Errorf("recorded %q, want three acts without a name", got)
	}
}

func TestAReferenceIsAnyText(t *testing.T) {
	s := newSite(t)
	token := s.token(auth.Admin)
	for i, reference := range []string{"a/b", "a%2Fb", "Ärzte 7", "日本", "50%", "..", "x?y#z", "a+b", " K-9 ", "a\\b;c", "'\"<b>"} {
		status, got := s.put(token, reference, fmt.Sprintf(`{"profile_id":%d}`, i+1))
		if want := strings.TrimSpace(reference); status != http.StatusOK || got["reference"] != want {
			t.Errorf("%q: got %d %v", reference, status, got)
		}
	}
}

func TestABodyThatCannotBeTakenChangesNothing(t *testing.T) {
	s := newSite(t)
	token := s.token(auth.Admin)
	long := strings.Repeat("x", 255)
	for name, c := range map[string]struct {
		body   string
		status int
		says   string // of the message
		fields string // that are wrong
	}{
		"empty":                    {"", 400, "it is empty", ""},
		"no JSON":                  {"name=Erika", 400, "not one JSON object", ""},
		"a list":                   {"[]", 400, "does not begin as one", ""},
		"null":                     {"null", 400, "does not begin as one", ""},
		"cut off":                  {`{"name":"Erika"`, 400, "cut off", ""},
		"cut off in a value":       {`{"name":"Eri`, 400, "value of", ""},
		"something after":          {`{} {}`, 400, "comes after", ""},
		"a field twice":            {`{"name":"a","name":"b"}`, 400, "comes twice", ""},
		"a field twice, escaped":   {`{"name":"a","\u006eame":"b"}`, 400, "comes twice", ""},
		"no UTF-8":                 {"{\"name\":\"\xff\"}", 400, "UTF-8", ""},
		"a byte order mark":        {"\ufeff{}", 400, "does not begin as one", ""},
		"deep":                     {`{"name":` + strings.Repeat("[", 15000), 400, "cannot be read", ""},
		"over its limit":           {`{"name":"` + strings.Repeat("x", maxJSON) + `"}`, 413, "larger than 16 KiB", ""},
		"half a pair":              {`{"name":"\ud800"}`, 422, "UTF-8", "name"},
		"a field that is not":      {`{"nmae":"Erika","Name":"x"}`, 422, "no such field", "Name nmae"},
		"the reference once more":  {`{"reference":"K-1"}`, 422, "no such field", "reference"},
		"wrong types":              {`{"name":1,"email":{},"profile_id":"5","user_id":true}`, 422, "must be", "name email profile_id user_id"},
		"too long":                 {`{"name":"` + long + `","email":"` + long + `@x"}`, 422, "too long", "name email"},
		"no e-mail":                {`{"email":"erika"}`, 422, "not like name@example.com", "email"},
		"a control character":      {`{"name":"a\u0000b"}`, 422, "control character", "name"},
		"an id with a fraction":    {`{"profile_id":5.0}`, 422, "digits only", "profile_id"},
		"an id with an exponent":   {`{"profile_id":1.6E+07}`, 422, "digits only", "profile_id"},
		"a negative id":            {`{"user_id":-1}`, 422, "digits only", "user_id"},
		"an id over int64":         {`{"user_id":9223372036854775808}`, 422, "digits only", "user_id"},
		"several fields are wrong": {`{"email":"x","profile_id":-5,"more":[1,{}]}`, 422, "", "more email profile_id"},
	} {
		status, got := s.put(token, "K-1", c.body)
		problem, _ := got["error"].(map[string]any)
		message, _ := problem["message"].(string)
		if status != c.status || !strings.Contains(message, c.says) || !strings.Contains(message, "Nothing was changed") || problem["request_id"] == "" {
			t.Errorf("%s: got %d %q, want %d with %q", name, status, message, c.status, c.says)
		}
		var fields []string
		list, _ := problem["fields"].([]any)
		for _, f := range list {
			fields = append(fields, f.(map[string]any)["field"].(string))
		}
		if got := strings.Join(fields, " "); got != c.fields {
			t.Errorf("%s: got the fields %q, want %q", name, got, c.fields)
		}
	}
	status, got := s.put(token, strings.Repeat("x", 101), `{}`)
	if problem := got["error"].(map[string]any); status != 422 || !strings.Contains(problem["message"].(string), "reference is too long") {
		t.Errorf("a reference that is too long: got %d %v", status, got)
	}
	for name, change := range map[string]func(http.Header){
		"a form":            func(h http.Header) { h.Set("Content-Type", "application/x-www-form-urlencoded") },
		"no type":           func(h http.Header) { h.Del("Content-Type") },
		"another character": func(h http.Header) { h.Set("Content-Type", "application/json; charset=utf-16") },
		"compressed":        func(h http.Header) { h.Set("Content-Encoding", "gzip") },
	} {
		if status, _ := s.put(token, "K-1", `{"name":"x"}`, change); status != http.StatusUnsupportedMediaType {
			t.Errorf("%s: got %d, want 415", name, status)
		}
	}
	if got := s.recorded(auth.ImportCustomers); len(got) != 0 {
		t.Errorf("recorded %q, want nothing", got)
	}
}

func TestOnlyAdminsPutEntries(t *testing.T) {
	s := newSite(t)
	for _, role := range []auth.Role{auth.Agent, auth.Lead} {
		if status, _ := s.put(s.token(role), "K-1", `{"profile_id":5}`); status != http.StatusForbidden {
			t.Errorf("%s: got %d, want 403", role, status)
		}
	}
	if status, _ := s.put("", "K-1", `{}`); status != http.StatusUnauthorized {
		t.Errorf("without a token: got %d, want 401", status)
	}
	if got := s.entriesOf(5); len(got) != 0 {
		t.Errorf("put all the same: %q", got)
	}
}

// An import of a file goes on beside it, and of the two what was written later counts.
func TestAnOpenImportIsNotDisturbed(t *testing.T) {
	s := newSite(t)
	token := s.token(auth.Admin)
	var open store.DirectoryImport
	line := func(name string, profile int64) customer.DirectoryEntry {
		return customer.DirectoryEntry{Reference: "K", Name: name, Profile: profile}
	}
	write := func(do func(tx *store.Tx) error) {
		t.Helper()
		must(t, s.db.Write(context.Background(), store.LaneProject, do))
	}
	s.put(token, "K", `{"name":"before","profile_id":1}`)
	s.put(token, "K", `{"name":"before","profile_id":3}`)
	write(func(tx *store.Tx) (err error) {
		if open, err = tx.StartDirectoryImport(s.now, store.Actor{Kind: "cli", Name: "file"}); err != nil {
			return err
		}
		for _, e := range []customer.DirectoryEntry{line("file", 1), line("file", 2), line("file", 3)} {
			if _, err := tx.AddDirectoryEntry(open, e); err != nil {
				return err
			}
		}
		return nil
	})
	if _, got := s.put(token, "K", `{"name":"api","profile_id":1}`); got["changed"] != true {
		t.Errorf("while an import is open: got %v", got)
	}
	// It says what counts now, and after the import's line: so it is to count then, too.
	if _, got := s.put(token, "K", `{"name":"before","profile_id":3}`); got["changed"] != false || got["name"] != "before" {
		t.Errorf("what stands already: got %v", got)
	}
	write(func(tx *store.Tx) error {
		// The import still knows its own lines: one that says otherwise than before is bad.
		if change, err := tx.AddDirectoryEntry(open, line("file, once more", 1)); err != nil || change != store.EntryContradict {
			t.Errorf("a line that contradicts: got %v, %v", change, err)
		}
		return tx.PublishDirectoryImport(open, s.now)
	})
	for profile, want := range map[int64]string{1: "K|api|", 2: "K|file|", 3: "K|before|"} {
		if got := s.entriesOf(profile); len(got) == 0 || !strings.HasPrefix(got[0], want) {
			t.Errorf("profile %d: got %q, want %s first", profile, got, want)
		}
	}
}
