package front

import "transferdesk/internal/fault"

// Problem is an error as people and programs may see it.
type Problem struct {
	Status  int
	Code    string // for programs: "not_found"
	Message string // for programs, in words
	Title   string // of the page
	What    string // one sentence: what happened
	Lost    string // whether anything was lost
	Do      string // what to do now
}

// NothingChanged answers whether anything was lost where nothing was done.
const NothingChanged = "No. Nothing was changed."

// problems is the one table from kinds of fault to HTTP statuses and words.
var problems = map[fault.Kind]Problem{
	fault.Internal: {500, "internal", "Something went wrong on our side.", "Something went wrong",
		"Something went wrong on our side.", "Nothing that Wise told us is lost. If you were saving something, look whether it is there.", "Try again. If it stays, give your admin the request id."},
	fault.Invalid: {400, "invalid", "The request cannot be understood.", "We could not read that",
		"We could not read that address.", NothingChanged, "Check the address, or search for what you need."},
	fault.Unauthenticated: {401, "unauthenticated", "Nobody is signed in.", "Please sign in",
		"Nobody is signed in.", NothingChanged, "Sign in and try again."},
	fault.Forbidden: {403, "forbidden", "This is not allowed.", "Not allowed",
		"Your role may not do this.", NothingChanged, "Ask a lead or an admin if you need it."},
	fault.NotFound: {404, "not_found", "There is nothing here, or it is not yours to see.", "Not found",
		"There is nothing here, or it is not yours to see.", NothingChanged, "Check the id, or search for it. Transfers, customers and users have a page as soon as an event from Wise names them; the top-up of a balance names no transfer."},
	fault.Method: {405, "method_not_allowed", "This address does not take that method.", "Not possible here",
		"This address does not take that kind of request.", NothingChanged, "Go back to the page that you came from."},
	fault.Conflict: {409, "conflict", "Somebody else changed it meanwhile.", "Changed meanwhile",
		"Somebody else changed this meanwhile.", "Nothing was overwritten.", "Open the page again and look at what is there now."},
	fault.TooLarge: {413, "too_large", "What was sent is larger than is accepted.", "Too large",
		"What was sent is larger than we take.", "Nothing of it was stored.", "Send less."},
	fault.Unsupported: {415, "unsupported", "The encoding or media type is not accepted.", "Not in this form",
		"The encoding or media type is not accepted here.", "Nothing of it was stored.", "Use the form on the page."},
	fault.Unprocessable: {422, "unprocessable", "A field is not filled in as it should be.", "Please check the fields",
		"A field is not filled in as it should be.", NothingChanged, "Go back and check the fields."},
	fault.TooMany: {429, "too_many", "Too many requests.", "Too often",
		"That was tried too often.", NothingChanged, "Wait a minute and try again."},
	fault.Unavailable: {503, "unavailable", "Not available just now; worth another try.", "Not available just now",
		"This cannot be shown just now.", "No. What Wise sends is kept as before, or sent again.", "Try again in a moment."},
}
