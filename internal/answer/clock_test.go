package answer_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/history"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// by composes the answer of a tale at a time, by a history.
func (tl tale) by(past history.Table, at string) answer.Answer {
	facts, _ := transfer.Fold(49983981, tl)
	return answer.Compose(answer.Input{Facts: facts, History: past, Catalogue: reason.Builtin(), Funding: answer.ByCustomer, Now: clock(at), Zone: time.UTC, Company: time.UTC})
}

// ours is a history with enough of everything, and of one code.
func ours() history.Table {
	hours := func(n, open int64, p50, p90 time.Duration) history.Figures {
		return history.Figures{N: n, Open: open, P50: p50 * time.Hour, P90: p90 * time.Hour}
	}
	return history.Table{
		{Leg: "created_sent"}: hours(1200, 4, 2, 24), {Leg: "sent_bounced"}: hours(37, 1167, 27, 90),
		{Leg: "bounced_refunded"}: hours(300, 0, 20, 48), {Leg: "bounced_refunded", Code: "WRONG_NAME"}: hours(31, 12, 27, 98),
		{Leg: "bounced_refunded", Code: "ACCOUNT_CLOSED"}: {N: 19},
	}
}

func TestHowLongOursTookStandsBesideWhatComesNext(t *testing.T) {
	back := to("18 Nov 14:03", sent, bounced)
	few := history.Table{{Leg: "bounced_refunded"}: {N: 7, Open: 2}, {Leg: "sent_bounced"}: {N: 19}}
	for _, c := range []struct {
		name string
		tale tale
		past history.Table
		want string
	}{
		{"in process", tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process)}, ours(),
			"Of 1,200 paid out, half were within 2 h of the creation, nine in ten within 1 d; 4 not finished yet."},
		{"paid out", paidOut(), ours(), "Of 1,204 paid out 37 came back, half of these within 1 d 3 h, nine in ten within 3 d 18 h."},
		{"paid out, too few", paidOut(), few, "Too few of ours came back to say how long a return takes (19 so far); by Wise’s guide most come within 2 to 3 business days, some after weeks."},
		{"back for a reason with enough", paidOut(fail("18 Nov 14:02", "WRONG_NAME"), back), ours(),
			"Of 31 refunded with this reason, half were within 1 d 3 h of the return, nine in ten within 4 d 2 h; 12 not finished yet."},
		{"back for a reason with too few", paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), back), ours(), "Of 300 refunded, half were within 20 h of the return, nine in ten within 2 d."},
		{"back, too few", paidOut(back), few, "Too few of ours were refunded to say how long that takes (7 so far)."},
		{"waiting for money", tale{to("16 Nov 09:12", "", waiting)}, ours(), ""},
		{"refunded", paidOut(back, to("19 Nov 09:00", bounced, refunded)), ours(), ""},
		{"not known just now", paidOut(back), nil, ""},
	} {
		a := c.tale.by(c.past, "21 Nov 08:00")
		if a.Pace != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, a.Pace, c.want)
		}
		if c.want != "" && strings.Contains(string(a.CustomerText.Text), "nine in ten") {
			t.Errorf("%s: the customer is told", c.name)
		}
	}
}

func TestAClockIsLateOnlyAfterItsTime(t *testing.T) {
	back := to("18 Nov 14:00", sent, bounced)
	named := paidOut(fail("18 Nov 13:59", "WRONG_NAME"), back)
	for _, c := range []struct {
		name   string
		tale   tale
		before string // nothing is flagged yet
		after  string
		want   string
	}{
		{"not paid out", tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process)}, "17 Nov 09:12", "17 Nov 09:13",
			"late: Not paid out since it was created, 1 d: longer than nine in ten of ours took (1 d, of 1,200; 4 not finished yet)."},
		{"back, against all", paidOut(back), "20 Nov 14:00", "20 Nov 14:01", "late: Back at Wise for 2 d: longer than nine in ten of ours took to be refunded (2 d, of 300)."},
		{"back, against its own reason", named, "22 Nov 16:00", "22 Nov 16:01",
			"late: Back at Wise for 4 d 2 h: longer than nine in ten of ours took to be refunded (4 d 2 h, of 31 with this reason; 12 not finished yet)."},
		{"a retry over a weekend", paidOut(fail("20 Nov 10:00", "TECHNICAL_ISSUE_RETRYABLE")), "23 Nov 09:59", "23 Nov 10:00",
			"retrying_long: Wise has been trying again for 3 d, and nothing has come for a working day: ask Wise."},
		{"unfunded", tale{to("1 Nov 09:12", "", waiting)}, "15 Nov 09:11", "15 Nov 09:12",
			"unfunded_long: Waiting to be funded for 14 d: Wise usually cancels what is not funded after 14 days."},
	} {
		if got := said(c.tale.by(ours(), c.before)); got != "" {
			t.Errorf("%s: before its time %q", c.name, got)
		}
		if got := said(c.tale.by(ours(), c.after)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
	if got := said(named.by(nil, "22 Dec 16:00")); got != "" {
		t.Errorf("late against a history that is not known: %q", got)
	}
}

func TestAReturnIsNotLateAsIfNoRefundHadBeenReported(t *testing.T) {
	tl := paidOut(to("18 Nov 14:00", sent, bounced), to("19 Nov 09:00", bounced, refunded), to("20 Nov 09:00", refunded, process))
	f, _ := tl.by(ours(), "20 Nov 14:01").Flag(answer.FlagLate)
	want := "It came back to Wise 2 d ago, and the refund that was reported is not certain: longer than nine in ten of ours took to be refunded (2 d, of 300)."
	if f.Text != want {
		t.Errorf("got  %q\nwant %q", f.Text, want)
	}
}

func TestWaitingForMoneyRestsOnItsBeginningToo(t *testing.T) {
	tl := tale{to("1 Nov 09:12", "", waiting), to("3 Nov 09:12", waiting, announced)}
	for i := range tl {
		tl[i].Source.Delivery = int64(i + 1)
	}
	f, _ := tl.by(ours(), "21 Nov 08:00").Flag(answer.FlagUnfundedLong)
	if want := (evidence.IDs{1, 2}); !slices.Equal(f.Evidence, want) {
		t.Errorf("%q rests on %v, want %v", f.Text, f.Evidence, want)
	}
}
