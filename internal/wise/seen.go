package wise

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// SeenType is the event type under which a state that we learned by asking is listed.
// It is read off where the body came from, and never off what it says.
const SeenType = ours + "transfer-seen"

// ours begins the event types of bodies that we write ourselves. Wise sends none of
// them, so that a webhook which names one is not read.
const ours = "transferdesk#"

// seenVersion is the version of the form in which a state seen is kept.
const seenVersion = "1"

// Seen is the state of a transfer as Wise's API named it when we asked.
type Seen struct {
	Transfer int64
	Profile  int64     // 0: not told
	Account  int64     // recipient account; 0: not told
	Status   string    // as Wise spelled it
	AskedAt  time.Time // when we asked, by our clock: not when the state began
	TraceID  string    // x-trace-id of Wise's answer; "" when it had none
}

// seenBody is the form in which a Seen is kept: ids, the status and times, and
// nothing else that Wise told. Ask is a random word, so that nobody can make the same
// bytes come in before.
type seenBody struct {
	Type     string `json:"type"` // SeenType; it is no event_type, which a webhook has
	Version  string `json:"schema_version"`
	Ask      string `json:"ask_id"`
	Transfer int64  `json:"transfer_id"`
	Profile  int64  `json:"profile_id,omitempty"`
	Account  int64  `json:"recipient_account_id,omitempty"`
	Status   string `json:"status"`
	AskedAt  string `json:"asked_at"` // RFC 3339 in UTC, with milliseconds
	TraceID  string `json:"trace_id,omitempty"`
}

// Body is the JSON that keeps it. Texts are cut to 200 bytes.
func (s Seen) Body() ([]byte, error) {
	body, err := json.Marshal(seenBody{
		Type: SeenType, Version: seenVersion, Ask: rand.Text(),
		Transfer: s.Transfer, Profile: s.Profile, Account: s.Account,
		Status:  cut(strings.TrimSpace(s.Status), longest),
		AskedAt: s.AskedAt.UTC().Format("2006-01-02T15:04:05.000Z07:00"),
		TraceID: cut(strings.TrimSpace(s.TraceID), longest),
	})
	if err != nil {
		return nil, fmt.Errorf("writing down what was seen of transfer %d: %w", s.Transfer, err)
	}
	return body, nil
}

// StateOf is a status of Wise's API as facts hold it: as it is spelled, unless it is
// for compliance alone.
func StateOf(status string) transfer.State { return transfer.State(withheld(status)) }

// IsSeen says whether the API names the state in which a transfer is held. All that is
// for compliance alone is held as one.
func IsSeen(status string, held transfer.State) bool {
	return StateOf(status) == held || held == reason.LockedCode && reason.IsLocked(status)
}

// decodeSeen reads a body of our own making. Of a webhook's fields it knows none, and
// nothing of what Wise sends is ever given to it.
func decodeSeen(body []byte, src evidence.Source) Decoded {
	d := Decoded{EventType: SeenType}
	root, repaired, err := readStrict(body)
	if err != nil {
		d.Why = err.Error()
		return d
	}
	if texted(root.get("type")) != SeenType {
		d.Why = whyNotOurs
		return d
	}
	d.SchemaVersion = cut(texted(root.get("schema_version")), longest)
	d.HasIDs = true
	if d.SchemaVersion != seenVersion {
		d.Verdict, d.Why = Kept, whyUnknownVersion
		return d
	}
	src.SchemaVersion = d.SchemaVersion
	f := &fields{data: root, version: d.SchemaVersion}
	if repaired {
		f.flag(evidence.FlagTextRepaired)
	}
	read := readers{f: f, origin: origin{body: body, src: src, root: root}, at: moment(root.get("asked_at"), time.Time{}, src.ReceivedAt)}
	read.all(shape{transfer: readSeen})
	if read.at.By != evidence.Occurred {
		f.refuse(whyFieldType, "asked_at")
	}
	if f.why != "" {
		d.Why = f.why
		return d
	}
	return read.readable(d)
}

// readSeen reads what was asked for and what Wise's API said.
func readSeen(f *fields, e *transfer.Event) {
	e.Kind = transfer.StateSeen
	e.Transfer = f.id("transfer_id")
	e.Profile = f.idIfAny("profile_id")
	e.Account = f.idIfAny("recipient_account_id")
	e.To = StateOf(f.text("status"))
	if e.Account != 0 {
		f.handle(HandleRecipient, strconv.FormatInt(e.Account, 10))
	}
}
