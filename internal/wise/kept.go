package wise

import (
	"strconv"
	"strings"
)

// keep judges a body of a type that is not read.
func keep(d Decoded, root node) Decoded {
	d = named(d, root)
	d.Verdict, d.Why = Kept, whyUnknownType
	return d
}

// named pulls out the ids of a body that is not read, as far as they are clear:
// two different ones of a kind name none.
func named(d Decoded, root node) Decoded {
	data := root.get("data")
	var found owners
	for _, place := range []node{
		data, data.get("resource"), data.get("resource", "details"), data.get("resource", "data"), data.get("action"),
	} {
		found.transfer.see(place.get("transfer_id"), place.get("transferId"))
		found.profile.see(place.get("profile_id"), place.get("profileId"))
		found.user.see(place.get("user_id"), place.get("userId"))
	}
	found.transfer.see(data.get("transfer", "id"))
	found.seeResource(d.EventType, data.get("resource"))
	if strings.HasPrefix(d.EventType, "swift") {
		found.transfer.see(data.get("action", "id")) // seeds: "TransferID of the credit"
	}
	d.TransferID, d.ProfileID, d.UserID = found.transfer.id(), found.profile.id(), found.user.id()
	return d
}

// owners are what a body can name.
type owners struct{ transfer, profile, user single }

// seeResource takes the id of a resource that is itself one of the three, by its
// type, or by the family of the event type where it has none.
func (o *owners) seeResource(eventType string, resource node) {
	kind := texted(resource.get("type"))
	if kind == "" {
		family, _, _ := strings.Cut(eventType, "#")
		kind = strings.TrimSuffix(family, "s")
	}
	switch kind {
	case "transfer":
		o.transfer.see(resource.get("id"))
	case "profile":
		o.profile.see(resource.get("id"))
	case "user":
		o.user.see(resource.get("id"))
	}
}

// single collects one id that may stand in several places.
type single struct {
	value int64
	two   bool // different ones were seen
}

// see takes in every node that is a positive id: an integer, or digits in a
// text, as card orders carry the profile.
func (s *single) see(places ...node) {
	for _, n := range places {
		id, err := strconv.ParseInt(n.text, 10, 64)
		if err != nil || id <= 0 || (n.kind != number && n.kind != text) {
			continue
		}
		s.two = s.two || (s.value != 0 && s.value != id)
		s.value = id
	}
}

// id gives the one id that was seen; 0 when there was none, or several.
func (s *single) id() int64 {
	if s.two {
		return 0
	}
	return s.value
}

// ownTime finds an event's own time, under the name that its type uses.
func ownTime(data node) node {
	for _, path := range [][]string{
		{"occurred_at"}, {"occurredAt"}, {"modification_time"},
		{"resource", "occurred_at"}, {"resource", "updatedAt"},
	} {
		if n := data.get(path...); !n.missing() {
			return n
		}
	}
	return node{}
}

// integerIDs says whether a body carries integer ids at all, and whether all of
// them are 0, as in Wise's test notifications.
func integerIDs(root node) (has, allZero bool) {
	allZero = true
	for _, f := range root.fields() {
		if f.value.kind == number && isIDName(f.name) && isInteger(f.value.text) {
			has, allZero = true, allZero && f.value.text == "0"
		}
		has, allZero = both(has, allZero, f.value)
	}
	for _, item := range root.items() {
		has, allZero = both(has, allZero, item)
	}
	return has, has && allZero
}

// both adds what a part of the body carries; a part without ids changes nothing.
func both(has, allZero bool, part node) (bool, bool) {
	partHas, partZero := integerIDs(part)
	if !partHas {
		return has, allZero
	}
	return true, allZero && partZero
}

// isIDName recognises id, transfer_id and transferId.
func isIDName(name string) bool {
	return name == "id" || strings.HasSuffix(name, "_id") || strings.HasSuffix(name, "Id")
}

// isInteger says that a number is written without fraction and exponent.
func isInteger(literal string) bool { return !strings.ContainsAny(literal, ".eE") }
