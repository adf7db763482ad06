package wise

import (
	"strings"

	"transferdesk/internal/reason"
)

// handled stands where something is for compliance alone. It says as much as an
// agent may know.
const handled = "handled by compliance"

// withoutSeparators makes SUSPECTED_FRAUD, suspected-fraud and SuspectedFraud one.
var withoutSeparators = strings.NewReplacer("_", "", "-", "", ".", "", "#", "", ":", "", "+", "")

// isLocked says that a code is for compliance alone. A masked body is read by
// everybody, so that it hides every suspicion of fraud, whatever may be said of it
// in words.
func isLocked(code string) bool {
	plain := strings.ToLower(withoutSeparators.Replace(code))
	return strings.Contains(plain, "suspectedfraud") || reason.IsLocked(code)
}
