package activity

import (
	"strconv"

	"transferdesk/internal/activity"
	"transferdesk/web/front"
)

// NumberOfCase reads Wise's id of a case; false for one that is no number.
func NumberOfCase(key activity.Key) (int64, bool) {
	id, err := strconv.ParseInt(key.ID, 10, 64)
	return id, err == nil && id > 0 && key.Kind == activity.SupportCase
}

// CasePath is the page of a support case.
func CasePath(wiseID int64) string { return "/cases/" + front.IDText(wiseID) }
