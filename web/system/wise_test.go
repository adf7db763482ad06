package system

import (
	"fmt"
	"testing"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/web/front"
)

func TestThousandsOfUsersTokensAreCountedAndTheRefusedOnesListed(t *testing.T) {
	now := time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
	var all []api.TokenHealth
	for i := range 1000 {
		one := api.TokenHealth{User: int64(i + 1)}
		if i%5 == 0 {
			one.Refused, one.At = &api.Error{Kind: api.GrantRevoked}, now
		}
		all = append(all, one)
	}
	refused, others, left := wiseTokens(all, front.Face{Now: now, Zone: time.UTC})
	if len(refused) != 200 || len(others) != 100 || left != 700 || refused[199].Tag.Text != "Refused" {
		t.Errorf("%d refused, the last %s, %d others, %d left out", len(refused), fmt.Sprint(refused[len(refused)-1]), len(others), left)
	}
}
