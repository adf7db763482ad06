package templates

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryKeyIsExplained: what a template or the script gives a key to stands in the
// help, and what stands in the help is somewhere.
func TestEveryKeyIsExplained(t *testing.T) {
	var explained []string
	for _, k := range helpKeys() {
		explained = append(explained, k.Keys...)
	}
	given := []string{"Escape", "Ctrl K"}
	inTemplate := regexp.MustCompile(`data-key="([^"]+)"`)
	for _, text := range sources(t, "*.templ") {
		for _, m := range inTemplate.FindAllStringSubmatch(text, -1) {
			given = append(given, m[1])
		}
		for _, m := range regexp.MustCompile(`"(g [a-z])"|@copyButton\([^\n]*"(c)"\)`).FindAllStringSubmatch(text, -1) {
			given = append(given, m[1]+m[2])
		}
	}
	script := strings.Join(sources(t, "../static/script/*.js"), "\n")
	acts := regexp.MustCompile(`(?s)const keyActs = \{(.*?)\n\};`).FindStringSubmatch(script)
	if acts == nil {
		t.Fatal("the script has no table of keys")
	}
	for _, m := range regexp.MustCompile(`(?:^|[\s{])"?([^\s":]+)"?: \(`).FindAllStringSubmatch(acts[1], -1) {
		if m[1] != "g" {
			given = append(given, m[1])
		}
	}
	if strings.Contains(script, "saveKey(event)") {
		given = append(given, "Ctrl Enter")
	}
	given = append(given, "j", "k")
	for _, m := range regexp.MustCompile(`viewLink\([^\n]*"(.)", `).FindAllStringSubmatch(script, -1) {
		given = append(given, m[1])
	}
	for _, key := range given {
		if !slices.Contains(explained, key) {
			t.Errorf("the key %q is not explained", key)
		}
	}
	for _, key := range explained {
		if !slices.Contains(given, key) {
			t.Errorf("the help explains the key %q, and nothing has it", key)
		}
	}
}
