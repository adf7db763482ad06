package store_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// journalOf reads what is kept of a body's arrivals.
func journalOf(t *testing.T, db *store.DB, delivery int64) (rows []store.Receipt, more int64) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		rows, more, err = r.Receipts(delivery)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows, more
}

func TestTheSameBodyAtOnceIsOneDelivery(t *testing.T) {
	db := testkit.DB(t)
	var all sync.WaitGroup
	var mu sync.Mutex
	news := 0
	for range 64 {
		all.Go(func() {
			got, err := db.Accept(context.Background(), arrival("same"))
			if err != nil || got.Delivery != 1 {
				t.Errorf("got %+v, %v", got, err)
			}
			mu.Lock()
			defer mu.Unlock()
			if got.New {
				news++
			}
		})
	}
	all.Wait()
	rows, more := journalOf(t, db, 1)
	if news != 1 || len(rows) != 50 || more != 14 {
		t.Errorf("%d new, %d receipts and %d more; want 1, 50 and 14", news, len(rows), more)
	}
	if n := number(t, db.Path(), "SELECT count(*) FROM deliveries"); n != 1 {
		t.Errorf("%d deliveries, want 1", n)
	}
}

func TestReplaysAsTestsLeaveRoomForTheGenuineOne(t *testing.T) {
	db := testkit.DB(t)
	replay := arrival("captured")
	replay.Test = true
	for range 60 {
		if _, err := db.Accept(t.Context(), replay); err != nil {
			t.Fatal(err)
		}
	}
	got := accept(t, db, "captured")
	if got.Receipt == 0 {
		t.Error("the genuine arrival was only counted")
	}
	for range 5 {
		accept(t, db, "captured")
	}
	rows, more := journalOf(t, db, got.Delivery)
	if len(rows) != 50 || rows[49].Test || !rows[48].Test || more != 16 {
		t.Errorf("%d receipts and %d more, want 50 and 16, the last one genuine", len(rows), more)
	}
}

func TestADeliveryIDIsKeptAsItCame(t *testing.T) {
	cases := []struct{ name, sent, want string }{
		{"a UUID", "e7d6a4b0-1f8f-4c9f-9f55-0a8f0a8f0a8f", ""},
		{"an upper-case UUID", "E7D6A4B0-1F8F-4C9F-9F55-0A8F0A8F0A8F", ""},
		{"a UUID without hyphens", "e7d6a4b01f8f4c9f9f550a8f0a8f0a8f", ""},
		{"sixteen letters, as long as a stored UUID", "abcdefghijklmnop", ""},
		{"none", "", ""},
		{"markup", `<script>alert("1")</script>`, ""},
		{"an apostrophe and a semicolon", "'; DROP TABLE deliveries; --", ""},
		{"digits, which must stay text", "00123", ""},
		{"bytes that are no UTF-8", "\xff\xfe", ""},
		{"ten kilobytes", strings.Repeat("x", 10_000), strings.Repeat("x", 200)},
		{"a character across the cut", strings.Repeat("x", 199) + "é", strings.Repeat("x", 199)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.DB(t)
			a := arrival("body")
			a.DeliveryID = c.sent
			if _, err := db.Accept(t.Context(), a); err != nil {
				t.Fatal(err)
			}
			want := c.want
			if want == "" {
				want = c.sent
			}
			if rows, _ := journalOf(t, db, 1); rows[0].DeliveryID != want {
				t.Errorf("got %q, want %q", rows[0].DeliveryID, want)
			}
		})
	}
}

func TestReceiptsComeInOrderWithTheirBodies(t *testing.T) {
	db := testkit.DB(t)
	for _, body := range []string{"one", "two", "one", "three"} {
		accept(t, db, body)
	}
	var got []string
	for _, row := range receipts(t, db) {
		word := string(row.Body)
		if row.First {
			word += " first"
		}
		got = append(got, word)
		if want := arrival(string(row.Body)); !row.ReceivedAt.Equal(want.ReceivedAt) {
			t.Errorf("%q came back with another time", row.Body)
		}
	}
	if want := "one first, two first, one, three first"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
	err := db.Read(t.Context(), func(r *store.Reader) error {
		rows, err := r.ReceiptsAfter(2, 1)
		if err == nil && (len(rows) != 1 || rows[0].ID != 3) {
			t.Errorf("after 2, one at most: got %d rows", len(rows))
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestABodyIsKeptByteForByte(t *testing.T) {
	db := testkit.DB(t)
	for _, body := range []string{"", "\x00", "\xff\xfe{}", " {\r\n} ", strings.Repeat("é", 1<<19)} {
		got := accept(t, db, body)
		err := db.Read(t.Context(), func(r *store.Reader) error {
			d, err := r.Delivery(got.Delivery)
			if err == nil && string(d.Body) != body {
				t.Errorf("%d bytes came back as %d others", len(body), len(d.Body))
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
