package live

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// world is a hub with a clock that a test moves.
type world struct {
	*Hub
	now time.Time
}

func newWorld(limits Limits) *world {
	w := &world{now: time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)}
	w.Hub = New(limits, func() time.Time { return w.now })
	return w
}

func (w *world) join(t *testing.T, person int64, topics ...Topic) *Listener {
	t.Helper()
	l, err := w.Join(person, "session", "", topics)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestAListenerHearsItsTopicsOnceHoweverOftenTheyChange(t *testing.T) {
	w := newWorld(Usual())
	l := w.join(t, 1, Transfer(7), Queue)
	for range 1000 {
		w.Changed(Transfer(7), Transfer(8), Bounced)
	}
	w.Changed(Queue)
	<-l.Bell()
	if diff := cmp.Diff([]Topic{"queue", "transfer:7"}, l.Take()); diff != "" {
		t.Error(diff)
	}
	if again := l.Take(); again != nil {
		t.Errorf("taken twice: got %v, want nothing", again)
	}
}

func TestEverythingIsToldToEverybody(t *testing.T) {
	w := newWorld(Usual())
	one, two := w.join(t, 1, Transfer(7)), w.join(t, 2, Cases)
	w.Changed(Everything)
	for _, l := range []*Listener{one, two} {
		if diff := cmp.Diff([]Topic{Everything}, l.Take()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestWhoeverTakesNothingForTooLongIsDroppedAndToldNothingMore(t *testing.T) {
	w := newWorld(Limits{PerPerson: 2, Overall: 9, Patience: 30 * time.Second})
	slow, quick := w.join(t, 1, Queue), w.join(t, 2, Queue)
	w.Changed(Queue)
	quick.Take()
	w.now = w.now.Add(30 * time.Second)
	w.Changed(Queue)
	if slow.Why() != None {
		t.Fatal("dropped within its patience")
	}
	w.now = w.now.Add(time.Second)
	w.Changed(Queue)
	<-slow.Ended()
	if slow.Why() != Slow || slow.Take() != nil {
		t.Errorf("got %q and something to take, want it dropped and told nothing", slow.Why())
	}
	if quick.Why() != None || len(quick.Take()) != 1 {
		t.Error("the quick one was dropped with it")
	}
}

func TestTheOldestStreamOfAPersonGivesWayToOneMore(t *testing.T) {
	w := newWorld(Limits{PerPerson: 2, Overall: 9, Patience: time.Second})
	first, second := w.join(t, 1, Queue), w.join(t, 1, Queue)
	other := w.join(t, 2, Queue)
	third := w.join(t, 1, Queue)
	got := []End{first.Why(), second.Why(), third.Why(), other.Why()}
	if diff := cmp.Diff([]End{Displaced, None, None, None}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheOldestStreamOfABrowserGivesWayThoughThePersonMayHaveMore(t *testing.T) {
	w := newWorld(Limits{PerPerson: 9, PerSession: 2, Overall: 9, Patience: time.Second})
	var all []*Listener
	for _, session := range []string{"desk", "home", "desk", "desk", "home"} {
		l, err := w.Join(1, session, "", []Topic{Queue})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	var got []End
	for _, l := range all {
		got = append(got, l.Why())
	}
	if diff := cmp.Diff([]End{Displaced, None, None, None, None}, got); diff != "" {
		t.Error(diff)
	}
}

func TestNoMoreThanTheCapOfAllMayJoin(t *testing.T) {
	w := newWorld(Limits{PerPerson: 2, Overall: 2, Patience: time.Second})
	w.join(t, 1, Queue)
	w.join(t, 2, Queue)
	if _, err := w.Join(3, "s", "", []Topic{Queue}); !errors.Is(err, ErrFull) {
		t.Errorf("got %v, want it refused", err)
	}
}

func TestSigningOutEndsTheStreamsOfThatSessionAlone(t *testing.T) {
	w := newWorld(Usual())
	mine, err := w.Join(1, "a", "", []Topic{Queue})
	if err != nil {
		t.Fatal(err)
	}
	other, err := w.Join(1, "b", "", []Topic{Queue})
	if err != nil {
		t.Fatal(err)
	}
	w.EndSession("a")
	<-mine.Ended()
	if mine.Why() != SignedOut || other.Why() != None {
		t.Errorf("got %q and %q, want signed-out and none", mine.Why(), other.Why())
	}
}

func TestAClosedHubEndsAllAndTakesNobody(t *testing.T) {
	w := newWorld(Usual())
	l := w.join(t, 1, Queue)
	w.Close()
	<-l.Ended()
	if _, err := w.Join(1, "s", "", []Topic{Queue}); !errors.Is(err, ErrClosed) {
		t.Errorf("got %v, want it refused", err)
	}
	l.Leave()
	w.Changed(Everything, Queue)
}

// TestTwoHundredListenersHearEveryChange runs them side by side with those who tell.
func TestTwoHundredListenersHearEveryChange(t *testing.T) {
	w := newWorld(Usual())
	var heard, told sync.WaitGroup
	for i := range 200 {
		l := w.join(t, int64(i), Transfer(int64(i%10+1)), Queue)
		heard.Go(func() {
			defer l.Leave()
			for {
				<-l.Bell()
				if slices.Contains(l.Take(), Queue) {
					return
				}
			}
		})
	}
	for i := range 20 {
		told.Go(func() {
			for range 100 {
				w.Changed(Transfer(int64(i%10+1)), Bounced)
			}
		})
	}
	told.Wait()
	w.Changed(Queue)
	heard.Wait()
	if n := w.Listening(); n != 0 || len(w.on) != 0 || len(w.of) != 0 {
		t.Errorf("left behind: %d listeners, %d topics, %d people", n, len(w.on), len(w.of))
	}
}

// TestTheTablesAgree: whatever happens in whatever order, a listener that goes on
// stands under each of its topics and its person, others nowhere, and it has heard
// exactly what changed since it last took.
func TestTheTablesAgree(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(Limits{PerPerson: 3, Overall: 8, Patience: time.Hour})
		due := map[*Listener]map[Topic]bool{}
		names := []Topic{Queue, Bounced, Transfer(1), Transfer(2)}
		rt.Repeat(map[string]func(*rapid.T){
			"join": func(rt *rapid.T) {
				topics := rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, 3, rapid.ID[Topic]).Draw(rt, "topics")
				if l, err := w.Join(rapid.Int64Range(1, 3).Draw(rt, "person"), "s", "", topics); err == nil {
					due[l] = map[Topic]bool{}
				}
			},
			"leave": func(rt *rapid.T) {
				for l := range due {
					l.Leave()
					delete(due, l)
					return
				}
			},
			"change": func(rt *rapid.T) {
				topic := rapid.SampledFrom(append(names, Everything)).Draw(rt, "topic")
				w.Changed(topic)
				for l, heard := range due {
					if topic == Everything || slices.Contains(l.topics, topic) {
						heard[topic] = true
					}
				}
			},
			"take": func(rt *rapid.T) {
				for l, heard := range due {
					if got := l.Take(); l.Why() == None && len(got) != len(heard) {
						rt.Fatalf("took %v, want %v", got, heard)
					}
					clear(heard)
				}
			},
			"": func(rt *rapid.T) {
				people, topics := 0, 0
				for _, mine := range w.of {
					people += len(mine)
				}
				for topic, listeners := range w.on {
					for l := range listeners {
						if l.Why() != None || !slices.Contains(l.topics, topic) {
							rt.Fatalf("%s keeps a listener that is none of it", topic)
						}
					}
					topics += len(listeners)
				}
				want := 0
				for l := range w.all {
					want += len(l.topics)
				}
				if people != len(w.all) || topics != want || len(w.all) > 8 {
					rt.Fatalf("%d listeners, %d under people, %d under topics, want %d", len(w.all), people, topics, want)
				}
			},
		})
	})
}

func TestAPageHearsWhatChangedBeforeItBeganToListen(t *testing.T) {
	tests := map[string]struct {
		mark   string // "": that of the beginning
		change []Topic
		times  int
		want   []Topic
	}{
		"its own topics only":        {"", []Topic{Transfer(7), Transfer(8)}, 1, []Topic{Transfer(7)}},
		"nothing":                    {"", nil, 0, nil},
		"everything":                 {"", []Topic{Everything}, 1, []Topic{Everything}},
		"as much as is remembered":   {"", []Topic{Transfer(7)}, remembered - 1, []Topic{Transfer(7)}},
		"more than is remembered":    {"", []Topic{Transfer(8)}, remembered, []Topic{Everything}},
		"a mark of another start":    {"AAAAAAAA-0", nil, 0, []Topic{Everything}},
		"a mark of what is to come":  {"9", nil, 0, []Topic{Everything}},
		"what is no mark, but a tag": {"<b>", nil, 0, []Topic{Everything}},
	}
	for name, tt := range tests {
		w := newWorld(Usual())
		mark := w.Mark()
		for range tt.times {
			w.Changed(tt.change...)
		}
		switch {
		case tt.mark == "9":
			mark += "9"
		case tt.mark != "":
			mark = tt.mark
		}
		l, err := w.Join(1, "s", mark, []Topic{Transfer(7)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, l.Take()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	w := newWorld(Usual())
	w.Changed(Transfer(7))
	if l, _ := w.Join(1, "s", "", []Topic{Transfer(7)}); l.Take() != nil {
		t.Error("without a mark the past is not told")
	}
}
