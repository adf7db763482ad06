package templates

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestEveryClassIsDrawnAndUsed: a class of the style sheet stands in a template or the
// script, and a class of a template in the style sheet, so that neither keeps what the
// other has dropped.
func TestEveryClassIsDrawnAndUsed(t *testing.T) {
	styled, words, worn := styledClasses(t), quotedWords(t), wornClasses(t)
	for class := range styled {
		if !words[class] {
			t.Errorf("the style sheet draws .%s and nothing wears it", class)
		}
	}
	for class := range worn {
		if !styled[class] {
			t.Errorf("a template gives the class %q and nothing draws it", class)
		}
	}
	if len(styled) < 50 || len(worn) < 50 {
		t.Errorf("found %d classes drawn and %d worn: the check reads nothing", len(styled), len(worn))
	}
}

// styledClasses are the classes that the style sheet names.
func styledClasses(t *testing.T) map[string]bool {
	t.Helper()
	rule := regexp.MustCompile(`\.([a-z][a-z0-9-]*)`)
	aside := regexp.MustCompile(`(?s)/\*.*?\*/|"[^"]*"|\{[^{}]*\}`)
	found := map[string]bool{}
	for _, text := range sources(t, "../static/style/*.css") {
		for _, m := range rule.FindAllStringSubmatch(aside.ReplaceAllString(text, "{}"), -1) {
			found[m[1]] = true
		}
	}
	return found
}

// quotedWords is every word of every quoted text that a class can come from.
func quotedWords(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{"neutral": true, "moving": true, "waiting": true, "problem": true, "done": true, "final": true}
	quoted := regexp.MustCompile("\"[^\"\n]*\"|`[^`]*`")
	for _, pattern := range []string{"*.templ", "[a-z]*.go", "../static/script/*.js"} {
		for _, text := range sources(t, pattern) {
			for _, q := range quoted.FindAllString(text, -1) {
				for _, word := range strings.FieldsFunc(q, func(r rune) bool { return strings.ContainsRune("\"` .,[]()>#", r) }) {
					found[word] = true
				}
			}
		}
	}
	return found
}

// wornClasses are the classes in the class attributes of the templates.
func wornClasses(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	plain := regexp.MustCompile(`class="([^"]*)"`)
	built := regexp.MustCompile(`class=\{([^}]*)\}`)
	literal := regexp.MustCompile(`"([a-z][a-z0-9 -]*)"`)
	for _, text := range sources(t, "*.templ") {
		lists := plain.FindAllStringSubmatch(text, -1)
		for _, b := range built.FindAllStringSubmatch(text, -1) {
			lists = append(lists, literal.FindAllStringSubmatch(b[1], -1)...)
		}
		for _, list := range lists {
			for _, class := range strings.Fields(list[1]) {
				found[class] = true
			}
		}
	}
	return found
}

// sources reads the files that people write: no generated code and no tests.
func sources(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("listing %s: %d files, error %v", pattern, len(paths), err)
	}
	var all []string
	for _, path := range paths {
		if strings.HasSuffix(path, "_templ.go") || strings.HasSuffix(path, "_test.go") {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return all
}

// TestAClassBelongsToOnePart: of two components that draw the same class on its own,
// one takes the other apart.
func TestAClassBelongsToOnePart(t *testing.T) {
	own := regexp.MustCompile(`(?m)^  \.([a-z][a-z0-9-]*) \{`)
	paths, err := filepath.Glob("../static/style/*.css")
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]string{}
	for i, text := range sources(t, "../static/style/*.css") {
		for _, m := range own.FindAllStringSubmatch(text, -1) {
			if other := drawn[m[1]]; other != "" && other != paths[i] {
				t.Errorf(".%s is drawn in %s and in %s", m[1], other, paths[i])
			}
			drawn[m[1]] = paths[i]
		}
	}
	if len(drawn) < 50 {
		t.Errorf("found %d classes: the check reads nothing", len(drawn))
	}
}
