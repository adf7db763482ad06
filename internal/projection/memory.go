package projection

import "transferdesk/store"

// memory keeps between batches what the next events are likely to need again. It
// is always of one copy of the read models at one progress, and holds what the
// batches prepared on it have written or are about to write: when one of them
// fails, or another process has moved the read models on, a new one is made.
type memory struct {
	at        store.Progress
	transfers recent[int64, *held]           // the next event of a transfer often comes soon; about 4 kB each
	handles   recent[store.Handle, struct{}] // every event of a transfer says the same ones again
	profiles  recent[int64, int64]           // to the lowest delivery that names it, as far as is known here
}

func newMemory() *memory { return &memory{} }

// stand makes the memory one of the read models at a progress.
func (m *memory) stand(at store.Progress) {
	if m.at != at {
		*m = memory{at: at}
	}
}

// generation is how many things make one.
const generation = 4096

// recent holds between one and two generations of the things used last.
type recent[K comparable, V any] struct {
	young, old map[K]V
}

func (r *recent[K, V]) get(key K) (V, bool) {
	if v, ok := r.young[key]; ok {
		return v, true
	}
	v, ok := r.old[key]
	if ok {
		r.put(key, v)
	}
	return v, ok
}

func (r *recent[K, V]) put(key K, v V) {
	if r.young == nil || len(r.young) >= generation {
		r.young, r.old = make(map[K]V), r.young
	}
	r.young[key] = v
}
