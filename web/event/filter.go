package event

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// statuses: what can become of a delivery, as filters spell it. JSON says
// "quarantined" of one that is set aside too, with a flag beside it.
func statuses() []string {
	return []string{store.StatusApplied, store.StatusDuplicate, store.StatusKept, store.StatusTest, store.StatusQuarantined, store.StatusSetAside}
}

// parseFilter reads the filters of /events; delivery_id is Wise's X-Delivery-Id
// or our own id of the delivery.
func parseFilter(query url.Values) (store.EventFilter, error) {
	text := func(name string) string { return strings.TrimSpace(query.Get(name)) }
	f := store.EventFilter{
		DeliveryID: text("delivery_id"), Type: text("type"), SchemaVersion: text("version"), Subscription: text("subscription"),
		Source: parseSource(front.Severals(query, "source")), Status: front.Severals(query, "status"), Tests: parseTests(front.Severals(query, "test")), Cursor: query.Get("cursor"), Limit: front.RowsPerPage,
	}
	if err := front.CheckValues("status", f.Status, statuses()); err != nil {
		return store.EventFilter{}, err
	}
	if err := front.CheckValues("source", front.Severals(query, "source"), sources()); err != nil {
		return store.EventFilter{}, err
	}
	if err := front.CheckValues("test", front.Severals(query, "test"), []string{string(store.TestsOnly), string(store.NoTests)}); err != nil {
		return store.EventFilter{}, err
	}
	for name, id := range map[string]*int64{"transfer": &f.TransferID, "profile": &f.ProfileID, "user": &f.UserID} {
		if err := parseIDFilter(text(name), id); err != nil {
			return store.EventFilter{}, err
		}
	}
	for name, at := range map[string]*time.Time{"since": &f.Since, "until": &f.Until} {
		if err := parseDay(text(name), at); err != nil {
			return store.EventFilter{}, err
		}
	}
	if !f.Until.IsZero() && isDay(text("until")) {
		f.Until = f.Until.AddDate(0, 0, 1) // the day itself counts
	}
	return f, nil
}

// parseTests: both at once is no filter.
func parseTests(values []string) store.Tests {
	if len(values) != 1 {
		return store.WithTests
	}
	return store.Tests(values[0])
}

// sources: how an event reached us, as filters spell it.
func sources() (all []string) {
	for _, s := range store.Sources() {
		all = append(all, string(s))
	}
	return all
}

// parseSource: both at once is no filter.
func parseSource(values []string) store.Source {
	if len(values) != 1 {
		return ""
	}
	return store.Source(values[0])
}

func parseIDFilter(text string, into *int64) error {
	if text == "" {
		return nil
	}
	id, ok := front.ParseID(text)
	if !ok {
		return fault.New(fault.Invalid, "An id is a whole number with digits only, like 49983981.")
	}
	*into = id
	return nil
}

func parseDay(text string, into *time.Time) error {
	if text == "" {
		return nil
	}
	form := time.RFC3339
	if isDay(text) {
		form = time.DateOnly
	}
	at, err := time.Parse(form, text)
	if err != nil {
		return fault.Wrap(fault.Invalid, "A date is written like 2026-11-01, a time like 2026-11-01T08:00:00Z.", err)
	}
	*into = at.UTC()
	return nil
}

// isDay says whether a bound is a whole day and not a time of one.
func isDay(text string) bool { return len(text) <= len(time.DateOnly) }

// field is one filter that is typed.
type field struct{ name, label, kind, hint string }

func fieldsFor(types []string) []field {
	return []field{
		{"type", "Type", "text", typeHint(types)},
		{"version", "Schema version", "text", "like 2.0.0"},
		{"subscription", "Subscription", "text", "subscription_id, as Wise sends it"},
		{"transfer", "Transfer", "text", "events that name it"},
		{"profile", "Customer", "text", "a Wise profile id"},
		{"user", "User", "text", "a Wise user id"},
		{"since", "Received since", "date", "from that day on, in UTC"},
		{"until", "Received until", "date", "that day included, in UTC"},
		{"delivery_id", "Delivery id", "text", "Wise’s X-Delivery-Id, or the number of the event here"},
	}
}

// filterOf stands open only where it found nothing: the chips say what is in
// force, and the rows are what was asked for.
func filterOf(query url.Values, filter store.EventFilter, types []string, found int) templates.Filter {
	word := func(status string) string { return statusTag(status).Text }
	tests := []string{string(store.TestsOnly), string(store.NoTests)}
	f := templates.Filter{
		Action: "/events",
		Groups: []templates.FilterGroup{
			{Name: "status", Label: "What became of it", Choices: front.Choices(statuses(), filter.Status, word)},
			{Name: "source", Label: "How it reached us", Choices: front.Choices(sources(), front.Severals(query, "source"), sourceText)},
			{Name: "test", Label: "Test notifications", Choices: front.Choices(tests, front.Severals(query, "test"), testWords)},
		},
	}
	f.Chips = slices.Concat(
		front.Chips("/events", query, "status", "Became", filter.Status, word),
		front.Chips("/events", query, "source", "Source", front.Severals(query, "source"), sourceText),
		front.Chips("/events", query, "test", "Tests", front.Severals(query, "test"), testWords),
	)
	for _, field := range fieldsFor(types) {
		if field.kind == "date" && !isDay(query.Get(field.name)) {
			field.kind = "text" // a field for dates would lose the time
		}
		f.Fields = append(f.Fields, templates.FilterField{Name: field.name, Label: field.label, Type: field.kind, Hint: field.hint, Value: query.Get(field.name)})
		f.Chips = append(f.Chips, front.Chips("/events", query, field.name, field.label, front.Severals(query, field.name), front.Itself)...)
	}
	if len(f.Chips) > 0 {
		f.Clear, f.Open = "/events", found == 0
	}
	return f
}

func testWords(value string) string {
	if value == string(store.TestsOnly) {
		return "only these"
	}
	return "none of these"
}

// typeHint names a few of the types that have come.
func typeHint(types []string) string {
	if len(types) == 0 {
		return "like transfers#state-change"
	}
	return "seen so far: " + strings.Join(types[:min(len(types), 8)], ", ")
}
