package when_test

import (
	"testing"
	"time"

	"transferdesk/internal/when"
)

func TestEveryFormOfWisesTimesIsReadAndNoOther(t *testing.T) {
	want := time.Date(2017, 11, 24, 10, 47, 49, 0, time.UTC)
	for text, after := range map[string]time.Duration{
		"2017-11-24T10:47:49Z": 0, "2017-11-24 10:47:49": 0, "2017-11-24T10:47:49": 0, "2017-11-24T10:47:49.000+0000": 0, "2017-11-24T10:47:49.000+00:00": 0,
		"2017-11-24T12:47:49+02:00": 0, "2017-11-24T05:47:49-0500": 0, "2017-11-24T10:47:49.789Z": 789 * time.Millisecond, "2017-11-24 10:47:49.423404": 423404 * time.Microsecond,
	} {
		if got, ok := when.Read(text); !ok || !got.Equal(want.Add(after)) || got.Location() != time.UTC {
			t.Errorf("%s: %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "2017-11-24", "2017-11-24T10:47", "2017-11-24T1:47:49Z", "2017-11-24T10:47:49,5Z", "2017-11-24T10:34:567Z", "2017-02-30T10:47:49Z", "2017-11-24T10:47:49 UTC", "1511520469", "24 Nov 2017 10:47:49"} {
		if got, ok := when.Read(text); ok || !got.IsZero() {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
