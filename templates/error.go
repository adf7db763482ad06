package templates

// ErrorPage says what happened, whether anything was lost, what to do, and the request id.
type ErrorPage struct {
	Frame
	Status int    // of HTTP
	What   string // one sentence, the heading
	Lost   string // "Nothing was lost: …"
	Do     string // what to do now
	Back   Link   // the page that it was asked from; zero: none
}
