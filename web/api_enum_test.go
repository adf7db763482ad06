package web

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	activities "transferdesk/web/activity"
)

// constsOf finds the constants of a type in a package's source.
func constsOf(t *testing.T, dir, kind string) []string {
	t.Helper()
	form := regexp.MustCompile(`(?m)^\s+\w+\s+` + kind + `\s+= "([a-z_]+)"`)
	files, err := filepath.Glob(filepath.Join("..", "internal", dir, "*.go"))
	must(t, err)
	var all []string
	for _, file := range files {
		source, err := os.ReadFile(file)
		must(t, err)
		for _, found := range form.FindAllStringSubmatch(string(source), -1) {
			all = append(all, found[1])
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestTheContractListsEveryAnswerAndEveryKind(t *testing.T) {
	doc, _ := document(t)
	for schema, consts := range map[string][]string{"AnswerCode": constsOf(t, "answer", "Code"), "ActivityKind": constsOf(t, "activity", "Kind")} {
		if len(consts) < 20 {
			t.Fatalf("%s: only %d constants were found, so this guards nothing", schema, len(consts))
		}
		listed := doc.Components.Schemas[schema].Value.Enum
		for _, code := range consts {
			if !slices.Contains(listed, any(code)) {
				t.Errorf("%s does not list %s", schema, code)
			}
		}
	}
	for _, kind := range constsOf(t, "activity", "Kind") {
		if !slices.ContainsFunc(activities.KindWords(), func(w activities.KindWord) bool { return string(w.Kind) == kind }) {
			t.Errorf("%s has no place on a customer's page", kind)
		}
	}
}
