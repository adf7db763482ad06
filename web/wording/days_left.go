package wording

import "strconv"

// DaysLeft says how far a day is: "in 89 days", "today", "3 days ago".
func DaysLeft(days int) string {
	switch {
	case days == 0:
		return "today"
	case days == 1:
		return "in 1 day"
	case days > 1:
		return "in " + strconv.Itoa(days) + " days"
	case days == -1:
		return "1 day ago"
	}
	return strconv.Itoa(-days) + " days ago"
}
