package presence

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// hall is a room with a clock that a test moves.
type hall struct {
	*Room
	now time.Time
}

func newHall() *hall {
	h := &hall{now: time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)}
	h.Room = NewRoom(func() time.Time { return h.now })
	return h
}

const page = "transfer:7"

var anna, ben = Person{1, "Anna"}, Person{2, "Ben"}

func TestOthersAreSeenAndOneselfIsNot(t *testing.T) {
	h := newHall()
	if !h.Enter(page, anna) || !h.Enter(page, ben) {
		t.Error("somebody came, and nobody was to be told")
	}
	if h.Enter(page, anna) {
		t.Error("a second tab of Anna is nothing new")
	}
	if diff := cmp.Diff([]Other{{Name: "Ben"}}, h.Others(page, anna.ID)); diff != "" {
		t.Error(diff)
	}
	if got := h.Others("transfer:8", 0); got != nil {
		t.Errorf("on another page: got %v", got)
	}
}

func TestTypingIsSeenAndEndsByItself(t *testing.T) {
	h := newHall()
	h.Enter(page, anna)
	h.Enter(page, ben)
	if !h.Edit(page, ben, "a note") || h.Edit(page, ben, "a note") {
		t.Error("only the first key is something new")
	}
	if diff := cmp.Diff([]Other{{"Ben", "a note"}, {Name: "Anna"}}, h.Others(page, 9)); diff != "" {
		t.Error(diff)
	}
	h.now = h.now.Add(Edits)
	if diff := cmp.Diff([]string{page}, h.Sweep()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Other{{Name: "Ben"}}, h.Others(page, anna.ID)); diff != "" {
		t.Error(diff)
	}
	if again := h.Sweep(); len(again) > 0 {
		t.Errorf("said twice: %v", again)
	}
}

func TestWhoeverReloadsHasNotLeft(t *testing.T) {
	h := newHall()
	h.Enter(page, ben)
	h.Leave(page, ben.ID)
	h.now = h.now.Add(Lingers - time.Second)
	if h.Enter(page, ben) || len(h.Sweep()) > 0 {
		t.Error("a reload was seen by others")
	}
	h.Leave(page, ben.ID)
	h.now = h.now.Add(Lingers)
	if len(h.Others(page, anna.ID)) > 0 {
		t.Error("who has left is still shown")
	}
	if diff := cmp.Diff([]string{page}, h.Sweep()); diff != "" {
		t.Error(diff)
	}
	if !h.Enter(page, ben) {
		t.Error("who comes back is new")
	}
}

func TestWhoeverTypesWithoutAStreamIsThere(t *testing.T) {
	h := newHall()
	h.Edit(page, ben, "a note")
	h.now = h.now.Add(Edits - time.Second)
	if diff := cmp.Diff([]Other{{"Ben", "a note"}}, h.Others(page, anna.ID)); diff != "" {
		t.Error(diff)
	}
	if !h.Edit(page, ben, "") {
		t.Error("the end of typing was not to be told")
	}
}

func TestTheRoomDoesNotGrowWithoutBound(t *testing.T) {
	h := newHall()
	for i := range most + 5 {
		h.Edit(fmt.Sprint("transfer:", i+1), Person{int64(i/mostOne + 1), "Ben"}, "a note")
	}
	if len(h.here) != most {
		t.Errorf("got %d, want %d", len(h.here), most)
	}
	h.now = h.now.Add(time.Hour)
	h.Sweep()
	if len(h.here) != 0 {
		t.Errorf("left behind: %d", len(h.here))
	}
}

func TestNobodyFillsTheRoomForTheOthers(t *testing.T) {
	h := newHall()
	for i := range most + 5 {
		h.Edit(fmt.Sprint("transfer:", i+1), ben, "a note")
	}
	if len(h.here) != mostOne || !h.Enter(page, anna) {
		t.Errorf("Ben alone is on %d pages, and whether Anna is seen: %v", len(h.here), h.Others(page, ben.ID))
	}
	h.now = h.now.Add(time.Hour)
	h.Sweep()
	if !h.Enter("transfer:8", ben) {
		t.Error("who has left everywhere is not seen any more")
	}
}

// TestWhoIsThereIsWhoHasAPageOpen: whatever happens in whatever order, exactly those
// are shown who have a page open, had one lately, or typed lately.
func TestWhoIsThereIsWhoHasAPageOpen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := newHall()
		open, until := map[int64]int{}, map[int64]time.Time{}
		later := func(id int64, at time.Time) {
			if at.After(until[id]) {
				until[id] = at
			}
		}
		who := rapid.SampledFrom([]Person{anna, ben, {3, "Cem"}})
		rt.Repeat(map[string]func(*rapid.T){
			"enter": func(rt *rapid.T) { p := who.Draw(rt, "who"); h.Enter(page, p); open[p.ID]++ },
			"leave": func(rt *rapid.T) {
				p := who.Draw(rt, "who")
				if h.Leave(page, p.ID); open[p.ID] > 0 {
					open[p.ID]--
					later(p.ID, h.now.Add(Lingers))
				}
			},
			"type": func(rt *rapid.T) { p := who.Draw(rt, "who"); h.Edit(page, p, "a note"); later(p.ID, h.now.Add(Edits)) },
			"wait": func(rt *rapid.T) {
				h.now = h.now.Add(time.Duration(rapid.IntRange(1, 9).Draw(rt, "seconds")) * time.Second)
			},
			"sweep": func(*rapid.T) { h.Sweep() },
			"": func(rt *rapid.T) {
				want := 0
				for id := int64(1); id <= 3; id++ {
					if open[id] > 0 || h.now.Before(until[id]) {
						want++
					}
				}
				if got := h.Others(page, 0); len(got) != want {
					rt.Fatalf("got %v, want %d of them", got, want)
				}
			},
		})
	})
}
