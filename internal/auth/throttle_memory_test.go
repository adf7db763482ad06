package auth

import (
	"strconv"
	"testing"
	"time"
)

func TestTheThrottleForgetsWhatWasUnusedLongest(t *testing.T) {
	table, now := newLimits(time.Minute, 1), time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	for i := range rememberedLimits + 5 {
		table.allow(now, strconv.Itoa(i))
	}
	if len(table.byKey) != rememberedLimits || table.order.Len() != rememberedLimits {
		t.Errorf("remembers %d keys in a list of %d, want %d", len(table.byKey), table.order.Len(), rememberedLimits)
	}
	if !table.allow(now, "0") {
		t.Error("the key unused longest is still remembered")
	}
	if table.allow(now, strconv.Itoa(rememberedLimits+4)) {
		t.Error("the latest key is forgotten")
	}
}
