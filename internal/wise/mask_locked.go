package wise

import "strings"

// handled stands where something is for compliance alone. It says as much as an
// agent may know.
const handled = "handled by compliance"

// lockedStems are in the codes that only compliance may read, written without
// their separators: support cases about hits on a list of sanctions or of places,
// cards that Wise's partner has stopped, payments that were declined on a
// suspicion. Wise asks that they are not disclosed, so no masked body shows them.
var lockedStems = []string{"sanction", "locationhit", "partnersuspended", "suspectedfraud", "accountsuspended"}

// withoutSeparators makes LOCATION_HIT, location-hit and LocationHit one.
var withoutSeparators = strings.NewReplacer("_", "", "-", "", ".", "", "#", "", ":", "", "+", "")

// isLocked says that a code is for compliance alone.
func isLocked(code string) bool {
	plain := strings.ToLower(withoutSeparators.Replace(code))
	for _, stem := range lockedStems {
		if strings.Contains(plain, stem) {
			return true
		}
	}
	return false
}
