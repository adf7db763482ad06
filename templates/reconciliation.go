package templates

import "strconv"

// ReconciliationPage is /admin/reconciliation: what asking Wise's API has found, and
// how asking goes.
type ReconciliationPage struct {
	Frame
	Problem  string // why nothing was started or stopped; empty: nothing was asked
	NoToken  bool   // there is nothing to ask with
	Every    string // the pause between rounds, "10 min"; empty: none begins by itself
	Grace    string // how long a difference has to last: "5 min"
	Next     When   // when the next round begins; zero: not known, or never
	Doubts   int64  // transfers that are to be asked for once more
	Job      *ReconcileJob
	Rounds   []ReconcileRound // newest first
	Troubles []ReconcileTrouble
	Filter   Filter
	Findings []Finding // newest first
	Pager    Pager
	Empty    Empty // shown when there are no findings
}

// ReconcileJob is the round that runs.
type ReconcileJob struct {
	ReconcileRound
	Paused string // why Wise is left alone just now; empty: it is not
	Until  When   // until when
}

// ReconcileRound is one round.
type ReconcileRound struct {
	ID        string
	Begun     When
	Took      string // "4 min"; empty while it runs
	By        string // who started it; empty: the clock
	End       Tag
	Said      string // why it ended early; empty: it did not
	Profiles  int64  // 0 while it is being worked out
	Asked     int64
	Skipped   int64
	Transfers int64
	Requests  int64
	Findings  int64
}

// through is how many profiles the round is through with.
func (r ReconcileRound) through() int64 { return r.Asked + r.Skipped }

// words are the numbers of a round that runs.
func (r ReconcileRound) words() string {
	if r.Profiles == 0 {
		return "Working out which profiles to ask for."
	}
	return grouped(r.through()) + " of " + plural(r.Profiles, "profile", "profiles") + ", " + plural(r.Transfers, "transfer", "transfers") + " seen, " +
		plural(r.Findings, "finding", "findings") + ", " + plural(r.Requests, "request", "requests") + "."
}

// ReconcileTrouble is one reason for which profiles could not be asked for.
type ReconcileTrouble struct {
	Title    string // "No token"
	Text     string
	Code     string
	Profiles int64
	Some     []string // ids of the first of them
}

// more is how many profiles are not named.
func (t ReconcileTrouble) more() int64 { return t.Profiles - int64(len(t.Some)) }

// Finding is a state that no event of Wise's had told of when we asked.
type Finding struct {
	Found    When
	Transfer string
	Profile  string // empty: not known
	Customer string // name or reference; empty: not known
	Kind     Tag
	What     string // what differed
	Status   Tag    // open or explained
	Then     string // what has happened since; empty: nothing
	Round    string // empty: a person asked
	Event    int64  // our id of what the journal keeps of it
}

// from says who came upon it.
func (f Finding) from() string {
	if f.Round == "" {
		return "asked by a person"
	}
	return "round " + f.Round
}

// Gaps leads leads to the findings of the last day.
type Gaps struct {
	Transfers int64
	More      bool // there may be more than that
	Href      string
}

// text is "Reconciliation found 3 transfers whose events never came".
func (g Gaps) text() string {
	text := plural(g.Transfers, "transfer", "transfers")
	if g.More {
		text += " or more"
	}
	return "Reconciliation found " + text + " whose events never came"
}

// progressMax is the bar's end; a bar of nothing has one too.
func (r ReconcileRound) progressMax() string { return strconv.FormatInt(max(r.Profiles, 1), 10) }

func (r ReconcileRound) progressValue() string {
	return strconv.FormatInt(min(r.through(), max(r.Profiles, 1)), 10)
}
