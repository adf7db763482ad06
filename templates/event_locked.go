package templates

// LockedPart is what is for compliance alone in one event, for people with the flag.
type LockedPart struct {
	Path   string        // where the fields are shown, which is recorded
	Shown  bool          // the fields are here
	Fields []LockedField // none while not shown, or when nothing is withheld
}

// LockedField is one field as Wise sent it, made visible.
type LockedField struct {
	Name  string // "data.resource.type"; empty: it stands in no field
	Value string
}

// lockedName names a field; a piece of a body that is no JSON has no name.
func lockedName(name string) string {
	if name == "" {
		return "The body"
	}
	return name
}

// lockedPath is the part of an event's page that is for compliance.
func lockedPath(event int64) string { return eventPath(event) + "#for-compliance" }
