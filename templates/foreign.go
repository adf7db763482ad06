package templates

import "strconv"

// longText is the length in runes from which a text of strangers is folded.
const longText = 280

// eventPath is the page of a delivery.
func eventPath(id int64) string { return "/events/" + strconv.FormatInt(id, 10) }
