package wisesim_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
)

var now = time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)

// decoded is a delivery as the server would read it.
type decoded struct {
	wisesim.Delivery
	wise.Decoded
}

// lives decodes a plan's deliveries.
func lives(n int) []decoded {
	var all []decoded
	for i, d := range wisesim.Lives(1, now, n) {
		src := evidence.Source{Delivery: int64(i + 1), ReceivedAt: d.At}
		all = append(all, decoded{d, wise.Decode(d.Body, src)})
	}
	return all
}

func TestTheSameSeedTellsTheSameLives(t *testing.T) {
	one, two := wisesim.Lives(7, now, 60), wisesim.Lives(7, now, 60)
	same := slices.EqualFunc(one, two, func(a, b wisesim.Delivery) bool {
		return a.At.Equal(b.At) && a.DeliveryID == b.DeliveryID && a.Test == b.Test && bytes.Equal(a.Body, b.Body)
	})
	if !same || len(one) < 200 {
		t.Errorf("%d and %d deliveries, the same: %v", len(one), len(two), same)
	}
	if other := wisesim.Lives(8, now, 60); bytes.Equal(other[0].Body, one[0].Body) {
		t.Error("another seed tells the same lives")
	}
}

func TestDeliveriesArriveInOrderAndNoneAfterNow(t *testing.T) {
	first := now.AddDate(0, 0, -61)
	var before time.Time
	for _, d := range lives(500) {
		if d.At.Before(before) || d.At.After(now) || d.At.Before(first) {
			t.Fatalf("a delivery arrives at %v, after %v", d.At, before)
		}
		if !d.SentAt.IsZero() && d.SentAt.After(d.At) {
			t.Fatalf("a delivery arrives at %v that was sent at %v:\n%s", d.At, d.SentAt, d.Body)
		}
		before = d.At
	}
}

func TestAlmostEveryBodyCanBeRead(t *testing.T) {
	verdicts := map[wise.Verdict]int{}
	for _, d := range lives(500) {
		verdicts[d.Verdict]++
		if d.Verdict != wise.Unreadable && !json.Valid(d.Body) {
			t.Errorf("%s is no JSON", d.Body)
		}
	}
	if verdicts[wise.Unreadable] < 2 || verdicts[wise.Unreadable] > 4 || verdicts[wise.Kept] < 2 || verdicts[wise.Readable] < 2000 {
		t.Errorf("verdicts %v", verdicts)
	}
}

func TestTestNotificationsAreMarked(t *testing.T) {
	marked := 0
	for _, d := range lives(200) {
		if d.Test != d.ZeroIDs {
			t.Errorf("marked %v, zero ids %v:\n%s", d.Test, d.ZeroIDs, d.Body)
		}
		if d.Test {
			marked++
		}
	}
	if marked < 3 {
		t.Errorf("%d test notifications", marked)
	}
}

func TestOneInTenIsLateAndSomeComeAgain(t *testing.T) {
	all := lives(1000)
	late, again := 0, 0
	seen := map[string]bool{}
	for _, d := range all {
		switch {
		case seen[string(d.Body)]:
			again++
		case !d.SentAt.IsZero() && d.At.Sub(d.SentAt) >= time.Minute:
			late++
		}
		seen[string(d.Body)] = true
	}
	if share := float64(late) / float64(len(all)); share < 0.07 || share > 0.13 {
		t.Errorf("%.3f are late", share)
	}
	if share := float64(again) / float64(len(all)); share < 0.02 || share > 0.06 {
		t.Errorf("%.3f come again", share)
	}
}

func TestCopiesOfOneEventComeInTwoVersionsFromTwoSubscriptions(t *testing.T) {
	type event struct {
		transfer int64
		to       transfer.State
		second   time.Time
	}
	versions := map[event]map[string]bool{}
	for _, d := range lives(300) {
		if d.Transfer == nil || d.Transfer.Kind != transfer.StateChange || d.ZeroIDs {
			continue
		}
		e := event{d.TransferID, d.Transfer.To, d.Transfer.At.Second()}
		if versions[e] == nil {
			versions[e] = map[string]bool{}
		}
		versions[e][d.SchemaVersion+d.Subscription] = true
	}
	double := 0
	for _, seen := range versions {
		if len(seen) == 2 {
			double++
		}
	}
	if double < 50 || double > len(versions)/2 {
		t.Errorf("%d of %d events come twice", double, len(versions))
	}
}

// TestACompanyHasOneOrTwoSubscriptionsToEachType: the table of the feeds is as long
// as it would be in real life, where a subscription is to one type.
func TestACompanyHasOneOrTwoSubscriptionsToEachType(t *testing.T) {
	of, ofType := map[string]string{}, map[string]map[string]bool{}
	for _, d := range lives(300) {
		if d.ZeroIDs || d.Subscription == "" {
			continue
		}
		if ofType[d.EventType] == nil {
			ofType[d.EventType] = map[string]bool{}
		}
		if other := of[d.Subscription]; other != "" && other != d.EventType {
			t.Errorf("one subscription tells of %s and %s", other, d.EventType)
		}
		of[d.Subscription], ofType[d.EventType][d.Subscription] = d.EventType, true
	}
	for name, subs := range ofType {
		if len(subs) > 2 {
			t.Errorf("%s comes from %d subscriptions, want two at most", name, len(subs))
		}
	}
}

func TestTransferIDsRiseWithTimeAndOneProfileHasMany(t *testing.T) {
	first := map[int64]time.Time{}
	profiles, accounts := map[int64]map[int64]bool{}, map[int64]map[int64]bool{}
	for _, d := range lives(2000) {
		if d.Transfer == nil || d.Transfer.Kind != transfer.StateChange || d.ZeroIDs || d.TransferID < 50_000_000 {
			continue
		}
		if at, ok := first[d.TransferID]; !ok || d.Transfer.At.Time.Before(at) {
			first[d.TransferID] = d.Transfer.At.Time
		}
		add(profiles, d.ProfileID, d.TransferID)
		add(accounts, d.Transfer.Account, d.TransferID)
	}
	most, reused := 0, 0
	for _, transfers := range profiles {
		most = max(most, len(transfers))
	}
	for _, transfers := range accounts {
		if len(transfers) > 2 {
			reused++
		}
	}
	if most < 100 || len(profiles) < 100 || reused < 200 {
		t.Errorf("%d profiles, the largest with %d transfers, %d accounts used again", len(profiles), most, reused)
	}
	if len(first) < 1900 || len(first) > 2000 {
		t.Errorf("%d transfers have a state", len(first))
	}
}

// add puts a value into the set of a key.
func add(sets map[int64]map[int64]bool, key, value int64) {
	if sets[key] == nil {
		sets[key] = map[int64]bool{}
	}
	sets[key][value] = true
}
