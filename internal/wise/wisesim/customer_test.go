package wisesim

import (
	"bytes"
	"fmt"
	"testing"
	"time"
)

// Every customer of the directory must be one that the events are about, and the
// other way round, or a search by name leads to an empty page.
func TestTheDirectoryNamesTheCustomersOfTheEvents(t *testing.T) {
	plan := Plan{Seed: 3, Now: time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC), Transfers: 400, Days: 60}
	var said bytes.Buffer
	for _, d := range plan.Deliveries() {
		said.Write(d.Body)
	}
	seen := map[string]bool{}
	for _, c := range plan.Customers() {
		if !bytes.Contains(said.Bytes(), []byte(fmt.Sprintf(`"profile_id":%d`, c.Profile))) {
			t.Errorf("no event names profile %d of %s", c.Profile, c.Name)
		}
		if c.Name == "" || seen[c.Reference] {
			t.Errorf("the entry %+v has no name, or a reference of before", c)
		}
		seen[c.Reference] = true
	}
	if got, want := len(seen), len(newWorld(plan.Seed, plan.Transfers).profiles); got != want {
		t.Errorf("%d customers, want %d", got, want)
	}
}
