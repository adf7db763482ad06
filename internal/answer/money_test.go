package answer_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// noon is when the money of these tests moves.
var noon = clock("16 Nov 12:00")

// booked is a movement told of by one delivery.
func booked(delivery int64, after time.Duration, value string, of int64) transfer.Entry {
	reference := "BNK-" + fmt.Sprint(delivery)
	if of != 0 {
		reference = fmt.Sprint(of)
	}
	e := transfer.Event{Kind: transfer.BalanceUpdate, Profile: 500, Transfer: of, Hash: fmt.Sprintf("%064d", delivery),
		At:       evidence.Moment{Time: noon.Add(after), By: evidence.Occurred},
		Movement: &transfer.Movement{Credit: true, Amount: sum(value, "EUR"), Reference: reference}}
	return transfer.Entry{Event: e, Sources: []evidence.Source{{Delivery: delivery}}}
}

// swift is a SWIFT credit told of by one delivery.
func swift(delivery int64, after time.Duration, value string, of int64) activity.Facts {
	d := activity.SwiftDetail{At: noon}
	if value != "" {
		d.Settled = sum(value, "EUR")
	}
	return activity.Facts{Key: activity.Key{Kind: activity.SwiftCredit, ID: fmt.Sprint(of)}, Profile: 500, Transfer: of,
		FirstAt: noon.Add(after), LastAt: noon.Add(after), Detail: activity.Detail{Swift: &d}, Evidence: evidence.IDs{delivery}}
}

func TestWhatIsTheSameMoney(t *testing.T) {
	type list = []transfer.Entry
	credit := swift(9, 0, "5", 71)
	debit := booked(1, 0, "5", 71)
	debit.Movement.Credit = false
	other := booked(1, 0, "5", 71)
	other.Profile = 501
	raw := swift(9, 0, "7", 71)
	raw.Detail.Swift.Message, raw.Detail.Swift.At = "{1:F01", time.Time{}
	for _, tt := range []struct {
		name    string
		moves   list
		credits []activity.Facts
		want    []evidence.IDs // newest first
	}{
		{"a movement that names the transfer", list{booked(1, 0, "5", 71)}, []activity.Facts{credit}, []evidence.IDs{{1, 9}}},
		{"whenever it was booked", list{booked(1, 50*time.Hour, "5.00", 71)}, []activity.Facts{credit}, []evidence.IDs{{1, 9}}},
		{"a movement of another transfer", list{booked(1, 0, "5", 72)}, []activity.Facts{credit}, []evidence.IDs{{9}, {1}}},
		{"of another amount", list{booked(1, 0, "5.01", 71)}, []activity.Facts{credit}, []evidence.IDs{{9}, {1}}},
		{"a debit", list{debit}, []activity.Facts{credit}, []evidence.IDs{{9}, {1}}},
		{"of another customer", list{other}, []activity.Facts{credit}, []evidence.IDs{{9}, {1}}},
		{"a reference that names no transfer, ten minutes apart", list{booked(1, 10*time.Minute, "5", 0)}, []activity.Facts{credit}, []evidence.IDs{{1, 9}}},
		{"a second more", list{booked(1, 10*time.Minute+time.Second, "5", 0)}, []activity.Facts{credit}, []evidence.IDs{{1}, {9}}},
		{"the nearest of two", list{booked(1, 3*time.Minute, "5", 0), booked(2, -time.Minute, "5", 0)}, []activity.Facts{credit}, []evidence.IDs{{1}, {2, 9}}},
		{"the one that names it before a nearer one", list{booked(1, 3*time.Minute, "5", 71), booked(2, 0, "5", 0)}, []activity.Facts{credit}, []evidence.IDs{{1, 9}, {2}}},
		{"two payments of one amount", list{booked(1, 0, "5", 0), booked(2, time.Minute, "5", 0)},
			[]activity.Facts{credit, swift(8, time.Minute, "5", 72)}, []evidence.IDs{{2, 8}, {1, 9}}},
		{"an amount from the raw message, which Wise may have converted", list{booked(1, 0, "5", 71)}, []activity.Facts{raw}, []evidence.IDs{{1, 9}}},
		{"an amount that nobody tells", list{booked(1, 0, "5", 0)}, []activity.Facts{swift(9, 0, "", 71)}, []evidence.IDs{{9}, {1}}},
		{"no movement at all", nil, []activity.Facts{credit}, []evidence.IDs{{9}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := answer.MoneyTold{Movements: tt.moves, Credits: tt.credits}.Put()
			if sources := sourcesOf(got); !slices.EqualFunc(sources, tt.want, slices.Equal) {
				t.Errorf("told by %v, want %v", sources, tt.want)
			}
		})
	}
}

func sourcesOf(all []answer.MoneyMoved) []evidence.IDs {
	var out []evidence.IDs
	for _, m := range all {
		out = append(out, m.Sources)
	}
	return out
}

func TestTheStateOfTheTransferTellsOfTheMoneyToo(t *testing.T) {
	facts := tale{incoming("16 Nov 12:00", "5", "EUR"), to("16 Nov 12:00", process, sent)}.facts()
	got := answer.MoneyTold{Credits: []activity.Facts{swift(1, 0, "5", 71)}, Transfers: map[int64]transfer.Facts{71: facts}}.Put()
	if len(got) != 1 || !slices.Equal(got[0].Sources, evidence.IDs{1, 2}) || got[0].Transfer != 71 || !got[0].Movement.Credit || got[0].Movement.Amount.String() != "5.00 EUR" {
		t.Errorf("got %+v", got)
	}
}

// TestEveryPaymentIsOneMovement: whatever comes first, each payment is one movement
// with everything that tells of it, and two of one amount stay two.
func TestEveryPaymentIsOneMovement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var told answer.MoneyTold
		want := map[int64]evidence.IDs{} // by its lowest delivery
		for i := range int64(rapid.IntRange(1, 6).Draw(t, "payments")) {
			value := rapid.SampledFrom([]string{"5", "5.00", "7"}).Draw(t, "value")
			after := time.Duration(i) * time.Hour
			lag := time.Duration(rapid.IntRange(-600, 600).Draw(t, "lag")) * time.Second
			of := rapid.SampledFrom([]int64{0, 71 + i}).Draw(t, "named")
			how := rapid.IntRange(0, 2).Draw(t, "told by")
			if how != 1 {
				told.Movements = append(told.Movements, booked(10*i+1, after, value, of))
				want[10*i+1] = append(want[10*i+1], 10*i+1)
			}
			if how != 0 {
				told.Credits = append(told.Credits, swift(10*i+2, after+lag, value, 71+i))
				lowest := 10*i + 1 + int64(how%2)
				want[lowest] = append(want[lowest], 10*i+2)
			}
		}
		told.Movements = rapid.Permutation(told.Movements).Draw(t, "movements")
		told.Credits = rapid.Permutation(told.Credits).Draw(t, "credits")
		got := told.Put()
		if len(got) != len(want) {
			t.Fatalf("%d movements of %d payments: %v", len(got), len(want), sourcesOf(got))
		}
		for _, m := range got {
			if !slices.Equal(m.Sources, want[m.ID]) {
				t.Fatalf("%d is told by %v, want %v", m.ID, m.Sources, want[m.ID])
			}
		}
	})
}
