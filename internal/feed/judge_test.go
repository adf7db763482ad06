package feed_test

import (
	"testing"
	"time"

	"transferdesk/internal/feed"
)

// monday is the first day of every story: a Monday, 00:00 UTC.
var monday = time.Date(2026, 9, 7, 0, 0, 0, 0, time.UTC)

// story is what came, as offsets from monday.
type story []time.Duration

// every gives arrivals from one time to another, one after each pause.
func every(pause, from, to time.Duration) story {
	var s story
	for at := from; at < to; at += pause {
		s = append(s, at)
	}
	return s
}

// workdays gives arrivals of so many weeks, from 07:00 to 20:00, Monday to Friday.
func workdays(pause time.Duration, weeks int) story {
	var s story
	for day := range weeks * 7 {
		if day%7 < 5 {
			s = append(s, every(pause, days(day)+7*time.Hour, days(day)+20*time.Hour)...)
		}
	}
	return s
}

// until is what came before a time.
func (s story) until(end time.Duration) story {
	i := 0
	for i < len(s) && s[i] < end {
		i++
	}
	return s[:i]
}

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

func (s story) record() feed.Record {
	r := feed.Record{Type: "transfers#state-change", Subscription: "a"}
	for _, at := range s {
		r.Hear(monday.Add(at))
	}
	return r
}

func TestAFeedIsQuietWhenItIsSilentForClearlyLongerThanUsual(t *testing.T) {
	steady := every(2*time.Minute, 0, 10*time.Hour)
	rare := every(6*time.Hour, 0, days(10))
	office := workdays(2*time.Minute, 4)
	lastFriday := days(25) + 20*time.Hour
	outage := append(every(2*time.Hour, 0, days(10)), days(11)) // then everything that was held back
	outage = append(outage, every(time.Millisecond, days(11), days(11)+90*time.Second)...)
	for _, tt := range []struct {
		name  string
		came  story
		now   time.Duration
		want  feed.State
		usual time.Duration
	}{
		{"nothing ever came", nil, days(3), feed.Never, 0},
		{"one event only, however long ago", story{0}, days(300), feed.TooFew, 0},
		{"twenty gaps are needed to say", every(2*time.Minute, 0, 40*time.Minute), days(1), feed.TooFew, 0},
		{"and are enough", every(2*time.Minute, 0, 42*time.Minute), days(1), feed.Quiet, 2 * time.Minute},
		{"within its rhythm", steady, 10*time.Hour + time.Minute, feed.Well, 2 * time.Minute},
		{"a little longer than usual, and under the floor", steady, 10*time.Hour + 12*time.Minute, feed.Well, 2 * time.Minute},
		{"clearly longer than usual", steady, 15 * time.Hour, feed.Quiet, 2 * time.Minute},
		{"a rare feed may be silent for hours", rare, days(10) + 11*time.Hour, feed.Well, 6 * time.Hour},
		{"but not for a day", rare, days(11), feed.Quiet, 6 * time.Hour},
		{"a night that is like all nights", office.until(days(24)), days(24) + 4*time.Hour, feed.Well, 2 * time.Minute},
		{"a night that ends like all nights", office.until(days(24)), days(24) + 6*time.Hour + 30*time.Minute, feed.Well, 2 * time.Minute},
		{"a night that does not end", office.until(days(24)), days(24) + 8*time.Hour + 30*time.Minute, feed.Quiet, 2 * time.Minute},
		{"an afternoon on which it breaks off", office.until(days(24) + 14*time.Hour), days(24) + 15*time.Hour, feed.Quiet, 2 * time.Minute},
		{"a weekend like the earlier ones", office, lastFriday + 40*time.Hour, feed.Well, 2 * time.Minute},
		{"the Monday after it, before anybody works", office, days(28) + 6*time.Hour + 30*time.Minute, feed.Well, 2 * time.Minute},
		{"a Monday on which nothing comes", office, days(28) + 10*time.Hour, feed.Quiet, 2 * time.Minute},
		{"a burst after an outage is no new rhythm", outage, days(11) + 3*time.Hour, feed.Well, 2 * time.Hour},
		{"nor does it hide the next one", outage, days(13), feed.Quiet, 2 * time.Hour},
		{"bursts within a minute are one arrival", every(10*time.Millisecond, 0, 5*time.Second), days(1), feed.TooFew, 0},
		{"a clock behind the last arrival", steady, 0, feed.Well, 2 * time.Minute},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := tt.came.record().Judge(monday.Add(tt.now))
			if got.State != tt.want || got.Usual != tt.usual {
				t.Errorf("got %s with a usual gap of %v, want %s with %v (silent for %v)", got.State, got.Usual, tt.want, tt.usual, got.Silence)
			}
		})
	}
}

func TestANightIsUsualOnceThreeWereSeen(t *testing.T) {
	for nights, want := range map[int]feed.State{1: feed.Quiet, 3: feed.Quiet, 4: feed.Well} {
		var s story
		for day := range nights {
			s = append(s, every(2*time.Minute, days(day)+7*time.Hour, days(day)+20*time.Hour)...)
		}
		now := monday.Add(days(nights) + 3*time.Hour)
		if got := s.record().Judge(now).State; got != want {
			t.Errorf("on night %d: got %s, want %s", nights, got, want)
		}
	}
}

func TestAFeedRecoversFromAClockThatWasYearsAhead(t *testing.T) {
	s := every(2*time.Minute, 0, days(1))
	s = append(s, 10*days(365))
	s = append(s, every(2*time.Minute, days(1), days(2))...)
	r := s.record()
	if got := r.Judge(monday.Add(days(2))); got.State != feed.Well || got.Silence > time.Hour {
		t.Errorf("got %s after %v, want well", got.State, got.Silence)
	}
	if got := r.Judge(monday.Add(days(2) + 5*time.Hour)).State; got != feed.Quiet {
		t.Errorf("five hours later: got %s, want quiet", got)
	}
	s = append(story{0, 10 * days(365)}, workdays(2*time.Minute, 4).until(days(24))...)
	if got := s.record().Judge(monday.Add(days(24) + 4*time.Hour)).State; got != feed.Well {
		t.Errorf("in a night like all since then: got %s, want well", got)
	}
	unset := feed.Record{}
	unset.Hear(time.Time{})
	unset.Hear(time.Time{}.Add(time.Hour))
	if unset.Arrivals != 2 {
		t.Errorf("a clock that was never set: got %d arrivals, want 2", unset.Arrivals)
	}
}

func TestTwoSubscriptionsOfOneTypeAreOneFeed(t *testing.T) {
	busy, slow := every(2*time.Minute, 0, days(1)).record(), every(time.Hour, 0, days(3)).record()
	slow.Subscription = "b"
	now := monday.Add(days(2) + 30*time.Minute)
	both := []feed.Record{busy, slow}
	if got := feed.Together(both[:1]).Judge(now).State; got != feed.Quiet {
		t.Errorf("the busy one alone: got %s, want quiet", got)
	}
	slow.Last = now.Add(-5 * time.Minute)
	both[1] = slow
	if got := feed.Together(both).Judge(now); got.State != feed.Well || got.Usual != 2*time.Minute {
		t.Errorf("while the other speaks: got %s, %v, want well with the busier rhythm", got.State, got.Usual)
	}
	if got, want := feed.Together(both).Arrivals, busy.Arrivals+slow.Arrivals; got != want {
		t.Errorf("arrivals: got %d, want %d", got, want)
	}
}

func TestADeletedSubscriptionDoesNotSetTheRhythm(t *testing.T) {
	old, now := every(2*time.Minute, 0, days(1)).record(), every(2*time.Hour, days(1), days(12)).record()
	now.Subscription = "b"
	records := []feed.Record{old, now}
	if !old.Gone(records) || now.Gone(records) {
		t.Errorf("gone: got %v and %v, want the old one only", old.Gone(records), now.Gone(records))
	}
	if got := feed.Together(records).Judge(monday.Add(days(12))); got.State != feed.Well || got.Usual != 2*time.Hour {
		t.Errorf("got %s, %v, want well with the rhythm of the one that still speaks", got.State, got.Usual)
	}
}

func TestARecordRemembersABoundedNumberOfGaps(t *testing.T) {
	r := every(time.Minute, 0, days(1)).record()
	if len(r.Gaps) != feed.MaxGaps {
		t.Errorf("got %d gaps, want %d", len(r.Gaps), feed.MaxGaps)
	}
	if got := feed.Of([]feed.Record{r}, feed.CasesType); len(got) != 0 {
		t.Errorf("records of another type: got %d, want none", len(got))
	}
}
