package web

import (
	"context"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestWhatIsDueIsCountedAtMostOnceASecond(t *testing.T) {
	db := testkit.DB(t)
	for _, tt := range []struct {
		name  string
		at    store.Progress
		after time.Duration
		want  int64
	}{
		{"at the same moment, nothing has come", store.Progress{}, 0, 7},
		{"at the same moment, something has come", store.Progress{Cursor: 5}, 0, 0},
		{"in the same second, something has come", store.Progress{Cursor: 5}, dueFor - time.Millisecond, 7},
		{"in the same second, of another decoder", store.Progress{Decoder: 1}, dueFor - time.Millisecond, 0},
		{"a second later", store.Progress{}, dueFor, 0},
		{"by a clock that was set back", store.Progress{}, -time.Millisecond, 0},
	} {
		d := &dueCounts{at: tt.at, readAt: testNow, tiles: map[string]tileView{"gap": {count: 7}}}
		err := db.Read(context.Background(), func(r *store.Reader) error {
			tiles, err := d.read(r, answer.Patience{Now: testNow.Add(tt.after)})
			if got := tiles["gap"].count; err == nil && got != tt.want {
				t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
