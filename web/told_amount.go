package web

import (
	"slices"
	"strings"

	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/web/front"
)

// amountTold is what a transfer is about by Wise's API: what is sent, and what it
// becomes; empty: not known.
func amountTold(details store.Told[api.Transfer]) string {
	source, target := details.Value.Source, details.Value.Target
	switch {
	case !source.Known():
		return target.String()
	case !target.Known() || source.Equal(target):
		return source.String()
	}
	return source.String() + " → " + target.String()
}

// caseAmount stands beside the case that the deposit does not cover the transfer: the
// whole amount, as far as it is known, and never what is missing, which nobody tells.
func caseAmount(f transfer.Facts, details store.Told[api.Transfer], face front.Face) string {
	covered := !slices.ContainsFunc(f.OpenCases(), func(c transfer.Case) bool { return strings.EqualFold(c.Code, reason.DepositTooSmall) })
	if covered || !details.Value.Source.Known() {
		return ""
	}
	return "The transfer is for " + details.Value.Source.String() + " in all, says Wise’s API" + asOf(details.At, face) +
		". How much of it came in, and so what is missing, is in no event and not in Wise’s answer: look in the account."
}

// casesTold is what Wise's API says of issues, beside the cases that events name.
func casesTold(f transfer.Facts, details store.Told[api.Transfer], face front.Face) string {
	switch {
	case !details.Known:
		return ""
	case !details.Value.HasActiveIssues:
		return "Wise’s API names no issue" + asOf(details.At, face) + "."
	case len(f.Cases) > 0:
		return "Wise’s API says too that there is an issue" + asOf(details.At, face) + "."
	}
	return "Wise’s API says there is an issue; no event named it" + asOf(details.At, face) + "."
}
