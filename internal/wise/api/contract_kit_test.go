package api_test

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// fact is one line of the field list: what a request to an operation, or its
// answer, may have in a field. A field that comes in two forms has two lines.
type fact struct {
	part, field, kind string
	nullable          bool
	values            []string
	auth              []string
}

// facts reads testdata/fields.tsv, the part of Wise's field list that the client
// uses, by operation.
func facts(t *testing.T) map[string][]fact {
	t.Helper()
	text, err := os.ReadFile("testdata/fields.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]fact{}
	for _, line := range strings.Split(strings.TrimRight(string(text), "\n"), "\n")[1:] {
		f := strings.Split(line, "\t")
		all[f[0]] = append(all[f[0]], fact{f[1], f[2], f[3], f[4] == "null", strings.Fields(f[5]), strings.Split(f[6], ",")})
	}
	return all
}

// of picks the facts of one part.
func of(all []fact, parts ...string) []fact {
	return slices.DeleteFunc(slices.Clone(all), func(f fact) bool { return !slices.Contains(parts, f.part) })
}

// style is how somebody's mock server fills the fields of an answer.
type style func(f fact) json.RawMessage

// invent makes an answer of the facts: every field is there. Of a field in two
// forms the one that comes last in the list stands, or first, as first says.
func invent(listed []fact, fill style, first bool) json.RawMessage {
	var root any
	if first {
		listed = slices.Clone(listed)
		slices.Reverse(listed)
	}
	for _, f := range listed {
		if f.field != "" {
			root = put(root, strings.Split(f.field, "."), fill(f))
		}
	}
	body, _ := json.Marshal(root)
	return body
}

// put sets a value at the end of a path, making objects and lists on the way.
func put(at any, path []string, value json.RawMessage) any {
	if len(path) == 0 {
		if _, isContainer := at.(json.RawMessage); at != nil && !isContainer {
			return at // a container that has something in it already
		}
		return value
	}
	name, isList := strings.CutSuffix(path[0], "[]")
	object, _ := at.(map[string]any)
	if name == "" && isList {
		list, _ := at.([]any)
		if list == nil {
			list = []any{nil}
		}
		list[0] = put(list[0], path[1:], value)
		return list
	}
	if object == nil {
		object = map[string]any{}
	}
	if isList {
		list, _ := object[name].([]any)
		if list == nil {
			list = []any{nil}
		}
		list[0] = put(list[0], path[1:], value)
		object[name] = list
	} else {
		object[name] = put(object[name], path[1:], value)
	}
	return object
}

// stranger is a mock server that somebody else made from Wise's description.
type stranger struct {
	t     *testing.T
	facts map[string][]fact
	fill  style
	first bool

	mu   sync.Mutex
	seen map[string]bool // operations that were asked
}

var version = regexp.MustCompile(`^/v[123]/`)

// operation finds the operation of a request.
func (s *stranger) operation(r *http.Request) string {
	path := "/" + strings.TrimPrefix(version.ReplaceAllString(r.URL.Path, "/"), "/")
	for _, op := range slices.Sorted(maps.Keys(s.facts)) {
		pattern := regexp.MustCompile(`^` + regexp.MustCompile(`\\\{[a-zA-Z]+\\\}`).ReplaceAllString(regexp.QuoteMeta(op), `[^/]+`) + `$`)
		if pattern.MatchString(r.Method + " " + path) {
			return op
		}
	}
	return ""
}

func (s *stranger) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	op := s.operation(r)
	s.mu.Lock()
	s.seen[op] = true
	s.mu.Unlock()
	if op == "" {
		s.t.Errorf("%s %s is no operation of Wise's", r.Method, r.URL.Path)
		w.WriteHeader(http.StatusNotFound)
		return
	}
	s.check(op, r)
	s.answer(w, op)
}

func (s *stranger) answer(w http.ResponseWriter, op string) {
	listed := of(s.facts[op], "200", "201", "204")
	switch {
	case strings.HasSuffix(op, ".pdf"):
		_, _ = io.WriteString(w, "%PDF-1.7\n…\n%%EOF\n")
	case listed[0].part == "204":
		w.WriteHeader(http.StatusNoContent)
	default:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(map[string]int{"200": 200, "201": 201}[listed[0].part])
		_, _ = w.Write(invent(listed, s.fill, s.first))
	}
}

// check holds a request to what is listed: parameters, body, and whose token.
func (s *stranger) check(op string, r *http.Request) {
	allowed := func(part string, names map[string]json.RawMessage) {
		listed := of(s.facts[op], part)
		for name, value := range names {
			if !slices.ContainsFunc(listed, func(f fact) bool { return f.field == name && f.fits(value) }) {
				s.t.Errorf("%s: the %s has %s = %s, which is not listed", op, part, name, value)
			}
		}
	}
	allowed("query", texts(r.URL.Query()))
	body, _ := io.ReadAll(r.Body)
	switch kind := r.Header.Get("Content-Type"); {
	case strings.HasPrefix(kind, "application/json"):
		leaves := map[string]json.RawMessage{}
		flatten("", body, leaves)
		allowed("request", leaves)
	case strings.HasPrefix(kind, "application/x-www-form-urlencoded"):
		form, _ := url.ParseQuery(string(body))
		allowed("request", texts(form))
	case len(body) > 0 || kind != "":
		s.t.Errorf("%s: a body of type %q", op, kind)
	}
	if got := s.kind(r); !slices.Contains(s.facts[op][0].auth, got) {
		s.t.Errorf("%s is asked with %s, want one of %v", op, got, s.facts[op][0].auth)
	}
}

// kind is the kind of token that a request carries.
func (s *stranger) kind(r *http.Request) string {
	if id, secret, basic := r.BasicAuth(); basic && id == clientID && secret == clientSecret {
		return "BasicAuth"
	}
	switch token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "); token {
	case personal:
		return "PersonalToken"
	case "of a user":
		return "UserToken"
	case "of the application":
		return "ClientCredentialsToken"
	default:
		return "an unknown token " + token
	}
}

// fits says whether a value is what the line says. A parameter of a URL is a text
// whatever its type.
func (f fact) fits(value json.RawMessage) bool {
	text := strings.Trim(string(value), `"`)
	if string(value) == "null" {
		return f.nullable
	}
	if len(f.values) > 0 && !slices.Contains(f.values, text) {
		return false
	}
	if f.part == "query" {
		return !strings.HasPrefix(f.kind, "integer") || regexp.MustCompile(`^[0-9]+$`).MatchString(text)
	}
	return strings.HasPrefix(f.kind, "string") == (value[0] == '"')
}

func texts(values url.Values) map[string]json.RawMessage {
	all := map[string]json.RawMessage{}
	for name, value := range values {
		all[name], _ = json.Marshal(strings.Join(value, ","))
	}
	return all
}

// flatten lists the leaves of an object, named as in the list.
func flatten(at string, body json.RawMessage, leaves map[string]json.RawMessage) {
	var object map[string]json.RawMessage
	if json.Unmarshal(body, &object) != nil || object == nil {
		leaves[at] = body
		return
	}
	for name, value := range object {
		flatten(strings.TrimPrefix(at+"."+name, "."), value, leaves)
	}
}

// serve starts a stranger's server in a style. Its tokens say whose they are.
func serve(t *testing.T, fill style, first bool) (*stranger, string) {
	t.Helper()
	s := &stranger{t: t, facts: facts(t), fill: fill, first: first, seen: map[string]bool{}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /oauth/token", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(strings.NewReader(string(body)))
		token := "of the application"
		if form, _ := url.ParseQuery(string(body)); form.Get("grant_type") == "refresh_token" {
			token = "of a user"
		}
		s.check("POST /oauth/token", r)
		s.mu.Lock()
		s.seen["POST /oauth/token"] = true
		s.mu.Unlock()
		_, _ = w.Write(invent(of(s.facts["POST /oauth/token"], "200"), func(f fact) json.RawMessage {
			if f.field == "access_token" {
				return json.RawMessage(`"` + token + `"`)
			}
			return fill(f)
		}, first))
	})
	mux.Handle("/", s)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return s, server.URL
}
