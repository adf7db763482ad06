package templates

// MissingPage is /admin/subscriptions/missing: what could be made at once.
type MissingPage struct {
	Frame
	Scope     string // "the application"
	Profile   string // for the form; "": the application
	Back      string
	Why       string // why Wise cannot be asked; "": it can
	Known     bool   // the list of the scope was told
	At        When   // when
	URL       string
	Elsewhere string // the address that was warned of, and that the next click means; "": none
	Simulated bool
	Rows      []MissingRow
	Job       *MissingJob // the one that runs, or ran last for this scope; nil: none
	Errors    []FieldError
}

// MissingRow is one event type that can be made.
type MissingRow struct {
	Type       string
	Version    string
	Lost       string
	Documented bool // Wise says that it can be had here
	Ticked     bool
	Beside     string // why it is not needed; "": it is
}

// MissingJob is how far it is.
type MissingJob struct {
	Running bool
	Scope   string
	URL     string
	By      string
	Total   int
	Done    int // asked for, however that went
	Made    int
	Begun   When
	Stopped bool
	Problem string // why the rest was not asked for; "": it was
	Lines   []MissingLine
	Here    string // the page's own address, to look again
	Back    string
}

// MissingLine is how it went with one of them.
type MissingLine struct {
	Type    string
	Version string
	Tag     Tag
	Text    string // why not; may hold words of Wise's
}

// head says whether it runs, has ended, or was stopped.
func (j MissingJob) head() string {
	switch {
	case j.Running:
		return "Subscriptions of " + j.Scope + " are being made"
	case j.Problem != "":
		return "It ended early; what was made stays"
	case j.Stopped:
		return "It was stopped; what was made stays"
	}
	return "Done"
}

// counts says how many were made.
func (j MissingJob) counts() string {
	return grouped(int64(j.Made)) + " of " + grouped(int64(j.Total)) + " made; " + grouped(int64(j.Done)) + " asked for so far."
}
