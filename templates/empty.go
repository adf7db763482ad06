package templates

// EmptyKind says which of three an empty list is.
type EmptyKind string

// The kinds; unknown is never drawn as none.
const (
	NothingYet     EmptyKind = "nothing-yet"
	NothingMatches EmptyKind = "nothing-matches"
	NotAllowed     EmptyKind = "not-allowed" // Text says which role may
)

// Empty is what stands where rows would be.
type Empty struct {
	Kind      EmptyKind
	Title     string
	Text      string
	Elsewhere []Tile // lists beside this one that have rows: "Unassigned 12"

	Clear string // link that clears the filters, for NothingMatches; empty: none
}

// icon tells the kinds apart at a glance. Where no filter hides anything, that nothing
// is there is what one hoped for.
func (e Empty) icon() Icon {
	switch {
	case e.Kind == NotAllowed:
		return IconLock
	case e.Kind == NothingYet:
		return IconQueue
	case e.Clear == "" && len(e.Elsewhere) == 0:
		return IconDone
	}
	return IconFilter
}
