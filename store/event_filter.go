package store

import (
	"slices"
	"time"

	"transferdesk/internal/wise"
)

// StatusSetAside filters for quarantined events that were set aside; the others
// are what StatusQuarantined filters for. It is no status of an outcome.
const StatusSetAside = "set_aside"

// Tests says what a list does with test notifications.
type Tests string

// What a list does with them.
const (
	WithTests Tests = ""
	TestsOnly Tests = "only"
	NoTests   Tests = "none"
)

// EventFilter narrows the list of events; the zero filter lists all that have
// been projected, newest first.
type EventFilter struct {
	DeliveryID    string    // Wise's X-Delivery-Id, or our own id
	Source        Source    // "": any
	Type          string    // event_type
	SchemaVersion string    // as sent
	Subscription  string    // subscription_id as sent
	Status        []string  // Status… constants, any of them
	Tests         Tests     //
	Since, Until  time.Time // of the first arrival: from Since on, before Until; zero: no bound
	TransferID    int64     // what the body names; 0: anything
	ProfileID     int64
	UserID        int64
	Cursor        string
	Limit         int
}

// takes says whether a kind of outcome passes the filter.
func (f EventFilter) takes(k Kind) bool {
	return (f.Source == "" || f.Source.asked() == (k.Type == wise.SeenType)) && (f.Type == "" || f.Type == k.Type) && (f.SchemaVersion == "" || f.SchemaVersion == k.SchemaVersion) &&
		(f.Subscription == "" || f.Subscription == k.Subscription) && f.takesStatus(k.Status) &&
		(f.Tests == WithTests || (f.Tests == TestsOnly) == (k.Status == StatusTest))
}

func (f EventFilter) takesStatus(status string) bool {
	return len(f.Status) == 0 || slices.Contains(f.Status, status) ||
		status == StatusQuarantined && slices.Contains(f.Status, StatusSetAside)
}

// picky says that an event can be of the right kind and yet not pass.
func (f EventFilter) picky() bool {
	return f.TransferID != 0 || f.ProfileID != 0 || f.UserID != 0 || !f.Since.IsZero() || !f.Until.IsZero() || f.asides()
}

// asides says that it matters whether a quarantined event is set aside.
func (f EventFilter) asides() bool {
	return slices.Contains(f.Status, StatusSetAside) != slices.Contains(f.Status, StatusQuarantined)
}

// rare says that all kinds of the filter are ones of which there are few.
func (f EventFilter) rare() bool {
	few := []string{StatusQuarantined, StatusSetAside, StatusKept, StatusTest}
	return f.Tests == TestsOnly || len(f.Status) > 0 && !slices.ContainsFunc(f.Status, func(s string) bool { return !slices.Contains(few, s) })
}

// byKinds says that the events are best found by their kind.
func (f EventFilter) byKinds() bool {
	named := f.Source != "" || f.Type != "" || f.SchemaVersion != "" || f.Subscription != "" || f.Tests != WithTests || len(f.Status) > 0
	return f.rare() || named && f.TransferID == 0 && f.ProfileID == 0 && f.UserID == 0
}

// fits compares what is not in the kind.
func (f EventFilter) fits(row EventRow) bool {
	return (f.TransferID == 0 || f.TransferID == row.TransferID) && (f.ProfileID == 0 || f.ProfileID == row.ProfileID) &&
		(f.UserID == 0 || f.UserID == row.UserID) &&
		(f.Since.IsZero() || !row.ReceivedAt.Before(f.Since)) && (f.Until.IsZero() || row.ReceivedAt.Before(f.Until))
}
