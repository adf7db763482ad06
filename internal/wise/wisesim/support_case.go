package wisesim

import (
	"fmt"
	"strings"
	"time"
)

// supportCase is a case between Wise and us.
type supportCase struct {
	*tale
	id       int64
	kind     string // case_type, since 5.0.0 type
	sub      string // subType
	since    time.Duration
	messages []message
}

// message is one message of a case: its text is in no event.
type message struct {
	id, kind, author string
	since            time.Duration // of the case, when it was written
}

// newCase opens a case.
func (t *tale) newCase(kind, sub string) *supportCase {
	return &supportCase{tale: t, id: 5000 + t.n, kind: kind, sub: sub}
}

// reference is the transfer that the case is about, or null.
func (c *supportCase) reference() string {
	if c.about == 0 {
		return "null"
	}
	return fmt.Sprint(c.about)
}

// plain tells of the case as the versions before 5.0.0 do.
func (c *supportCase) plain(least, most time.Duration, status, change string) {
	c.tell(least, most, "partner-support#case-changed", twice, func(s stamp) string {
		return fmt.Sprintf(`{"resource":{"case_id":%d,"case_type":"%s","details":{"transfer_id":%s,"user_id":%d,"profile_id":%d},"status":"%s",`+
			`"type":"partner-support-case"},"type":"%s","occurred_at":"%s"}`, c.id, c.kind, c.reference(), c.of.user, c.of.id, status, change, s.when())
	})
}

// full tells of the case as 5.0.0 does, with every message until then; a message
// without a kind is none.
func (c *supportCase) full(least, most time.Duration, status, kind, author string) {
	pause := c.between(least, most)
	c.since += pause
	if kind != "" {
		c.messages = append(c.messages, message{uuidFrom(c.rng), kind, author, c.since})
	}
	since, messages := c.since, c.messages
	c.tell(pause, pause, "partner-support#case-changed", []string{"5.0.0"}, func(s stamp) string {
		written := make([]string, len(messages))
		for i, m := range messages {
			written[i] = fmt.Sprintf(`{"id":"%s","caseId":%d,"createdAt":"%s","type":"%s","author":"%s"}`, m.id, c.id, s.write(since-m.since), m.kind, m.author)
		}
		reference := `{"type":"PROFILE","referenceId":"` + fmt.Sprint(c.of.id) + `"}`
		if c.about != 0 {
			reference = `{"type":"TRANSFER","referenceId":"` + fmt.Sprint(c.about) + `"}`
		}
		return fmt.Sprintf(`{"resource":{"id":%d,"profileId":%d,"status":"%s","externalId":"DESK-%d","createdAt":"%s","updatedAt":"%s","type":"%s","subType":"%s",`+
			`"reference":%s,"messages":[%s]}}`, c.id, c.of.id, status, c.id, s.write(since), s.when(), c.kind, c.sub, reference, strings.Join(written, ","))
	})
}

// caseTales are support cases, in the words of the old and of the new version.
func caseTales() []taleKind {
	return []taleKind{
		{"a case of the old version waits for us", 3, days, func(t *tale) {
			c := t.newCase("GENERAL_ENQUIRY", "")
			c.plain(0, 0, "OPEN", "NEW_CASE")
			c.plain(time.Hour, 40*time.Hour, "PENDING", "NEW_COMMENT")
		}},
		{"a case of the old version is solved", 4, anyTime, func(t *tale) {
			c := t.newCase("GENERAL_ENQUIRY", "")
			c.plain(0, 0, "OPEN", "NEW_CASE")
			c.plain(time.Hour, 40*time.Hour, "PENDING", "NEW_COMMENT")
			c.plain(time.Hour, 40*time.Hour, "SOLVED", "STATUS_UPDATED")
			c.plain(90*time.Hour, 91*time.Hour, "CLOSED", "STATUS_UPDATED")
		}},
		{"a case of the new version", 4, weeks, func(t *tale) {
			c := t.newCase("PAYMENTS", "PAYMENT_INVESTIGATION")
			c.full(0, 0, "CREATING", "", "")
			c.full(2*time.Second, time.Minute, "IN_REVIEW", "FREEFORM", "PARTNER")
			c.full(time.Hour, 40*time.Hour, "WAITING_CUSTOMER_INPUT", "FREEFORM", "WISE_AGENT")
			if t.turn%2 == 1 {
				c.full(time.Hour, 20*time.Hour, "RESOLVED", "FREEFORM", "PARTNER")
			}
		}},
		{"a case for compliance", 2, weeks, func(t *tale) {
			c := t.newCase("SANCTIONS", []string{"RECIPIENT_SANCTION_HIT", "REFERENCE_LOCATION_HIT"}[t.turn%2])
			c.full(0, 0, "IN_REVIEW", "", "")
			c.full(time.Minute, time.Hour, "WAITING_CUSTOMER_INPUT", c.sub+"_REQUEST", "WISE_SYSTEM")
			if t.turn%3 == 1 {
				c.full(time.Hour, 40*time.Hour, "IN_REVIEW", c.sub+"_SUBMISSION", "PARTNER")
			}
		}},
		{"a case that was never opened", 1, weeks, func(t *tale) {
			c := t.newCase("CARDS", "CARD_DELIVERY")
			c.full(0, 0, "CREATING", "", "")
			c.full(time.Minute, time.Hour, "FAILED", "", "")
		}},
	}
}
