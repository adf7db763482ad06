package wise

import (
	"slices"
	"strings"

	"transferdesk/internal/evidence"
)

// longest is how much of an envelope's texts is kept, in bytes.
const longest = 200

// Decode reads one body. The body must have been verified; src says how it came,
// and its ReceivedAt bounds what sent_at may claim. Decode never fails: what
// cannot be read is Unreadable, with the reason. What Wise sent and what we wrote down
// ourselves have readers of their own, and src alone decides between them.
func Decode(body []byte, src evidence.Source) Decoded {
	if src.Asked {
		return decodeSeen(body, src)
	}
	root, repaired, err := readStrict(body)
	if err != nil {
		return Decoded{Verdict: Unreadable, Why: err.Error()}
	}
	d := envelope(root, src)
	if d.EventType == "" {
		d.Verdict, d.Why = Unreadable, whyNoType
		return d
	}
	if strings.HasPrefix(d.EventType, ours) {
		d.EventType, d.Verdict, d.Why = "", Unreadable, whyOursOnly
		return d
	}
	shape, read := shapes[d.EventType]
	if !read {
		return keep(d, root)
	}
	src.SentAt, src.Subscription, src.SchemaVersion = d.SentAt, d.Subscription, d.SchemaVersion
	f := &fields{data: root.get("data"), version: d.SchemaVersion, test: d.ZeroIDs}
	if repaired {
		f.flag(evidence.FlagTextRepaired)
	}
	return apply(d, f, shape, origin{body: body, src: src, root: root})
}

// origin is where an event comes from.
type origin struct {
	body []byte
	src  evidence.Source
	root node
}

// envelope reads the properties that all bodies share (seeds: "Common Properties").
func envelope(root node, src evidence.Source) Decoded {
	d := Decoded{
		EventType:     withheld(canonical(cut(texted(root.get("event_type")), longest))),
		SchemaVersion: cut(texted(root.get("schema_version")), longest),
		Subscription:  cut(texted(root.get("subscription_id")), longest),
		SentAt:        sentTime(root.get("sent_at"), src.ReceivedAt),
	}
	if m := moment(ownTime(root.get("data")), d.SentAt, src.ReceivedAt); m.By == evidence.Occurred {
		d.OccurredAt = m.Time
	}
	d.HasIDs, d.ZeroIDs = integerIDs(root)
	return d
}

// texted gives a text's value, "" for anything else.
func texted(n node) string {
	if n.kind != text {
		return ""
	}
	return n.text
}

// canonical gives the documented name of an event type: Wise's own example
// spells balances#account-state-change with a d.
func canonical(eventType string) string {
	if eventType == "balances#account-state-changed" {
		return "balances#account-state-change"
	}
	return eventType
}

// apply reads the event itself and judges it.
func apply(d Decoded, f *fields, s shape, o origin) Decoded {
	known := slices.Contains(s.versions, d.SchemaVersion)
	if !known {
		f.flag(evidence.FlagUnknownVersion)
	}
	if d.SentAt.IsZero() {
		f.flag(evidence.FlagSentAtUnusable)
	}
	read := readers{f: f, origin: o, at: moment(f.at(f.first(s.timePaths()...)), d.SentAt, o.src.ReceivedAt)}
	read.all(s)
	switch {
	case f.why == "":
		return read.readable(d)
	case known:
		d = named(d, o.root)
		d.Verdict, d.Why = Unreadable, f.why
		return d
	default:
		d = named(d, o.root)
		d.Verdict, d.Why = Kept, whyUnknownVersion
		return d
	}
}

// sorted gives the flags in a fixed order.
func sorted(flags []string) []string {
	slices.Sort(flags)
	return flags
}
