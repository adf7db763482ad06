package templates

// ErrorPage says what happened, whether anything was lost, what to do, and the request id.
type ErrorPage struct {
	Frame
	Status int    // of HTTP
	What   string // one sentence, the heading
	Lost   string // "Nothing was lost: …"
	Do     string // what to do now
	Links  []Link // ways out; empty: only the queue when signed in
}

// Link is a way to another page.
type Link struct{ Text, Href string }
