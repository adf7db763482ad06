package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/transfer"
)

// BouncedFilter narrows the list of payout problems; an empty field takes all.
type BouncedFilter struct {
	Reasons    []string         // codes as Wise spells them; "" is "no reason known"
	Stages     []transfer.Stage // StageNone is none of them
	Currencies []string         // "" is "no amount known"
	Assignees  []int64          // of people who have it, resolved or not; 0 is nobody
	Since      time.Time        // in its stage since then or later
	Cursor     string
	Limit      int
}

// StageCount is how many transfers stand in a stage, and since when the oldest does.
type StageCount struct {
	N      int64
	Oldest time.Time // zero: none there, or its time is not known
}

// Bounced gives the transfers with a payout problem that the filter takes, the
// latest first.
func (r *Reader) Bounced(f BouncedFilter) (Page[transfer.Facts], error) {
	from, err := parsePlace(f.Cursor, beforeFalling)
	if err != nil {
		return Page[transfer.Facts]{}, err
	}
	limit := limited(f.Limit)
	var all []place
	for _, walk := range f.walks() {
		some, err := r.places(walk.query+` AND (stage_at, transfer_id) < (?7, ?8)
			ORDER BY stage_at DESC, transfer_id DESC LIMIT ?9`, append(walk.args, from.key, from.id, limit+1)...)
		if err != nil {
			return Page[transfer.Facts]{}, fmt.Errorf("reading bounced transfers: %w", err)
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, falling)
	return r.factsPage(all[:min(limit+1, len(all))], limit)
}

// BouncedCounts counts what the filter takes, by stage.
func (r *Reader) BouncedCounts(f BouncedFilter) (map[transfer.Stage]StageCount, error) {
	counts := map[transfer.Stage]StageCount{}
	for _, stage := range f.stages() {
		n, err := r.bouncedCount(f, stage)
		if err != nil {
			return nil, fmt.Errorf("counting bounced transfers: %w", err)
		}
		oldest, err := r.bouncedOldest(f, stage)
		if err != nil {
			return nil, fmt.Errorf("finding the oldest bounced transfer: %w", err)
		}
		counts[stage] = StageCount{N: n, Oldest: oldest}
	}
	return counts, nil
}

// bouncedCount takes the tally where it can: filters by time and by person have to count.
func (r *Reader) bouncedCount(f BouncedFilter, stage transfer.Stage) (n int64, err error) {
	if f.Since.IsZero() && len(f.Assignees) == 0 {
		err = r.scan(`SELECT coalesce(sum(n), 0) FROM rm_tallies WHERE list = ?1
			AND (?2 IS NULL OR reason IN (SELECT value FROM json_each(?2)))
			AND (?3 IS NULL OR currency IN (SELECT value FROM json_each(?3)))`,
			[]any{string(stage), set(f.Reasons), set(f.Currencies)}, &n)
		return n, err
	}
	for _, walk := range f.in(stage).walks() {
		var some int64
		if err := r.scan(`SELECT count(*) FROM (`+walk.query+`)`, walk.args, &some); err != nil {
			return 0, err
		}
		n += some
	}
	return n, nil
}

func (r *Reader) bouncedOldest(f BouncedFilter, stage transfer.Stage) (time.Time, error) {
	var oldest []place
	for _, walk := range f.in(stage).walks() {
		some, err := r.places(walk.query+` ORDER BY stage_at, transfer_id LIMIT 1`, walk.args...)
		if err != nil {
			return time.Time{}, err
		}
		oldest = append(oldest, some...)
	}
	if len(oldest) == 0 {
		return time.Time{}, nil
	}
	return stamped(slices.MinFunc(oldest, rising).key), nil
}

// BouncedReasons gives the reasons that the list can be narrowed to, in
// alphabetical order.
func (r *Reader) BouncedReasons() ([]string, error) {
	return r.texts(`SELECT DISTINCT reason FROM rm_tallies WHERE list <> 'cases' AND reason <> '' ORDER BY reason`)
}

// BouncedCurrencies gives the currencies likewise.
func (r *Reader) BouncedCurrencies() ([]string, error) {
	return r.texts(`SELECT DISTINCT currency FROM rm_tallies WHERE list <> 'cases' AND currency <> '' ORDER BY currency`)
}

// walk is one range of an index: the rows of one reason, or of one stage.
type walk struct {
	query string
	args  []any
}

const bouncedRange = ` AND (?2 IS NULL OR stage IN (SELECT value FROM json_each(?2)))
	AND (?3 IS NULL OR reason IN (SELECT value FROM json_each(?3)))
	AND (?4 IS NULL OR currency IN (SELECT value FROM json_each(?4)))
	AND stage_at >= ?5
	AND (?6 IS NULL OR coalesce((SELECT w.assignee_id FROM works w WHERE w.transfer_id = rm_transfers.transfer_id), 0) IN (SELECT value FROM json_each(?6)))`

// walks gives ranges that together are what the filter takes, none twice; each
// is in the order of the list, so that a page reads no more than it shows of each.
func (f BouncedFilter) walks() []walk {
	column, values := "stage", texts(f.stages())
	if len(f.Reasons) > 0 {
		column, values = "reason", slices.Compact(slices.Sorted(slices.Values(f.Reasons)))
	}
	query := `SELECT stage_at, transfer_id FROM rm_transfers WHERE stage <> '' AND ` + column + ` = ?1` + bouncedRange
	walks := make([]walk, 0, len(values))
	for _, v := range values {
		walks = append(walks, walk{query, []any{v, set(texts(f.Stages)), set(f.Reasons), set(f.Currencies), stamp(f.Since), set(f.Assignees)}})
	}
	return walks
}

// stages gives the stages that the filter takes, each once.
func (f BouncedFilter) stages() []transfer.Stage {
	all := []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled, transfer.StageRefunded}
	if len(f.Stages) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(s transfer.Stage) bool { return !slices.Contains(f.Stages, s) })
}

// in narrows the filter to one stage.
func (f BouncedFilter) in(stage transfer.Stage) BouncedFilter {
	f.Stages = []transfer.Stage{stage}
	return f
}

// set gives values as a query takes them: a JSON list, or NULL for "all".
func set[T string | int64](values []T) any {
	if len(values) == 0 {
		return nil
	}
	list, err := json.Marshal(values)
	if err != nil { // a list of strings or numbers always can be
		return nil
	}
	return string(list)
}

func texts[T ~string](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return all
}
