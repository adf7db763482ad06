package store

import (
	"database/sql/driver"
	"fmt"
	"unicode/utf8"

	"github.com/google/uuid"
)

// maxWiseID cuts Wise's delivery id, which is unsigned.
const maxWiseID = 200 // bytes

// wiseID is X-Delivery-Id. It is stored as 16 bytes when it is a UUID in its
// usual form, as text when it is anything else, as NULL when it is empty.
type wiseID string

// Value gives the stored form.
func (id wiseID) Value() (driver.Value, error) {
	if id == "" {
		return nil, nil
	}
	if u, err := uuid.Parse(string(id)); err == nil && u.String() == string(id) {
		return u[:], nil
	}
	return shorten(string(id), maxWiseID), nil
}

// Scan reads the stored form.
func (id *wiseID) Scan(stored any) error {
	switch v := stored.(type) {
	case nil:
		*id = ""
	case string:
		*id = wiseID(v)
	case []byte:
		u, err := uuid.FromBytes(v)
		if err != nil {
			return fmt.Errorf("reading a delivery id: %w", err)
		}
		*id = wiseID(u.String())
	default:
		return fmt.Errorf("reading a delivery id: %T is no form of it", stored)
	}
	return nil
}

// shorten cuts text from outside to at most n bytes, between two characters.
func shorten(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}
