package answer

import "slices"

// lasting are the flags whose date begins something that goes on. That of any other is
// when it happened, or when the last event came.
var lasting = []string{
	FlagLate, FlagCancelledUnrefunded, FlagRetryingLong, FlagUnfundedLong, FlagStaleCase, FlagAccountRestricted, FlagRecipientGone, FlagVerificationOpen,
}

// FlagVerificationOpen is of a customer: payments wait until the verification is done.
const FlagVerificationOpen = "verification_open"

// Lasts says whether the flag holds from its date on.
func (f Flag) Lasts() bool { return slices.Contains(lasting, f.Code) }
