package story

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update writes the goldens anew.
var update = flag.Bool("update", false, "write the answers of the lives anew")

// TestEveryLifeIsAnsweredAsWritten lets each life arrive as it did, one delivery after
// the other, and reads the answer.
func TestEveryLifeIsAnsweredAsWritten(t *testing.T) {
	for _, l := range lives(t) {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, l)
			for _, d := range l.deliveries {
				w.receive(d, d.at)
				w.catchUp()
			}
			got := w.told().printed()
			if *update {
				l.write(t, got)
				return
			}
			if d := difference(l.golden, got); d != "" {
				t.Errorf("the answer is another (-want +got); -update writes it anew\n%s", d)
			}
		})
	}
}

// TestARebuildChangesNoAnswer lets all lives arrive in one database, and folds its
// journal again.
func TestARebuildChangesNoAnswer(t *testing.T) {
	t.Parallel()
	all := lives(t)
	w := newWorld(t, all[0])
	for _, l := range all {
		for _, d := range l.deliveries {
			w.receive(d, l.settings.now)
		}
	}
	w.catchUp()
	before := w.everyAnswer(all)
	w.must(w.project.Rebuild(t.Context(), nil))
	for name, after := range w.everyAnswer(all) {
		if d := difference(before[name], after); d != "" {
			t.Errorf("%s after a rebuild (-before +after)\n%s", name, d)
		}
	}
}

// everyAnswer opens the page of each life, all under the settings of the world; what it
// rests on is named by our ids.
func (w *world) everyAnswer(all []life) map[string]string {
	w.t.Helper()
	answers := map[string]string{}
	for _, l := range all {
		w.life.settings.transfer, w.life.settings.now = l.settings.transfer, l.settings.now
		s := w.told()
		s.numbers = nil
		answers[l.name] = s.printed()
	}
	return answers
}

// write puts the answer into the file.
func (l life) write(t *testing.T, answer string) {
	t.Helper()
	l.archive.put("answer", answer)
	if err := os.WriteFile(filepath.Join("testdata", l.name+".txtar"), []byte(l.archive.text()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// difference compares two answers line by line; "" when they are one.
func difference(want, got string) string {
	return cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n"))
}
