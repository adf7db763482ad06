package history

import (
	"errors"
	"math"
	"time"
)

// Levels is how many levels the counts of one key have. On the lowest a bucket is one
// whole second; on each one above it holds Width buckets of the one below.
const (
	Levels = 3
	Width  = 256
)

// Bucket is how many samples fell into one bucket of a level.
type Bucket struct{ At, N int64 }

// Buckets gives the bucket of a sample on each level, the lowest first. What took less
// than no time counts as none.
func Buckets(took time.Duration) (at [Levels]int64) {
	seconds := max(0, int64(took/time.Second))
	for level := range at {
		at[level], seconds = seconds, seconds/Width
	}
	return at
}

// Rank is the nearest rank of a percentile among n samples: the smallest number of
// them that is at least so many of a hundred; 1 is the shortest.
func Rank(n, percent int64) int64 { return max(1, (n*percent+99)/100) }

// Read gives the buckets of a level that lie in from <= At < to, in ascending order.
type Read func(level int, from, to int64) ([]Bucket, error)

// errShort says that there are fewer samples than were counted.
var errShort = errors.New("the counts of a history do not add up")

// Find gives the sample of a rank, by walking down from the highest level.
func Find(rank int64, read Read) (time.Duration, error) {
	from, to := int64(0), int64(math.MaxInt64)
	for level := Levels - 1; level >= 0; level-- {
		buckets, err := read(level, from, to)
		if err != nil {
			return 0, err
		}
		at, rest := pick(buckets, rank)
		if rest == 0 {
			return 0, errShort
		}
		rank, from, to = rest, at*Width, (at+1)*Width
		if level == 0 {
			return time.Duration(at) * time.Second, nil
		}
	}
	return 0, errShort
}

// pick finds the bucket that holds the rank, and its rank inside; 0 when none does.
func pick(buckets []Bucket, rank int64) (at, rest int64) {
	for _, b := range buckets {
		if rank <= b.N {
			return b.At, rank
		}
		rank -= b.N
	}
	return 0, 0
}
