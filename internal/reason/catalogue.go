package reason

// Catalogue finds the card of a code. The zero Catalogue knows none.
type Catalogue struct {
	failures map[string]Card
	cases    map[string]CaseCard
}
