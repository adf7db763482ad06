package wisesim

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// CaseNews is a change of a support case.
type CaseNews struct {
	ID, Profile, User, Transfer int64 // Transfer 0: about none
	Type, ExternalID            string
	Status                      string // as 5.0.0 has it: CREATING, IN_REVIEW …
	Change                      string // as the versions before have it: NEW_CASE, NEW_COMMENT, STATUS_UPDATED
	Created, At                 time.Time
	Messages                    []CaseMessage // until now; the versions before 5.0.0 leave them out
}

// CaseMessage is a message of a case without its text, which is in no event.
type CaseMessage struct {
	ID, Kind, Author string
	At               time.Time
}

// olderStatus is what the versions before 5.0.0 call a status.
var olderStatus = map[string]string{
	"CREATING": "OPEN", "IN_REVIEW": "OPEN", "WAITING_CUSTOMER_INPUT": "PENDING", "RESOLVED": "SOLVED", "FAILED": "CLOSED",
}

// Body writes the event (partner-support#case-changed) for a subscription, in its version.
func (n CaseNews) Body(subscriptionID, version string, sent time.Time) []byte {
	data := n.plain(version)
	if version >= "5" {
		data = n.full(version)
	}
	return seal("partner-support#case-changed", version, subscriptionID, json.RawMessage(data), sent)
}

// plain is the case before 5.0.0.
func (n CaseNews) plain(version string) string {
	about := "null"
	if n.Transfer != 0 {
		about = fmt.Sprint(n.Transfer)
	}
	return fmt.Sprintf(`{"resource":{"case_id":%d,"case_type":%s,"details":{"transfer_id":%s,"user_id":%d,"profile_id":%d},"status":%s,`+
		`"type":"partner-support-case"},"type":%s,"occurred_at":"%s"}`,
		n.ID, quote(n.Type), about, n.User, n.Profile, quote(olderStatus[n.Status]), quote(n.Change), n.At.UTC().Format(timeForm(version)))
}

// full is the case as 5.0.0 tells it.
func (n CaseNews) full(version string) string {
	form := timeForm(version)
	written := make([]string, len(n.Messages))
	for i, m := range n.Messages {
		written[i] = fmt.Sprintf(`{"id":%s,"caseId":%d,"createdAt":"%s","type":%s,"author":%s}`,
			quote(m.ID), n.ID, m.At.UTC().Format(form), quote(m.Kind), quote(m.Author))
	}
	about := fmt.Sprintf(`{"type":"PROFILE","referenceId":"%d"}`, n.Profile)
	if n.Transfer != 0 {
		about = fmt.Sprintf(`{"type":"TRANSFER","referenceId":"%d"}`, n.Transfer)
	}
	return fmt.Sprintf(`{"resource":{"id":%d,"profileId":%d,"status":%s,"externalId":%s,"createdAt":"%s","updatedAt":"%s","type":%s,`+
		`"reference":%s,"messages":[%s]}}`, n.ID, n.Profile, quote(n.Status), quote(n.ExternalID), n.Created.UTC().Format(form),
		n.At.UTC().Format(form), quote(n.Type), about, strings.Join(written, ","))
}
