package work_test

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/work"
)

const today work.Day = "2026-11-21" // a Saturday

func TestADayIsReadInTheReadersZone(t *testing.T) {
	tokyo := time.FixedZone("Tokyo", 9*60*60)
	late := time.Date(2026, 11, 20, 22, 0, 0, 0, time.UTC)
	if got := work.Today(late, tokyo); got != today {
		t.Errorf("at 22:00 UTC it is %s in Tokyo, want %s", got, today)
	}
	if got := work.Today(late, time.UTC); got != "2026-11-20" {
		t.Errorf("at 22:00 UTC it is %s in UTC", got)
	}
}

func TestAFollowUpIsADayFromTodayToAYearAhead(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-21": "",
		"2026-11-22": "",
		"2027-11-22": "",
		"2026-11-20": "in the past",
		"2027-11-23": "a year ahead",
		"":           "needs a day",
		"tomorrow":   "needs a day",
		"2026-02-30": "needs a day",
		"2026-1-2":   "needs a day",
	} {
		day, err := work.ParseDay(text, today)
		if want == "" {
			if err != nil || string(day) != text {
				t.Errorf("%q: %q, %v", text, day, err)
			}
			continue
		}
		if fault.KindOf(err) != fault.Unprocessable || !strings.Contains(fault.TextOf(err), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestDaysAreCountedByTheCalendar(t *testing.T) {
	if got := today.Plus(1); got != "2026-11-22" {
		t.Errorf("tomorrow is %s", got)
	}
	for from, want := range map[work.Day]work.Day{today: "2026-11-23", "2026-11-22": "2026-11-23", "2026-11-23": "2026-11-30"} {
		if got := from.NextMonday(); got != want {
			t.Errorf("the Monday after %s is %s, want %s", from, got, want)
		}
	}
	if got := today.Until("2026-11-19"); got != -2 {
		t.Errorf("until the day before yesterday it is %d days", got)
	}
	if got := today.Words(); got != "Sat 21 Nov 2026" {
		t.Errorf("in words: %q", got)
	}
}

func TestAFollowUpIsDueOnItsDayAndAfterWhileTheTransferIsOpen(t *testing.T) {
	for _, c := range []struct {
		state work.State
		want  bool
	}{
		{work.State{}, false},
		{work.State{FollowUp: "2026-11-22"}, false},
		{work.State{FollowUp: today}, true},
		{work.State{FollowUp: "2026-11-20"}, true},
		{work.State{FollowUp: "2026-11-20", Outcome: work.Refunded}, false},
	} {
		if got := c.state.Due(today); got != c.want {
			t.Errorf("%+v: due is %v", c.state, got)
		}
	}
}

func TestOnlyAnOutcomeOfTheTableResolvesAndOtherNeedsARemark(t *testing.T) {
	for _, c := range work.Choices() {
		if c.Label == "" || c.When == "" || c.Outcome.Label() != c.Label {
			t.Errorf("%q lacks its words", c.Outcome)
		}
		if got, err := work.CheckOutcome(c.Outcome, " Paid by hand.\n"); err != nil || got != "Paid by hand." {
			t.Errorf("%s with a remark: %q, %v", c.Outcome, got, err)
		}
		for _, nothing := range []string{"", " \n", "\u200b", "\u2060 \ufeff", "\u00ad\u202e\u202c", "\u00a0\u3000\u2028"} {
			if got, err := work.CheckOutcome(c.Outcome, nothing); (err != nil) != (c.Outcome == work.Other) || got != "" {
				t.Errorf("%s with %q, in which nothing is seen: %q, %v", c.Outcome, nothing, got, err)
			}
		}
	}
	for outcome, remark := range map[work.Outcome]string{"": "", "won": "x", work.Refunded: strings.Repeat("é", 501), work.Delivered: "\xff"} {
		if _, err := work.CheckOutcome(outcome, remark); fault.KindOf(err) != fault.Unprocessable {
			t.Errorf("%q with %d bytes: %v, want fault.Unprocessable", outcome, len(remark), err)
		}
	}
	if _, err := work.CheckOutcome(work.Refunded, strings.Repeat("é", 500)); err != nil {
		t.Errorf("500 characters: %v", err)
	}
}
