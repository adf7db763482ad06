package feed_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/feed"
)

func TestARhythmComesBackAsItWasPacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r feed.Record
		at := monday
		for range rapid.IntRange(0, 90).Draw(t, "arrivals") {
			at = at.Add(time.Duration(rapid.Int64Range(-7200, 400_000).Draw(t, "seconds")) * time.Second)
			r.Hear(at)
		}
		got, err := feed.Unpack(r.Rhythm.Pack())
		if d := cmp.Diff(r.Rhythm, got); err != nil || d != "" {
			t.Fatalf("%v (-packed +unpacked)\n%s", err, d)
		}
	})
}

func TestWhatIsNoRhythmIsRefused(t *testing.T) {
	whole := every(time.Minute, 0, time.Hour).record().Rhythm.Pack()
	for name, b := range map[string][]byte{"nothing": nil, "cut": whole[:40], "half a gap": append(whole[:len(whole):len(whole)], 0x80)} {
		if _, err := feed.Unpack(b); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}
