package api

// readOne reads an answer that is one thing.
func readOne[T any](c *Client, a answer, read func(fields) T) (T, error) {
	f := readObject(a.body)
	thing := read(f)
	if *f.fail != nil {
		var none T
		return none, c.unreadable(a, *f.fail)
	}
	c.tally.ended(nil)
	return thing, nil
}

// readAll reads an answer that is a list of things.
func readAll[T any](c *Client, a answer, read func(fields) T) ([]T, error) {
	list, fail := readList(a.body)
	things := make([]T, 0, len(list))
	for _, f := range list {
		things = append(things, read(f))
	}
	if *fail != nil {
		return nil, c.unreadable(a, *fail)
	}
	c.tally.ended(nil)
	return things, nil
}

// unreadable is an answer that is not what Wise documents. Wise may have done what
// was asked.
func (c *Client) unreadable(a answer, why error) *Error {
	e := &Error{Kind: Unreadable, Status: a.status, TraceID: a.trace, Correlation: a.correlation, Sent: true, call: a.call, cause: why}
	c.tally.ended(e)
	c.cfg.Log.Info("Wise's API", "trouble", e.Error())
	return e
}
