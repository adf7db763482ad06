package customer_test

import (
	"testing"

	"transferdesk/internal/customer"
)

func TestUntilIsNinetyCalendarDaysAfterTheFirstEvent(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []customer.UserEvent
		want   string
	}{
		{"from the day of the event in UTC", []customer.UserEvent{change("20 23:59:59", active, withdraw, "")}, "2027-02-18"},
		{"from the first of the unbroken stay", []customer.UserEvent{
			change("20 00:00:00", active, withdraw, ""), change("25 10:00:00", active, withdraw, ""),
		}, "2027-02-18"},
		{"ACTIVE in between starts it anew", []customer.UserEvent{
			change("10 10:00:00", active, withdraw, ""), change("15 10:00:00", withdraw, active, ""), change("20 10:00:00", active, withdraw, ""),
		}, "2027-02-18"},
		{"ACTIVE has none", []customer.UserEvent{change("10 10:00:00", active, withdraw, ""), change("15 10:00:00", withdraw, active, "")}, ""},
		{"DEACTIVATED has none", []customer.UserEvent{change("15 10:00:00", active, dead, "")}, ""},
		{"nothing known has none", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts, _ := customer.FoldUser(user, deliver(tt.events...))
			got := ""
			if until, ok := facts.Until(); ok {
				got = until.Format("2006-01-02")
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAppealable(t *testing.T) {
	for _, tt := range []struct {
		name  string
		event customer.UserEvent
		want  string
	}{
		{"a suspension may be appealed", change("20 10:00:00", active, withdraw, suspension), "true"},
		{"also once deactivated", change("20 10:00:00", withdraw, dead, suspension), "true"},
		{"a closure may not", change("20 10:00:00", active, withdraw, closure), "false"},
		{"a missing type is not known", change("20 10:00:00", active, withdraw, ""), "null"},
		{"an unknown type is not known", change("20 10:00:00", active, withdraw, "ACCOUNT_REVIEW"), "null"},
		{"an active account has nothing to appeal", change("20 10:00:00", withdraw, active, suspension), "null"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts, _ := customer.FoldUser(user, deliver(tt.event))
			got := "null"
			if may := facts.Appealable(); may != nil && *may {
				got = "true"
			} else if may != nil {
				got = "false"
			}
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestEverDeactivated(t *testing.T) {
	back, _ := customer.FoldUser(user, deliver(change("20 10:00:00", dead, active, "")))
	if !back.EverDeactivated() || back.Restricted() || back.State() != active {
		t.Errorf("back from DEACTIVATED: got %+v", back)
	}
	never, _ := customer.FoldUser(user, deliver(change("20 10:00:00", active, withdraw, "")))
	if never.EverDeactivated() || !never.Restricted() {
		t.Errorf("only WITHDRAW_ONLY: got %+v", never)
	}
}
