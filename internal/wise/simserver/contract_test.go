package simserver_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

// fact is one line of the field list: what an operation's answer may have in a
// field. A field that comes in two forms has two lines.
type fact struct {
	operation, status, field, kind string
	nullable                       bool
	values                         []string
	auth                           []string
}

// facts reads testdata/fields.tsv, which holds Wise's documented answers of the
// operations that are simulated.
func facts(t *testing.T) map[string][]fact {
	t.Helper()
	text, err := os.ReadFile("testdata/fields.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]fact{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		f := strings.Split(line, "\t")
		all[f[0]] = append(all[f[0]], fact{f[0], f[1], f[2], f[3], f[4] == "null", strings.Fields(f[5]), strings.Split(f[6], ",")})
	}
	return all
}

// breaches says how answers of one operation differ from what is listed: a field
// that is not listed or of another type, and a field that none of them has.
func breaches(listed []fact, answers ...string) []string {
	var broken []string
	seen := map[string]bool{}
	for _, body := range answers {
		walk("", json.RawMessage(body), func(field string, value json.RawMessage) bool {
			seen[field] = true
			return check(listed, field, value, &broken)
		})
	}
	for _, one := range listed {
		if one.field != "" && !seen[one.field] {
			broken = append(broken, one.field+" is nowhere")
		}
	}
	slices.Sort(broken)
	return slices.Compact(broken)
}

// check compares one field with its lines, and says whether what is in it is
// listed too.
func check(listed []fact, field string, value json.RawMessage, broken *[]string) (inside bool) {
	var why []string
	listedInside := slices.ContainsFunc(listed, func(f fact) bool {
		return strings.HasPrefix(f.field, field+".") || strings.HasPrefix(f.field, field+"[]")
	})
	found := false
	for _, f := range listed {
		if f.field != field {
			continue
		}
		found = true
		if trouble := f.misfit(value); trouble != "" {
			why = append(why, trouble)
		} else {
			return listedInside
		}
	}
	switch {
	case found:
		*broken = append(*broken, field+" "+strings.Join(why, ", "))
	case !listedInside || string(value) == "null":
		*broken = append(*broken, field+" is not listed")
	}
	return listedInside
}

// misfit says why a value is not what the line says; "" is that it is.
func (f fact) misfit(value json.RawMessage) string {
	if string(value) == "null" {
		if f.nullable {
			return ""
		}
		return "is null"
	}
	kind, form, _ := strings.Cut(f.kind, ":")
	text := strings.Trim(string(value), `"`)
	if got := kindOf(value); got != kind && !(kind == "number" && got == "integer") {
		return "is " + got + ", not " + kind
	}
	if len(f.values) > 0 && !slices.Contains(f.values, text) {
		return "is " + text
	}
	if _, err := uuid.Parse(text); form == "uuid" && err != nil {
		return "is no UUID"
	}
	if form == "date-time" && !slices.ContainsFunc([]string{time.RFC3339Nano, "2006-01-02 15:04:05", "2006-01-02T15:04:05.000-0700"}, func(layout string) bool {
		_, err := time.Parse(layout, text)
		return err == nil
	}) {
		return "is no time"
	}
	return ""
}

// kindOf gives JSON Schema's name of a value's type.
func kindOf(value json.RawMessage) string {
	switch value[0] {
	case '"':
		return "string"
	case '{':
		return "object"
	case '[':
		return "array"
	case 't', 'f':
		return "boolean"
	}
	if strings.ContainsAny(string(value), ".eE") {
		return "number"
	}
	return "integer"
}

// walk calls visit with every field of a value, named as in the list: a.b and
// a[].b; it goes on inside where visit says so.
func walk(name string, value json.RawMessage, visit func(string, json.RawMessage) bool) {
	if name != "" && name != "[]" && !visit(name, value) {
		return
	}
	var list []json.RawMessage
	if value[0] == '[' && json.Unmarshal(value, &list) == nil {
		for _, one := range list {
			walk(name+"[]", one, visit)
		}
	}
	var fields map[string]json.RawMessage
	if value[0] == '{' && json.Unmarshal(value, &fields) == nil {
		for key, one := range fields {
			walk(strings.TrimPrefix(name+"."+key, "."), one, visit)
		}
	}
}
