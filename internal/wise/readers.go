package wise

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// readers runs the readers of one shape over one body.
type readers struct {
	f *fields
	origin
	at       evidence.Moment
	transfer *transfer.Event
	user     *customer.UserEvent
	activity *activity.Event
}

// all lets each reader of the shape read.
func (r *readers) all(s shape) {
	sum := sha256.Sum256(r.body)
	hash := hex.EncodeToString(sum[:])
	if s.transfer != nil {
		r.transfer = &transfer.Event{At: r.at, Hash: hash, Source: r.src}
		s.transfer(r.f, r.transfer)
	}
	if s.user != nil {
		r.user = &customer.UserEvent{At: r.at, Hash: hash, Source: r.src}
		s.user(r.f, r.user)
	}
	if s.activity != nil {
		r.activity = &activity.Event{At: r.at, Hash: hash, Source: r.src}
		s.activity(r.f, r.activity)
	}
}

// readable sets what was read.
func (r *readers) readable(d Decoded) Decoded {
	d.Verdict, d.Transfer, d.User, d.Activity, d.Handles = Readable, r.transfer, r.user, r.activity, r.f.handles
	d.OccurredAt = time.Time{}
	if r.at.By == evidence.Occurred {
		d.OccurredAt = r.at.Time
	}
	flags := sorted(r.f.flags)
	if e := r.activity; e != nil {
		e.Flags = flags
		d.TransferID, d.ProfileID, d.UserID = e.Transfer, e.Profile, e.User
	}
	if e := r.transfer; e != nil {
		e.Flags = flags
		d.TransferID, d.ProfileID = e.Transfer, e.Profile
	}
	if u := r.user; u != nil {
		u.Flags = flags
		d.UserID = u.User
	}
	return d
}
