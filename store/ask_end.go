package store

import "time"

// AskResult is what became of something that was asked of Wise: to cancel a transfer,
// to open a support case, to take a message.
type AskResult string

// The results. What ended stays so; only AskUnknown may still become another.
const (
	AskStarted AskResult = "started"  // Wise is being asked, or the process ended before its answer
	AskDone    AskResult = "done"     // Wise did it
	AskRefused AskResult = "refused"  // Wise said no
	AskNotDone AskResult = "not_done" // nothing was asked of Wise, or it shows later that nothing was done
	AskUnknown AskResult = "unknown"  // it cannot be told whether Wise did it
)

// Open says that it is not known yet whether Wise did it.
func (r AskResult) Open() bool { return r == AskStarted || r == AskUnknown }

// AskEnd is how something that was sent to Wise ended, as far as it has.
type AskEnd struct {
	Result  AskResult
	At      time.Time // when it became so; zero: not yet
	Text    string    // in words, for people
	TraceID string    // of Wise's answer
}
