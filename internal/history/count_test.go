package history

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// counted keeps samples as a table of counts does.
type counted map[[2]int64]int64

func (c counted) add(took time.Duration) {
	for level, at := range Buckets(took) {
		c[[2]int64{int64(level), at}]++
	}
}

func (c counted) read(level int, from, to int64) (found []Bucket, err error) {
	for key, n := range c {
		if key[0] == int64(level) && key[1] >= from && key[1] < to {
			found = append(found, Bucket{At: key[1], N: n})
		}
	}
	slices.SortFunc(found, func(a, b Bucket) int { return int(a.At - b.At) })
	return found, nil
}

func TestAPercentileIsTheSampleOfItsNearestRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		near, far := rapid.Int64Range(0, 200), rapid.Int64Range(0, 400*24*3600)
		seconds := rapid.SliceOfN(rapid.OneOf(near, far), 1, 200).Draw(t, "seconds")
		percent := rapid.Int64Range(1, 100).Draw(t, "percent")
		counts := counted{}
		for _, s := range seconds {
			counts.add(time.Duration(s)*time.Second + 700*time.Millisecond)
		}
		got, err := Find(Rank(int64(len(seconds)), percent), counts.read)
		slices.Sort(seconds)
		rank := int(math.Ceil(float64(percent) * float64(len(seconds)) / 100))
		if want := time.Duration(seconds[rank-1]) * time.Second; err != nil || got != want {
			t.Fatalf("p%d of %v: %v, %v; want %v", percent, seconds, got, err, want)
		}
	})
}

func TestFewerSamplesThanWereCountedAreAnError(t *testing.T) {
	counts := counted{}
	counts.add(time.Hour)
	if got, err := Find(2, counts.read); err == nil {
		t.Errorf("the second of one sample is %v", got)
	}
}

func TestOfTakesTheCodeOnlyWhereThereAreEnough(t *testing.T) {
	all, own := Figures{N: 40, P90: time.Hour}, Figures{N: Enough, P90: time.Minute}
	table := Table{{Leg: "a"}: all, {Leg: "a", Code: "MANY"}: own, {Leg: "a", Code: "FEW"}: {N: Enough - 1}}
	for _, c := range []struct {
		code string
		want Figures
		own  bool
	}{{"MANY", own, true}, {"FEW", all, false}, {"NONE", all, false}, {"", all, true}} {
		if got, is := table.Of("a", c.code); got != c.want || is != c.own {
			t.Errorf("of %q: %+v, own %t; want %+v, %t", c.code, got, is, c.want, c.own)
		}
	}
}
