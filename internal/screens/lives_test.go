package screens

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// life is a whole life of a transfer, as internal/story tells it.
type life struct {
	name     string
	transfer int64
	code     string // of its answer, such as returned
	bodies   []string
}

// The lines of a life that matter here.
var (
	lifeFile     = regexp.MustCompile(`(?m)^-- (.+) --\n`)
	lifeTransfer = regexp.MustCompile(`(?m)^transfer: (\d+)$`)
	lifeNow      = regexp.MustCompile(`(?m)^now: (\S+)$`)
	lifeCode     = regexp.MustCompile(`(?m)^code: (\w+)`)
)

// lives reads all that are told by now, by name.
func lives(t *testing.T) (all []life) {
	t.Helper()
	names, err := filepath.Glob("../story/testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("finding the lives: %d, %v", len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		must(t, err)
		if told := lifeNow.FindStringSubmatch(string(text)); told == nil || told[1] <= now.Format(time.RFC3339) {
			all = append(all, readLife(strings.TrimSuffix(filepath.Base(name), ".txtar"), string(text)))
		}
	}
	return all
}

func readLife(name, text string) life {
	l := life{name: name}
	if m := lifeTransfer.FindStringSubmatch(text); m != nil {
		l.transfer, _ = strconv.ParseInt(m[1], 10, 64)
	}
	if m := lifeCode.FindStringSubmatch(text); m != nil {
		l.code = m[1]
	}
	marks := lifeFile.FindAllStringSubmatchIndex(text, -1)
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		if strings.Contains(text[m[2]:m[3]], "#") {
			l.bodies = append(l.bodies, strings.TrimSuffix(text[m[1]:end], "\n"))
		}
	}
	return l
}

// lifeOf is the first life with an answer's code.
func lifeOf(t *testing.T, code string) life {
	t.Helper()
	for _, l := range lives(t) {
		if l.code == code {
			return l
		}
	}
	t.Fatalf("no life is answered %q", code)
	return life{}
}

// page is the address of the transfer's page.
func (l life) page() string { return "/transfers/" + strconv.FormatInt(l.transfer, 10) }
