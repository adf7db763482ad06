package atwise_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

func ada() auth.Actor {
	return auth.Actor{Kind: auth.Person, ID: 1, Name: "Ada Agent", Role: auth.Agent}
}

func (b *branch) openCase(ask atwise.CaseAsk) (store.SupportCase, error) {
	b.t.Helper()
	ask.Transfer = theTransfer
	return b.OpenCase(context.Background(), ada(), "req-9", ask)
}

// asking is a case that may be opened.
func asking() atwise.CaseAsk {
	return atwise.CaseAsk{Number: atwise.NewCaseNumber(theTransfer), Subject: "Transfer 49983981: what it is waiting for", Description: "What does it wait for?\r\nThank you.", Drafted: "Transfer 49983981: what it is waiting for"}
}

func (b *branch) write(id int64, token, text string) (store.CaseMessage, error) {
	b.t.Helper()
	return b.AddCaseMessage(context.Background(), ada(), "req-9", atwise.MessageAsk{Case: id, Token: token, Text: text})
}

func TestACaseIsOpenedAndWrittenInOnce(t *testing.T) {
	b := newBranch(t)
	ask := asking()
	c, err := b.openCase(ask)
	if err != nil || c.End.Result != store.AskDone || c.Case == 0 || c.Description != "What does it wait for?\nThank you." || c.Profile != theProfile {
		t.Fatalf("got %+v, %v", c, err)
	}
	if _, err := b.openCase(ask); fault.KindOf(err) != fault.Conflict {
		t.Errorf("the same form again: %v", err)
	}
	if n := b.sent("POST", "/cases"); n != 1 {
		t.Errorf("Wise was asked %d times", n)
	}
	got := b.recorded(auth.OpenSupportCase)
	if len(got) != 3 || !strings.HasPrefix(got[0], "started: td-49983981-") || !strings.Contains(got[1], fmt.Sprintf("case %d", c.Case)) || !strings.HasPrefix(got[1], "done: ") || !strings.HasPrefix(got[2], "failed: ") {
		t.Errorf("recorded %q", got)
	}
	token := atwise.NewMessageToken()
	m, err := b.write(c.Case, token, " Is there news? ")
	if err != nil || m.End.Result != store.AskDone || m.MessageID == "" || m.Text != "Is there news?" {
		t.Fatalf("got %+v, %v", m, err)
	}
	if _, err := b.write(c.Case, token, "Is there news?"); fault.KindOf(err) != fault.Conflict {
		t.Errorf("the same form again: %v", err)
	}
	if n := b.sent("POST", "/messages"); n != 1 {
		t.Errorf("Wise was written to %d times", n)
	}
	if got := b.recorded(auth.AddCaseMessage); len(got) != 3 || !strings.HasPrefix(got[1], "done: ") {
		t.Errorf("recorded %q", got)
	}
	must(t, b.AskCase(context.Background(), ada(), "req-9", c.Case))
	err = b.db.Read(context.Background(), func(r *store.Reader) error {
		told, err := store.ToldOf[api.Case](r, store.OfSupportCase, c.Case)
		if !told.Known || len(told.Value.Messages) != 2 || told.Value.Messages[1].Text != "Is there news?" {
			t.Errorf("Wise has %+v", told.Value)
		}
		return err
	})
	must(t, err)
	if got := b.recorded(auth.AskSupportCase); strings.Join(got, "") != "started: done: " {
		t.Errorf("recorded %q, want that somebody had Wise asked", got)
	}
	b.wantNoTrace("news", "Erika", "secret", "What does it wait")
}

func TestACaseThatMayNotBeOpenedIsNotAskedFor(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(*atwise.CaseAsk)
		prepare func(*branch)
		kind    fault.Kind
		text    string
	}{
		{"a name in the subject", func(a *atwise.CaseAsk) { a.Subject = "Erika waits" }, nil, fault.Unprocessable, "a name of the customer"},
		{"somebody else of the directory", func(a *atwise.CaseAsk) { a.Subject = "for Grace Hopper" }, func(b *branch) { b.customers("C-2,Grace Hopper,,17,18\n") }, fault.Unprocessable, "in the directory"},
		{"a number of nobody knows what", func(a *atwise.CaseAsk) { a.Subject = "see 123456789" }, nil, fault.Unprocessable, "the number 123456789"},
		{"a description of what cannot be seen", func(a *atwise.CaseAsk) { a.Description = "\u2060\r\n\ufeff" }, nil, fault.Unprocessable, "The description"},
		{"no description", func(a *atwise.CaseAsk) { a.Description = " \r\n " }, nil, fault.Unprocessable, "The description"},
		{"a description without an end", func(a *atwise.CaseAsk) { a.Description = strings.Repeat("é", 4001) }, nil, fault.Unprocessable, "The description"},
		{"no number of ours", func(a *atwise.CaseAsk) { a.Number = "x" }, nil, fault.Invalid, "not complete"},
		{"no user", func(*atwise.CaseAsk) {}, func(b *branch) { b.customers(fmt.Sprintf("C-1,Erika Mustermann,,%d,\n", theProfile)) }, fault.Unprocessable, "which Wise user"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBranch(t)
			if c.prepare != nil {
				c.prepare(b)
			}
			ask := asking()
			c.change(&ask)
			if _, err := b.openCase(ask); fault.KindOf(err) != c.kind || !strings.Contains(fault.TextOf(err), c.text) {
				t.Errorf("got %v, %q", err, fault.TextOf(err))
			}
			if n := b.sent("POST", "/cases"); n != 0 {
				t.Errorf("Wise was asked %d times", n)
			}
		})
	}
	b := newBranch(t)
	if _, err := b.OpenCase(context.Background(), ada(), "", atwise.CaseAsk{Transfer: 5, Number: atwise.NewCaseNumber(5), Subject: "s", Description: "d"}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a transfer that nobody heard of: %v", err)
	}
}

func TestEveryTroubleOfACaseEndsAsWhatIsCertain(t *testing.T) {
	for _, c := range []struct {
		name    string
		mode    simserver.Mode
		prepare func(*branch)
		want    store.AskResult
	}{
		{"401", simserver.Unauthorized, nil, store.AskRefused},
		{"403", simserver.Forbidden, nil, store.AskRefused},
		{"404", simserver.Missing, nil, store.AskRefused},
		{"429", simserver.TooMany, nil, store.AskRefused},
		{"500", simserver.ServerError, nil, store.AskUnknown},
		{"down", simserver.Down, nil, store.AskUnknown},
		{"slow", simserver.Slow, func(b *branch) { b.Hasten(50 * time.Millisecond) }, store.AskUnknown},
		{"garbage", simserver.Garbage, nil, store.AskUnknown},
		{"cut in the middle", simserver.Truncated, nil, store.AskUnknown},
		{"wrong types", simserver.WrongTypes, nil, store.AskUnknown},
		{"sent elsewhere", simserver.Redirect, nil, store.AskUnknown},
		{"no credentials", simserver.None, func(b *branch) { b.connect(b.url, api.Config{PersonalToken: "personal"}) }, store.AskNotDone},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBranch(t)
			known, err := b.openCase(asking())
			must(t, err)
			if c.prepare != nil {
				c.prepare(b)
			}
			b.sim.Fail(simserver.Failure{Mode: c.mode, Paths: []string{"/cases", "/v1/cases", "/v3/cases"}})
			opened, err := b.openCase(asking())
			must(t, err)
			written, err := b.write(known.Case, atwise.NewMessageToken(), "Is there news?")
			must(t, err)
			if opened.End.Result != c.want || written.End.Result != c.want || opened.End.Text == "" || written.End.Text == "" {
				t.Errorf("opened: %+v; written: %+v; want %s", opened.End, written.End, c.want)
			}
			again := 0
			if c.mode == simserver.Unauthorized {
				again = 1 // with a new token: one that is not taken has done nothing
			}
			if n := b.sent("POST", "/cases"); n > 2+again {
				t.Errorf("Wise was asked %d times", n)
			}
			if n := b.sent("POST", "/messages"); n > 1+again {
				t.Errorf("Wise was written to %d times", n)
			}
		})
	}
}

func TestManyClicksOpenOneCaseAndSendOneMessage(t *testing.T) {
	b := newBranch(t)
	ask, token := asking(), atwise.NewMessageToken()
	known, err := b.openCase(asking())
	must(t, err)
	var all sync.WaitGroup
	var taken atomic.Int64
	for range 10 {
		all.Go(func() {
			if _, err := b.openCase(ask); err == nil {
				taken.Add(1)
			}
		})
		all.Go(func() {
			if _, err := b.write(known.Case, token, "Is there news?"); err == nil {
				taken.Add(1)
			}
		})
	}
	all.Wait()
	if opened, written := b.sent("POST", "/cases"), b.sent("POST", "/messages"); taken.Load() != 2 || opened != 2 || written != 1 {
		t.Errorf("%d were taken, %d cases and %d messages sent", taken.Load(), opened, written)
	}
}

// TestACaseOfWhichNobodyKnewIsFoundByItsNumber: by the event that names it.
func TestACaseOfWhichNobodyKnewIsFoundByItsNumber(t *testing.T) {
	b := newBranch(t)
	b.sim.Fail(simserver.Failure{Mode: simserver.Garbage, Paths: []string{"/cases"}})
	ask := asking()
	c, err := b.openCase(ask)
	if err != nil || c.End.Result != store.AskUnknown || c.Case != 0 {
		t.Fatalf("got %+v, %v", c.End, err)
	}
	if left := b.settle(); left != 1 {
		t.Errorf("%d are left before the event", left)
	}
	at := b.now.Format(time.RFC3339)
	b.deliverAs("partner-support#case-changed", "5.0.0", fmt.Sprintf(`{"resource":{"id":9001,"profileId":%d,"status":"IN_REVIEW","externalId":%q,"createdAt":%q,"updatedAt":%q,"type":"GENERAL_ENQUIRY","reference":{"type":"TRANSFER","referenceId":"%d"},"messages":[]}}`,
		theProfile, ask.Number, at, at, theTransfer))
	if left := b.settle(); left != 0 {
		t.Errorf("%d are left after the event", left)
	}
	err = b.db.Read(context.Background(), func(r *store.Reader) error {
		got, found, err := r.SupportCaseByWise(9001)
		if !found || got.External != ask.Number || got.End.Result != store.AskDone {
			t.Errorf("found %t: %+v", found, got)
		}
		return err
	})
	must(t, err)
	if got := b.recorded(auth.SettleCase); len(got) != 1 || !strings.Contains(got[0], ask.Number) {
		t.Errorf("recorded %q", got)
	}
}

// TestNothingIsKeptOrWrittenOfACaseForComplianceAlone: whether an event or only Wise's
// API says that it is.
func TestNothingIsKeptOrWrittenOfACaseForComplianceAlone(t *testing.T) {
	b := newBranch(t)
	id := b.sim.AddCase(simserver.SupportCase{Profile: theProfile, User: theUser, Transfer: theTransfer, Type: "SANCTIONS", SubType: "RECIPIENT_SANCTION_HIT", Text: "canary: tell us of the recipient"})
	b.deliver("partner-support#case-changed", fmt.Sprintf(`{"resource":{"case_id":%d,"case_type":"GENERAL_ENQUIRY","details":{"transfer_id":%d,"user_id":%d,"profile_id":%d},"status":"OPEN","type":"partner-support-case"},"type":"NEW_CASE","occurred_at":%q}`,
		id, theTransfer, theUser, theProfile, b.now.Format(time.RFC3339)))
	must(t, b.AskCase(context.Background(), ada(), "req-9", id))
	err := b.db.Read(context.Background(), func(r *store.Reader) error {
		all, err := r.WiseAnswers(store.OfSupportCase, []int64{id})
		if kept := string(all[id].Value); strings.Contains(strings.ToLower(kept), "sanction") || strings.Contains(kept, "canary") || kept == "" {
			t.Errorf("kept: %s", kept)
		}
		return err
	})
	must(t, err)
	if _, err := b.write(id, atwise.NewMessageToken(), "hello"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("writing: %v", err)
	}
	if err := b.AskCase(context.Background(), ada(), "req-9", id); fault.KindOf(err) != fault.NotFound {
		t.Errorf("asking: %v", err)
	}
	b.deliver("partner-support#case-changed", fmt.Sprintf(`{"resource":{"case_id":77,"case_type":"SANCTIONS","details":{"transfer_id":%d,"user_id":%d,"profile_id":%d},"status":"OPEN","type":"partner-support-case"},"type":"NEW_CASE","occurred_at":%q}`,
		theTransfer, theUser, theProfile, b.now.Format(time.RFC3339)))
	if err := b.AskCase(context.Background(), ada(), "req-9", 77); fault.KindOf(err) != fault.NotFound {
		t.Errorf("asking for one that an event locked: %v", err)
	}
	if n := b.sent("GET", fmt.Sprintf("/cases/%d", id)) + b.sent("GET", "/cases/77") + b.sent("POST", "/messages"); n != 1 {
		t.Errorf("Wise was asked %d times, want once, before anybody knew", n)
	}
}
