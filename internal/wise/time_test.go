package wise_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/evidence"
	"transferdesk/internal/wise"
)

func TestEveryFormOfATimeIsRead(t *testing.T) {
	want := time.Date(2026, 9, 22, 12, 51, 2, 0, time.UTC)
	tests := map[string]time.Time{
		"2026-09-22T12:51:02Z":             want,
		"2026-09-22T12:51:02.789Z":         want.Add(789e6),
		"2026-09-22T12:51:02.000+00:00":    want,
		"2026-09-22T14:51:02.000+02:00":    want,
		"2026-09-22T12:51:02.423404Z":      want.Add(423404e3),
		"2026-09-22T12:51:02.123456789Z":   want.Add(123456789),
		"2026-09-22T12:51:02":              want,
		"2026-09-22T12:51:02.5":            want.Add(500e6),
		"2026-09-22 12:51:02":              want,
		"2026-09-22 12:51:02Z":             want,
		"2026-09-22T12:51:02+0000":         want,
		"2026-09-22T12:51:02.000+0000":     want,
		"2026-09-22T07:51:02.000-0500":     want,
		"2026-09-22 12:51:02.100000+00:00": want.Add(100e6),
	}
	for text, want := range tests {
		got := decode(swap(t, stateChange, "2026-09-22T12:51:02.789Z", text))
		wantAt := evidence.Moment{Time: want, By: evidence.Occurred, Raw: text}
		if got.Verdict != wise.Readable || got.Transfer.At != wantAt || !got.OccurredAt.Equal(want) {
			t.Errorf("%s: %v, at %+v", text, got.Verdict, got.Transfer.At)
		}
	}
}

func TestATimeThatCannotBeUsedGivesWayToSentAt(t *testing.T) {
	tests := []struct{ name, sent, raw, aside string }{
		{"three digits of seconds, as in Wise's example", `"2026-09-22T12:34:567Z"`, "2026-09-22T12:34:567Z", evidence.TimeUnreadable},
		{"30 February", `"2026-02-30T12:34:56Z"`, "2026-02-30T12:34:56Z", evidence.TimeUnreadable},
		{"24 o'clock", `"2026-09-22T24:00:01Z"`, "2026-09-22T24:00:01Z", evidence.TimeUnreadable},
		{"an hour of one digit", `"2026-09-22T5:34:56Z"`, "2026-09-22T5:34:56Z", evidence.TimeUnreadable},
		{"a comma before the fraction", `"2026-09-22T12:51:02,5Z"`, "2026-09-22T12:51:02,5Z", evidence.TimeUnreadable},
		{"a date only", `"2026-09-22"`, "2026-09-22", evidence.TimeUnreadable},
		{"words", `"yesterday"`, "yesterday", evidence.TimeUnreadable},
		{"seconds since 1970", `1790081462`, "1790081462", evidence.TimeUnreadable},
		{"a list", `["2026-09-22T12:51:02Z"]`, "", evidence.TimeUnreadable},
		{"blank", `""`, "", evidence.TimeUnreadable},
		{"null", `null`, "", evidence.TimeMissing},
		{"year 1", `"0001-01-01T00:00:00Z"`, "0001-01-01T00:00:00Z", evidence.TimeTooOld},
		{"1970", `"1970-01-01T00:00:00Z"`, "1970-01-01T00:00:00Z", evidence.TimeTooOld},
		{"the last second before 2011", `"2010-12-31T23:59:59Z"`, "2010-12-31T23:59:59Z", evidence.TimeTooOld},
		{"year 9999", `"9999-12-31T23:59:59Z"`, "9999-12-31T23:59:59Z", evidence.TimeAfterSent},
		{"a second over 24 h after sent_at", `"2026-09-23T12:51:04.100Z"`, "2026-09-23T12:51:04.100Z", evidence.TimeAfterSent},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(swap(t, stateChange, `"2026-09-22T12:51:02.789Z"`, test.sent))
			if got.Verdict != wise.Readable {
				t.Fatalf("%v, why %q", got.Verdict, got.Why)
			}
			want := evidence.Moment{Time: sent, By: evidence.Sent, Raw: test.raw, Aside: test.aside}
			if diff := cmp.Diff(want, got.Transfer.At); diff != "" {
				t.Errorf("moment (-want +got):\n%s", diff)
			}
			if !got.OccurredAt.IsZero() {
				t.Errorf("occurred at %v, want none", got.OccurredAt)
			}
		})
	}
	for _, edge := range []string{"2011-01-01T00:00:00Z", "2026-09-23T12:51:03.100Z"} {
		got := decode(swap(t, stateChange, "2026-09-22T12:51:02.789Z", edge))
		if got.Transfer.At.By != evidence.Occurred {
			t.Errorf("%s is set aside: %+v", edge, got.Transfer.At)
		}
	}
}

func TestSentAtIsNotBelievedBeyondItsArrival(t *testing.T) {
	tests := []struct {
		name, sentAt, occurredAt string
		want                     evidence.By
		aside                    string
	}{
		{"missing", `"x":1`, "2026-09-22T12:51:02.789Z", evidence.Occurred, ""},
		{"unreadable", `"sent_at":"soon"`, "2026-09-22T12:51:02.789Z", evidence.Occurred, ""},
		{"a number", `"sent_at":1790081462`, "2026-09-22T12:51:02.789Z", evidence.Occurred, ""},
		{"year 9999", `"sent_at":"9999-01-01T00:00:00Z"`, "2026-09-22T12:51:02.789Z", evidence.Occurred, ""},
		{"before 2011", `"sent_at":"2009-01-01T00:00:00Z"`, "2026-09-22T12:51:02.789Z", evidence.Occurred, ""},
		{"year 9999 with an event to match", `"sent_at":"9999-01-01T00:00:00Z"`, "9999-01-01T00:00:00Z", evidence.Nothing, evidence.TimeAfterSent},
		{"missing, and so is the other", `"x":1`, "no time", evidence.Nothing, evidence.TimeUnreadable},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decode(swap(t, stateChange, `"sent_at":"2026-09-22T12:51:03.100Z"`, test.sentAt, "2026-09-22T12:51:02.789Z", test.occurredAt))
			if got.Verdict != wise.Readable {
				t.Fatalf("%v, why %q", got.Verdict, got.Why)
			}
			at := got.Transfer.At
			if at.By != test.want || at.Aside != test.aside || !got.SentAt.IsZero() || !got.Transfer.Source.SentAt.IsZero() {
				t.Errorf("moment %+v, sent_at %v", at, got.SentAt)
			}
			if (at.By == evidence.Nothing) != at.Time.IsZero() {
				t.Errorf("placed by %s at %v", at.By, at.Time)
			}
			if !slices.Contains(flags(got), "sent_at_not_usable") {
				t.Errorf("flags %v", flags(got))
			}
		})
	}
	old := wise.Decode([]byte(stateChange), evidence.Source{ReceivedAt: received.AddDate(0, 0, 15)})
	if old.Transfer.At.By != evidence.Occurred || old.SentAt.IsZero() {
		t.Errorf("an honest retry after 15 days is not believed: %+v", old.Transfer.At)
	}
}
