package store

// Actor is who gave something, as a row keeps it: the columns actor_kind,
// actor_id and actor_name, with the words of the audit log.
type Actor struct {
	Kind string // person, token or cli
	ID   int64  // of the person or token; 0 for the command line
	Name string // as it was then
}
