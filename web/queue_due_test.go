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
		key   dueKey
		after time.Duration
		want  int64
	}{
		{"at the same moment, nothing has come", dueKey{at: store.Progress{}}, 0, 7},
		{"at the same moment, something has come", dueKey{at: store.Progress{Cursor: 5}}, 0, 0},
		{"in the same second, something has come", dueKey{at: store.Progress{Cursor: 5}}, dueFor - time.Millisecond, 7},
		{"in the same second, of another decoder", dueKey{at: store.Progress{Decoder: 1}}, dueFor - time.Millisecond, 0},
		{"a second later", dueKey{at: store.Progress{}}, dueFor, 0},
		{"in the same second, after an act of work", dueKey{act: 1}, dueFor - time.Millisecond, 0},
		{"in the same second, when the read models are current again", dueKey{behind: true}, dueFor - time.Millisecond, 0},
		{"by a clock that was set back", dueKey{at: store.Progress{}}, -time.Millisecond, 0},
	} {
		d := &dueCounts{key: tt.key, readAt: testNow, shares: map[string]store.Share{"gap": {Rows: 7}}}
		err := db.Read(context.Background(), func(r *store.Reader) error {
			shares, err := d.read(r, answer.Patience{Now: testNow.Add(tt.after)}, false)
			if got := shares["gap"].Rows; err == nil && got != tt.want {
				t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
