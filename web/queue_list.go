package web

import (
	"slices"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// queueList is one list of the home page: a counter, and the rows behind it.
type queueList struct {
	show    string // the parameter that chooses it; of a list without watches and check a store.QueueKind
	label   string
	tone    templates.Tone
	none    string               // what an empty list says
	watches []transfer.WatchKind // whose due ones are its rows; no transfer is due by two of them
	flags   []string             // of the answer: why a row stands here
	further bool                 // one of the small counters below the four
	check   queueCheck           // set: the rows are what this check finds, and nothing is watched
}

// queueLists is the table, in the order of the page; the first is shown unasked. A
// further check is a line here and a kind of watch.
func queueLists() []queueList {
	return []queueList{
		{show: string(store.QueueReturned), label: "Returned, not refunded", tone: answer.Problem, none: "No payment is back at Wise without a refund."},
		{show: string(store.QueueFailed), label: "Payout failed, state unchanged", tone: answer.Problem, none: "No payout has failed without a return."},
		{show: string(store.QueueCases), label: "Cases waiting", tone: answer.Waiting, none: "No transfer has an active case."},
		{show: "late", label: "Late against our own history", tone: answer.Waiting, none: "Nothing takes longer than nine in ten of our own transfers took.",
			watches: []transfer.WatchKind{transfer.WatchUnsent, transfer.WatchUnrefunded}, flags: []string{answer.FlagLate}},
		{show: "followup", label: "Follow-up due", none: "No follow-up is due today.", further: true, check: checkFollowUp},
		{show: "disagree", label: "Money and state disagree", none: "No refund waits for its other half.", further: true,
			watches: []transfer.WatchKind{transfer.WatchRefundEventMissing, transfer.WatchRefundStateMissing, transfer.WatchCredit},
			flags:   []string{answer.FlagRefundEventMissing, answer.FlagRefundStateMissing, answer.FlagCreditUnexplained}},
		{show: "differs", label: "Refund differs, last 30 days", none: "No refund of the last 30 days differs from what was debited.", further: true,
			watches: []transfer.WatchKind{transfer.WatchRefundDiffers}, flags: []string{answer.FlagRefundDiffers}},
		{show: "gap", label: "An event is missing, last 30 days", none: "Nothing of the last 30 days shows that an event is missing.", further: true,
			watches: []transfer.WatchKind{transfer.WatchGap}, flags: []string{transfer.FlagGap}},
		{show: "closing", label: "Accounts closing", none: "No account is known to be closing.", further: true,
			watches: []transfer.WatchKind{transfer.WatchClosing}},
		{show: "retrying", label: "Stuck retry", none: "No retry of Wise's has been silent for a working day.", further: true,
			watches: []transfer.WatchKind{transfer.WatchRetrying}, flags: []string{answer.FlagRetryingLong}},
		{show: "unfunded", label: "Unfunded for 14 days", none: "Nothing has waited 14 days to be funded.", further: true,
			watches: []transfer.WatchKind{transfer.WatchUnfunded}, flags: []string{answer.FlagUnfundedLong}},
		{show: "cancelled", label: "Cancelled after a return", none: "Nothing is cancelled after a return without its refund.", further: true,
			watches: []transfer.WatchKind{transfer.WatchCancelledUnrefunded}, flags: []string{answer.FlagCancelledUnrefunded}},
		{show: "seen", label: "Seen before", none: "Of no open problem has the recipient or the reason been seen before.", further: true, check: checkSeen},
		{show: "overdue", label: "Payout estimate passed", none: "No estimate of Wise's, as far as we asked, has passed in the last 90 days without a sign of what became of the payout.", further: true, check: checkOverdue},
	}
}

// chooseQueue finds the list that the parameter names.
func chooseQueue(show string) (queueList, error) {
	lists := queueLists()
	if show == "" {
		return lists[0], nil
	}
	if i := slices.IndexFunc(lists, func(l queueList) bool { return l.show == show }); i >= 0 {
		return lists[i], nil
	}
	var names []string
	for _, l := range lists {
		names = append(names, l.show)
	}
	return queueList{}, fault.New(fault.Invalid, "There is no such list: show is one of "+strings.Join(names, ", ")+".")
}

// watched says whether the rows are what is due, or what a check finds.
func (l queueList) watched() bool { return len(l.watches) > 0 || l.check != "" }

// closing says whether the rows are accounts and not transfers.
func (l queueList) closing() bool { return slices.Contains(l.watches, transfer.WatchClosing) }

// href is the list's own URL.
func (l queueList) href() string { return "/?show=" + l.show }

// due says what of its watches is due.
func (l queueList) due(patience answer.Patience) []transfer.Due {
	var all []transfer.Due
	for _, kind := range l.watches {
		all = append(all, patience.Due(kind))
	}
	return all
}
