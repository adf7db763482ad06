package desk_test

import (
	"context"
	"errors"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/work"
)

func TestOnlyPeopleWorkOnATransfer(t *testing.T) {
	o := newOffice(t)
	ctx, on := context.Background(), desk.WorkOn{Transfer: 71}
	for name, actor := range map[string]auth.Actor{
		"a token":          {Kind: auth.Token, ID: 1, Name: "script", Role: auth.Admin},
		"the command line": {Kind: auth.CLI, Name: "root", Role: auth.Admin},
		"nobody":           {Kind: auth.Visitor},
	} {
		_, assigned := o.Assign(ctx, actor, "", on, 0)
		_, followed := o.FollowUp(ctx, actor, "", on, "2026-11-24")
		_, resolved := o.Resolve(ctx, actor, "", on, desk.Resolution{Outcome: "refunded"})
		_, reopened := o.Reopen(ctx, actor, "", on)
		for act, err := range map[string]error{"assign": assigned, "follow up": followed, "resolve": resolved, "reopen": reopened} {
			if fault.KindOf(err) != fault.Forbidden {
				t.Errorf("%s may %s: %v", name, act, err)
			}
		}
	}
}

func TestWorkThatWasNotSeenIsNotOverwritten(t *testing.T) {
	o := newOffice(t)
	ctx := context.Background()
	follow := func(seen int64, day string) error {
		_, err := o.FollowUp(ctx, leader(), "req-1", desk.WorkOn{Transfer: 71, Seen: seen}, work.Day(day))
		return err
	}
	if err := follow(0, "2026-11-24"); err != nil {
		t.Fatal(err)
	}
	if got := o.last(); got.Act != "transfer.follow_up" || got.Result != "done" || got.SubjectKind != "transfer" || got.SubjectID != "71" || got.Detail != "2026-11-24" {
		t.Errorf("recorded as %+v", got)
	}
	for _, seen := range []int64{0, 2, -1} {
		if err := follow(seen, "2026-11-25"); !errors.Is(err, desk.ErrWorkChanged) || fault.KindOf(err) != fault.Conflict {
			t.Errorf("seen %d: %v", seen, err)
		}
	}
	if got := o.last(); got.Result != "failed" {
		t.Errorf("who was late is recorded as %+v", got)
	}
	if err := follow(0, "2026-11-24"); err != nil {
		t.Errorf("what is so already: %v", err)
	}
	if err := follow(1, ""); err != nil {
		t.Errorf("with what was seen: %v", err)
	}
}
