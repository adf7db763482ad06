// Package presence knows who else is on a page: who looks at its subject, and who is
// typing there. It lives in memory and forgets by itself.
package presence

import (
	"slices"
	"strings"
	"sync"
	"time"
)

// How long somebody is still there after the last page was closed, since a reload or
// a look at another tab is no leaving, and after the last key was pressed.
const (
	Lingers = 6 * time.Second
	Edits   = 20 * time.Second
)

// How many people on subjects are known at a time, and on how many subjects one person
// is; what is beyond is not shown, so that nobody fills the room for the others.
const (
	most    = 10_000
	mostOne = 60
)

// Person is one of the company's own people.
type Person struct {
	ID   int64 // above zero
	Name string
}

// Other is somebody else on a page.
type Other struct {
	Name    string
	Editing string // what is typed into, as Room.Edit was told; "": nothing, only looking
}

// Room is who is on which subject. Subjects are texts of the caller's, such as
// "transfer:50088672". Its methods may be called from many goroutines.
type Room struct {
	clock func() time.Time

	mu   sync.Mutex // guards the rest
	here map[place]*stay
	of   map[int64]int // how many stays of here are a person's
}

type place struct {
	subject string
	person  int64
}

// stay is one person on one subject.
type stay struct {
	name   string
	open   int       // pages
	left   time.Time // when the last of them was closed
	what   string    // is typed into until typing
	typing time.Time
}

// NewRoom makes an empty room.
func NewRoom(clock func() time.Time) *Room {
	return &Room{clock: clock, here: map[place]*stay{}, of: map[int64]int{}}
}

// Enter notes that a person has opened a page about the subject, and says whether
// others see something new. Each Enter has its Leave.
func (r *Room) Enter(subject string, who Person) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	s, fresh := r.stay(subject, who)
	if s == nil {
		return false
	}
	s.open++
	return fresh
}

// Leave notes that the page was closed. Others see it Lingers later, by Sweep.
func (r *Room) Leave(subject string, person int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s := r.here[place{subject, person}]; s != nil && s.open > 0 {
		s.open--
		s.left = r.clock()
	}
}

// Edit notes that a person is typing, into what; "" ends that. It says whether others
// see something new.
func (r *Room) Edit(subject string, who Person, what string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.clock()
	s, fresh := r.stay(subject, who)
	if s == nil {
		return false
	}
	before := s.editing(now)
	s.what, s.typing = what, now.Add(Edits)
	if s.open == 0 {
		s.left = now
	}
	return fresh || before != what
}

// Others gives who else is there, typers first, then by name.
func (r *Room) Others(subject string, but int64) []Other {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.clock()
	var others []Other
	for at, s := range r.here {
		if at.subject == subject && at.person != but && s.there(now) {
			others = append(others, Other{s.name, s.editing(now)})
		}
	}
	slices.SortFunc(others, func(a, b Other) int {
		if (a.Editing == "") != (b.Editing == "") {
			return strings.Compare(b.Editing, a.Editing)
		}
		return strings.Compare(a.Name, b.Name)
	})
	return others
}

// Sweep forgets whoever has gone and whoever has stopped typing, and gives the subjects
// on which others see that.
func (r *Room) Sweep() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.clock()
	gone := map[string]bool{}
	for at, s := range r.here {
		if s.what != "" && s.editing(now) == "" {
			s.what = ""
			gone[at.subject] = true
		}
		if !s.there(now) {
			r.forget(at)
			gone[at.subject] = true
		}
	}
	subjects := make([]string, 0, len(gone))
	for subject := range gone {
		subjects = append(subjects, subject)
	}
	return subjects
}

// stay finds a person's stay on a subject, or begins one; nil when too many are known.
func (r *Room) stay(subject string, who Person) (s *stay, fresh bool) {
	at := place{subject, who.ID}
	if s = r.here[at]; s == nil {
		if len(r.here) >= most || r.of[who.ID] >= mostOne {
			return nil, false
		}
		s, fresh = &stay{}, true
		r.here[at] = s
		r.of[who.ID]++
	}
	fresh = fresh || !s.there(r.clock()) || s.name != who.Name
	s.name = who.Name
	return s, fresh
}

// forget takes one person off one subject.
func (r *Room) forget(at place) {
	delete(r.here, at)
	if r.of[at.person]--; r.of[at.person] <= 0 {
		delete(r.of, at.person)
	}
}

func (s *stay) there(now time.Time) bool {
	return s.open > 0 || now.Sub(s.left) < Lingers || s.editing(now) != ""
}

func (s *stay) editing(now time.Time) string {
	if !now.Before(s.typing) {
		return ""
	}
	return s.what
}
