package answer

import (
	"slices"
	"strconv"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// Checks are those of the flags that a list shows too: an event that is missing, and
// money that does not fit its state. Each kind is one line there; the transfer's own
// page has them one by one. What differs between a refund and what was sent stands
// beside the refund.
func (a Answer) Checks() []Flag {
	var out []Flag
	for _, code := range []string{transfer.FlagGap, FlagRefundEventMissing, FlagRefundStateMissing, FlagCreditUnexplained} {
		if f, ok := oneOf(a.Flags, code); ok {
			out = append(out, f)
		}
	}
	return out
}

// Flag is the line of all flags of a code, if there is one.
func (a Answer) Flag(code string) (Flag, bool) { return oneOf(a.Flags, code) }

// oneOf makes one line of all flags of a code: the last speaks, and how many more there are.
func oneOf(flags []Flag, code string) (one Flag, ok bool) {
	all := slices.DeleteFunc(slices.Clone(flags), func(f Flag) bool { return f.Code != code })
	if len(all) == 0 {
		return Flag{}, false
	}
	one = all[len(all)-1]
	for _, f := range all {
		one.Evidence = evidence.Union(one.Evidence, f.Evidence)
	}
	if more := len(all) - 1; more > 0 {
		one.Text += " (And " + strconv.Itoa(more) + " more of this kind.)"
	}
	return one, true
}
