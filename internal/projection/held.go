package projection

import (
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// held is a transfer with every event that it rests on, in the order of their deliveries.
type held struct {
	row    store.TransferRow
	events []transfer.Event
	before store.TransferRow // the row as it is stored
	traces *traces           // of the row, once they were worked out
	found  bool              // there is a stored row
	dirty  bool              // the batch changes it
}

// heldUser is a user likewise.
type heldUser struct {
	row    store.UserRow
	events []customer.UserEvent
	found  bool
	dirty  bool
}

// transfer gives a transfer as it stands at this point of the batch.
func (b *batch) transfer(id int64) (*held, error) {
	if h, ok := b.transfers[id]; ok {
		return h, nil
	}
	h, known := b.memory.transfers.get(id)
	if !known && b.ahead != nil {
		h, known = b.ahead.transfers[id]
	}
	if known {
		h = h.own()
	} else {
		var err error
		if h, err = b.loadTransfer(id); err != nil {
			return nil, err
		}
	}
	b.memory.transfers.put(id, h)
	b.transfers[id] = h
	return h, nil
}

// own is the transfer as the batch that held it left it, for another batch to change.
func (h *held) own() *held {
	own := *h
	if own.dirty {
		own.before, own.found, own.dirty = own.row, true, false
	}
	return &own
}

func (b *batch) loadTransfer(id int64) (*held, error) {
	row, found, err := b.reader.TransferRow(b.model, id)
	if err != nil {
		return nil, err
	}
	h := &held{row: row, before: row, found: found}
	h.row.Facts.Transfer = id
	for _, delivery := range row.Deliveries {
		said, err := b.said(delivery)
		if err != nil {
			return nil, err
		}
		if said.Transfer != nil {
			h.events = append(h.events, *said.Transfer)
		}
	}
	return h, nil
}

// user gives a user as it stands at this point of the batch.
func (b *batch) user(id int64) (*heldUser, error) {
	if h, ok := b.users[id]; ok {
		return h, nil
	}
	if b.ahead != nil && b.ahead.users[id] != nil {
		own := *b.ahead.users[id]
		own.found, own.dirty = own.found || own.dirty, false
		b.users[id] = &own
		return &own, nil
	}
	row, found, err := b.reader.UserRow(b.model, id)
	if err != nil {
		return nil, err
	}
	h := &heldUser{row: row, found: found}
	h.row.Facts.User = id
	for _, delivery := range row.Deliveries {
		said, err := b.said(delivery)
		if err != nil {
			return nil, err
		}
		if said.User != nil {
			h.events = append(h.events, *said.User)
		}
	}
	b.users[id] = h
	return h, nil
}

// said decodes a delivery of the journal again.
func (b *batch) said(delivery int64) (wise.Decoded, error) {
	body, src, err := b.reader.Body(delivery)
	if err != nil {
		return wise.Decoded{}, err
	}
	said, _ := b.projector.decode(body, src)
	return said, nil
}

// with adds an id to an ascending list and says where it stands.
func with(ids evidence.IDs, id int64) (evidence.IDs, int) {
	i, _ := slices.BinarySearch(ids, id)
	return slices.Insert(slices.Clip(ids), i, id), i
}

// moves are the balance movements of one profile in one second: copies of one
// event are always among them.
type moves struct {
	profile int64
	second  time.Time
	events  []transfer.Event
	before  []store.MovementRow
	after   []store.MovementRow
}

// movesKey names them.
type movesKey struct {
	profile int64
	second  time.Time
}

func keyOf(e transfer.Event) movesKey {
	if e.At.By == evidence.Nothing {
		return movesKey{profile: e.Profile}
	}
	return movesKey{e.Profile, e.At.Second()}
}

func (b *batch) movements(e transfer.Event) (*moves, error) {
	key := keyOf(e)
	if m, ok := b.moves[key]; ok {
		return m, nil
	}
	m := &moves{profile: key.profile, second: key.second}
	if b.ahead != nil && b.ahead.moves[key] != nil {
		m.events, m.before = slices.Clip(b.ahead.moves[key].events), b.ahead.moves[key].after
		b.moves[key] = m
		return m, nil
	}
	var err error
	if m.before, err = b.reader.MovementRows(b.model, key.profile, key.second); err != nil {
		return nil, fmt.Errorf("reading movements: %w", err)
	}
	for _, row := range m.before {
		for _, delivery := range row.Deliveries {
			said, err := b.said(delivery)
			if err != nil {
				return nil, err
			}
			if said.Transfer != nil {
				m.events = append(m.events, *said.Transfer)
			}
		}
	}
	b.moves[key] = m
	return m, nil
}
