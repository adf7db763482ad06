package evidence_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/evidence"
)

func TestAUnionHasEachDeliveryOnceLowestFirst(t *testing.T) {
	for _, tt := range []struct {
		name  string
		lists []evidence.IDs
		want  evidence.IDs
	}{
		{"none", nil, nil},
		{"empty lists", []evidence.IDs{nil, {}}, nil},
		{"overlapping", []evidence.IDs{{7, 9}, {3, 7}}, evidence.IDs{3, 7, 9}},
	} {
		if d := cmp.Diff(tt.want, evidence.Union(tt.lists...)); d != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, d)
		}
	}
	first, second := evidence.IDs{9, 1}, evidence.IDs{5}
	_ = evidence.Union(first[:1], second)
	if d := cmp.Diff(evidence.IDs{9, 1}, first); d != "" {
		t.Errorf("the lists stay as they are (-want +got)\n%s", d)
	}
}

func TestAMomentWithoutATimePlacesNothing(t *testing.T) {
	at := time.Date(2026, 11, 18, 14, 3, 9, 0, time.UTC)
	for _, tt := range []struct {
		moment evidence.Moment
		want   evidence.By
	}{
		{evidence.Moment{Time: at, By: evidence.Occurred}, evidence.Occurred},
		{evidence.Moment{Time: at, By: evidence.Sent}, evidence.Sent},
		{evidence.Moment{By: evidence.Occurred}, evidence.Nothing},
		{evidence.Moment{Time: at}, evidence.Nothing},
	} {
		if got := tt.moment.PlacedBy(); got != tt.want {
			t.Errorf("%+v: got %s, want %s", tt.moment, got, tt.want)
		}
	}
}

func TestTheFinerTimeHasMoreDigits(t *testing.T) {
	at := time.Date(2026, 11, 18, 14, 3, 9, 0, time.UTC)
	for _, tt := range []struct {
		name       string
		a, b, want time.Duration
	}{
		{"milliseconds over seconds", 0, 120 * time.Millisecond, 120 * time.Millisecond},
		{"in either order", 120 * time.Millisecond, 0, 120 * time.Millisecond},
		{"of two equally fine the earlier", 300 * time.Millisecond, 200 * time.Millisecond, 200 * time.Millisecond},
	} {
		if got := evidence.Finer(at.Add(tt.a), at.Add(tt.b)); !got.Equal(at.Add(tt.want)) {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
