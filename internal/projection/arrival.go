package projection

import (
	"context"
	"fmt"

	"transferdesk/internal/evidence"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

// arrival is one receipt with what its body says. Only the first receipt of a
// body is decoded ahead: a later one seldom matters.
type arrival struct {
	store.ReceiptRow
	said    wise.Decoded
	poison  bool    // the decoder failed on it three times
	refused refusal // the store refused it as often
}

// read gives the arrivals after the cursor, decoded outside of any transaction.
func (p *Projector) read(ctx context.Context, cursor int64, limit int) ([]arrival, error) {
	var rows []store.ReceiptRow
	err := p.db.Read(ctx, func(r *store.Reader) (err error) {
		rows, err = r.ReceiptsAfter(cursor, limit)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading what arrived: %w", err)
	}
	arrivals := make([]arrival, len(rows))
	for i, row := range rows {
		arrivals[i].ReceiptRow = row
		if row.First {
			arrivals[i].said, arrivals[i].poison = p.decode(row.Body, row.Told())
		}
	}
	return arrivals, nil
}

// decode reads a body; a decoder that panics three times makes it poison.
func (p *Projector) decode(body []byte, src evidence.Source) (said wise.Decoded, poison bool) {
	err := try(func() { said = p.rules.decode(body, src) })
	if err != nil {
		p.log.Error("the decoder failed on a delivery; it is quarantined", "delivery", src.Delivery, "error", err)
		return wise.Decoded{}, true
	}
	return said, false
}

// stream reads ahead of the fold, so that decoding and folding go side by side.
// The channel ends after the last arrival or an error; stop ends it early.
type stream struct {
	chunks chan []arrival
	err    error // to be read when chunks has ended
	stop   context.CancelFunc
}

func (p *Projector) stream(ctx context.Context, cursor int64) *stream {
	ctx, stop := context.WithCancel(ctx)
	s := &stream{chunks: make(chan []arrival, 1), stop: stop}
	go func() {
		defer close(s.chunks)
		s.err = p.feed(ctx, s.chunks, cursor)
	}()
	return s
}

func (p *Projector) feed(ctx context.Context, chunks chan<- []arrival, cursor int64) error {
	for {
		chunk, err := p.read(ctx, cursor, int(p.size.Load()))
		if err != nil || len(chunk) == 0 {
			return err
		}
		select {
		case chunks <- chunk:
		case <-ctx.Done():
			return ctx.Err()
		}
		cursor = chunk[len(chunk)-1].ID
	}
}

// end stops the stream and waits for it.
func (s *stream) end() {
	s.stop()
	for range s.chunks {
	}
}
