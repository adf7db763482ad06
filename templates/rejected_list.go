package templates

// RejectedPage is /events/rejected: what came to the webhook and was refused.
type RejectedPage struct {
	Frame
	Total   int64 // since the database was made
	Hour    int64 // of those that are kept: in the last hour
	Day     int64 // in the last 24 hours
	Most    int64 // how many are kept at most
	Reasons []RejectedReason
	Rows    []RejectedRow // newest first
	Pager   Pager
}

// RejectedReason is one reason with its diagnosis.
type RejectedReason struct {
	Title string
	What  string
	Do    string
	Code  string
	Count int64
	Last  When
}

// RejectedRow is one refused request; nothing in it is verified.
type RejectedRow struct {
	At      When
	Title   string
	Remote  string
	Size    string
	Headers []Header
}

// recently says how many of late; the table is bounded, and so is the number.
func (p RejectedPage) recently() string {
	say := func(n int64) string {
		if n >= p.Most {
			return grouped(n) + " or more"
		}
		return grouped(n)
	}
	return say(p.Hour) + " in the last hour, " + say(p.Day) + " in the last 24 hours, " + grouped(p.Total) + " in all."
}
