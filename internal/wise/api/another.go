package api

import (
	"errors"
	"net/http"
)

var errAnother = errors.New("the answer is about another thing than the one that was asked for")

// Same says whether an answer is about the thing that was asked for: nil when it is,
// else an *Error of kind Unreadable. What Wise says of another thing must never be
// taken for it, and whether Wise did what was asked is not known then.
func Same(asked, told int64) error {
	if asked == told {
		return nil
	}
	return &Error{Kind: Unreadable, Status: http.StatusOK, Sent: true, cause: errAnother}
}

// Same is the function Same for an answer that is shown, or that confirms what was
// just asked: a stand-in that answers with examples of its own (Config.Examples) may
// name anything in it. What enters the journal never goes this way.
func (c *Client) Same(asked, told int64) error {
	if c.cfg.Examples {
		return nil
	}
	return Same(asked, told)
}
