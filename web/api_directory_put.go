package web

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiDirectoryEntry is an entry of the directory as it stands; what is blank is null.
type apiDirectoryEntry struct {
	Reference string         `json:"reference"`
	Name      *string        `json:"name"`
	Email     *string        `json:"email"`
	Profile   *int64         `json:"profile_id"`
	User      *int64         `json:"user_id"`
	Since     *string        `json:"since"` // when it was said so first
	By        string         `json:"by"`    // who said so
	Changed   bool           `json:"changed"`
	Audience  front.Audience `json:"audience"`
}

// apiDirectoryPut is PUT /api/v1/directory/{reference}: one entry, as a line of an
// import puts it. The fields that it does not name are blank afterwards.
func (s *Server) apiDirectoryPut(c echo.Context, who auth.Actor) error {
	reference, err := front.PathText(c, "reference")
	if err != nil {
		return err
	}
	fields, err := readJSON(c)
	if err != nil {
		return err
	}
	entry, err := readEntry(reference, fields)
	if err != nil {
		return err
	}
	stands, changed, err := s.Cfg.Desk.PutCustomer(c.Request().Context(), who, front.RequestID(c), entry)
	if err != nil {
		return err
	}
	return front.OKJSON(c, directoryJSON(stands, changed))
}

func directoryJSON(e store.DirectoryEntry, changed bool) apiDirectoryEntry {
	return apiDirectoryEntry{
		Reference: e.Reference, Name: front.OrNull(e.Name), Email: front.OrNull(e.Email), Profile: front.OrNull(e.Profile), User: front.OrNull(e.User),
		Since: front.RFCOrNull(e.At), By: e.By, Changed: changed,
	}
}

// readEntry reads the entry by the rules of an import, and names every field that
// is wrong.
func readEntry(reference string, fields map[string]json.RawMessage) (customer.DirectoryEntry, error) {
	var wrong front.WrongFields
	take := func(field string, read func(json.RawMessage) (string, string)) string {
		text, reason := read(fields[field])
		if reason != "" {
			wrong = append(wrong, customer.WrongField{Field: field, Reason: reason})
		}
		delete(fields, field)
		return text
	}
	name, email := take("name", textOf), take("email", textOf)
	profile, user := take("profile_id", digitsOf), take("user_id", digitsOf)
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		wrong = append(wrong, customer.WrongField{Field: front.CutText(field, 40), Reason: "there is no such field"})
	}
	entry, more := customer.ReadEntry(reference, name, email, profile, user)
	wrong = append(wrong, more...)
	if len(wrong) > 0 {
		return entry, wrong
	}
	return entry, nil
}
