package projection

import "cmp"

// turn is a delivery at the receipt at which it is judged.
type turn struct {
	arrival
	at      int64 // the receipt; 0: every arrival so far bears the test header
	headers bool  // every arrival so far bears the test header
}

// recall reads a delivery as it is judged today. One without integer ids is
// judged by its first arrival without the test header, any other by its first.
func (b *batch) recall(delivery int64) (turn, error) {
	body, src, err := b.reader.Body(delivery)
	if err != nil {
		return turn{}, err
	}
	first, genuine, err := b.reader.Judged(delivery, b.from.Cursor)
	if err != nil {
		return turn{}, err
	}
	t := turn{at: first, headers: genuine == 0}
	t.Delivery, t.First, t.ReceivedAt, t.Body = delivery, true, src.ReceivedAt, body
	t.said, t.poison = b.projector.decode(body, src)
	if !t.said.HasIDs && t.said.EventType != "" {
		t.at = genuine
	}
	return t, nil
}

// byTurn orders turns as a rebuild comes to them.
func byTurn(a, b turn) int {
	return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.Delivery, b.Delivery))
}
