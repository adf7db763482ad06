package wise

// kind is the JSON type of a node.
type kind byte

// The kinds; absent is the zero value, so that asking for a field that is not
// there gives a node that is none of the others.
const (
	absent kind = iota
	null
	boolean
	number
	text
	list
	object
)

// node is one JSON value as it stood: numbers keep their digits, objects the
// order of their fields. It is small, since a body may hold half a million.
type node struct {
	kind  kind
	text  string // text: its value; number: its literal; boolean: true or false
	inner *inner // list, object: what is in it; nil when empty
}

// inner is what a list or an object holds.
type inner struct {
	items  []node
	fields []field
}

// field is one member of an object.
type field struct {
	name  string
	value node
}

// items are the items of a list; none for anything else.
func (n node) items() []node {
	if n.inner == nil {
		return nil
	}
	return n.inner.items
}

// fields are the fields of an object; none for anything else.
func (n node) fields() []field {
	if n.inner == nil {
		return nil
	}
	return n.inner.fields
}

// get gives the field at a path of names; absent when any step is not there.
func (n node) get(path ...string) node {
	for _, name := range path {
		n = n.field(name)
	}
	return n
}

// field gives one field; absent when n is no object or has none of that name.
func (n node) field(name string) node {
	for _, f := range n.fields() {
		if f.name == name {
			return f.value
		}
	}
	return node{}
}

// missing says that the field is not there or null.
func (n node) missing() bool { return n.kind == absent || n.kind == null }
