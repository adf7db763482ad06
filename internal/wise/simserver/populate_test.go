package simserver_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
)

func TestThePlansWorldIsTheAPIsWorld(t *testing.T) {
	s := open(t, nil)
	plan := wisesim.Plan{Seed: 1, Now: start, Transfers: 60, Days: 30}
	world := plan.World()
	s.Populate(world)
	s.PopulateSubscriptions(world, "http://desk.example/")
	for _, one := range world.Transfers {
		got := s.ask("personal", http.MethodGet, "/v1/transfers/"+strconv.FormatInt(one.ID, 10), "")
		if got.status != 200 || got.text(t, "status") != string(one.State) || got.text(t, "sourceValue") != one.SourceValue || got.text(t, "user") == "0" {
			t.Errorf("%+v: %d %s", one, got.status, got.body)
		}
		if !one.SentAt.IsZero() && one.State == transfer.OutgoingPaymentSent {
			if got := s.ask("personal", http.MethodGet, "/v1/transfers/"+strconv.FormatInt(one.ID, 10)+"/receipt.pdf", ""); !strings.HasPrefix(got.body, "%PDF") {
				t.Errorf("the receipt of %d: %d", one.ID, got.status)
			}
		}
	}
	list := s.ask(s.application(), http.MethodGet, "/v3/applications/key/subscriptions", "")
	if got := strings.Count(list.body, `"trigger_on"`); got != len(world.Subscriptions) {
		t.Errorf("%d subscriptions, want %d", got, len(world.Subscriptions))
	}
}

func TestTheTrickleChangesTheTransfersOfTheAPI(t *testing.T) {
	s := open(t, nil)
	plan := wisesim.Plan{Seed: 1, Now: start, Transfers: 60, Days: 30}
	s.Populate(plan.World())
	trickle := plan.Trickle(s.now)
	s.Follow(trickle)
	cancelled := map[int64]bool{}
	seen := 0
	for range 300 {
		for _, d := range trickle.Next() {
			e := wise.Decode(d.Body, evidence.Source{Delivery: 1, ReceivedAt: d.At}).Transfer
			if e == nil || e.Kind != transfer.StateChange || e.Transfer < 90_000_000 {
				continue
			}
			seen++
			path := "/v1/transfers/" + strconv.FormatInt(e.Transfer, 10)
			if got := s.ask("personal", http.MethodGet, path, "").text(t, "status"); got != string(e.To) || cancelled[e.Transfer] {
				t.Fatalf("transfer %d is %s, told %s; cancelled %v", e.Transfer, got, e.To, cancelled[e.Transfer])
			}
		}
		for _, d := range trickle.Next() {
			e := wise.Decode(d.Body, evidence.Source{Delivery: 1, ReceivedAt: d.At}).Transfer
			if e != nil && e.Kind == transfer.StateChange && e.To == transfer.Processing {
				got := s.ask("personal", http.MethodPut, "/v1/transfers/"+strconv.FormatInt(e.Transfer, 10)+"/cancel", "")
				cancelled[e.Transfer] = got.status == 200
			}
		}
	}
	if seen < 50 || len(cancelled) < 5 {
		t.Errorf("%d steps, %d cancelled", seen, len(cancelled))
	}
}
