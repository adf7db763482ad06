package projection

import "transferdesk/internal/wise"

// Why an outcome is what it is, where the wire has nothing to say about it.
const (
	WhyZeroIDs = "test_ids_zero" // every integer id of the body is 0
	WhyHeader  = "test_header"   // no integer ids, and every receipt carried the test header
	WhyPoison  = "poison"        // the program failed on it three times
	WhyRefused = "store_refused" // the database refused three times to keep what it says
	WhyAgain   = "seen_already"  // another body of an event that we held already
)

// WhyText says in words what a code of an outcome means.
func WhyText(code string) string {
	switch code {
	case WhyZeroIDs:
		return "A test notification: all of its ids are 0."
	case WhyHeader:
		return "A test notification: every time it came it was marked as a test."
	case WhyPoison:
		return "We failed to read it three times; the mistake is ours. The event is kept and can be read again after a fix."
	case WhyRefused:
		return "The database refused three times to keep what it says. The event itself is kept as it came; once the fault is mended it can be applied again."
	case WhyAgain:
		return "The same event had come before in another message."
	default:
		return wise.WhyText(code)
	}
}
