package wise

import "transferdesk/internal/transfer"

// readTransferActiveCases reads transfers#active-cases: the full list of what is
// open, never a change. It carries no time of its own in any version.
func readTransferActiveCases(f *fields, e *transfer.Event) {
	e.Kind = transfer.ActiveCases
	readTransferResource(f, e)
	e.Cases = withheldAll(f.texts("active_cases"))
}
