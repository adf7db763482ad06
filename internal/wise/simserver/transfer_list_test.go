package simserver_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
	"time"

	"transferdesk/internal/wise/simserver"
)

func TestTransfersAreListedNewestFirstByWhatIsAskedFor(t *testing.T) {
	s := open(t, nil)
	for i := range int64(4) {
		t := one(i+1, "processing")
		t.Created = start.Add(time.Duration(i-4) * 24 * time.Hour) // 17 to 20 November at 9:00
		s.AddTransfer(t)
	}
	sent := one(5, "outgoing_payment_sent")
	sent.Created, sent.TargetCurrency = start, "USD"
	s.AddTransfer(sent)
	s.AddTransfer(simserver.Transfer{ID: 6, Profile: bobs, Created: start})
	tests := map[string][]int64{
		"profile=601": {5, 4, 3, 2, 1},
		"":            {6, 5, 4, 3, 2, 1},
		"profile=601&status=outgoing_payment_sent":                               {5},
		"profile=601&targetCurrency=EUR&limit=2":                                 {4, 3},
		"profile=601&limit=2&offset=3":                                           {2, 1},
		"profile=601&offset=9":                                                   {},
		"profile=601&createdDateStart=2026-11-19":                                {5, 4, 3},
		"profile=601&createdDateEnd=2026-11-18":                                  {2, 1},
		"profile=601&createdDateEnd=2026-11-18T09:00:00.000Z&sourceCurrency=GBP": {2, 1},
		"profile=601&createdDateStart=2026-11-18T09:00:01Z&limit=1":              {5},
	}
	for query, want := range tests {
		got := s.ask("personal", http.MethodGet, "/v1/transfers?"+query, "")
		var list []struct{ ID int64 }
		if err := json.Unmarshal([]byte(got.body), &list); err != nil || got.status != 200 {
			t.Fatalf("%s: %d %s", query, got.status, got.body)
		}
		ids := []int64{}
		for _, one := range list {
			ids = append(ids, one.ID)
		}
		if fmt.Sprint(ids) != fmt.Sprint(want) {
			t.Errorf("%q: %v, want %v", query, ids, want)
		}
	}
	for _, query := range []string{"profile=x", "limit=-1", "offset=x", "createdDateStart=yesterday", "createdDateEnd=2026"} {
		if got := s.ask("personal", http.MethodGet, "/v1/transfers?"+query, ""); got.status != 400 {
			t.Errorf("%s: %d", query, got.status)
		}
	}
	if got := s.ask(s.user("bob-1"), http.MethodGet, "/v1/transfers?profile=601", ""); got.status != 403 {
		t.Errorf("another's: %d", got.status)
	}
}

func TestAListHasTenTransfersUnlessMoreAreAskedForAndNeverOverAHundred(t *testing.T) {
	s := open(t, nil)
	for i := range int64(150) {
		s.AddTransfer(one(i+1, "processing"))
	}
	for query, want := range map[string]int{"": 10, "?limit=50": 50, "?limit=500": 100} {
		var list []json.RawMessage
		if err := json.Unmarshal([]byte(s.ask("personal", http.MethodGet, "/v1/transfers"+query, "").body), &list); err != nil || len(list) != want {
			t.Errorf("%q: %d, want %d (%v)", query, len(list), want, err)
		}
	}
}
