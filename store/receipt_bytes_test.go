package store_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestReceiptsAreReadInPiecesOfBoundedSize(t *testing.T) {
	db := testkit.DB(t)
	for i := range 20 {
		body := bytes.Repeat([]byte{byte('a' + i)}, 1<<20)
		a := store.Arrival{Body: body, SHA256: sha256.Sum256(body), ReceivedAt: noon}
		if _, err := db.Accept(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	cursor, pieces := int64(0), 0
	read(t, db, func(r *store.Reader) error {
		for {
			rows, err := r.ReceiptsAfter(cursor, 4096)
			if err != nil || len(rows) == 0 {
				return err
			}
			if len(rows) > 9 {
				t.Errorf("%d bodies of a mebibyte in one piece", len(rows))
			}
			if rows[0].ID != cursor+1 {
				t.Errorf("a piece begins with %d, want %d", rows[0].ID, cursor+1)
			}
			cursor, pieces = rows[len(rows)-1].ID, pieces+1
		}
	})
	if cursor != 20 || pieces < 3 {
		t.Errorf("read up to %d in %d pieces, want 20 in three", cursor, pieces)
	}
}
