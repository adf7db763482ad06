package web

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/desk"
	"transferdesk/internal/transfer"
	"transferdesk/internal/work"
	"transferdesk/store"
)

// resolution is with what a form resolves the transfer. What it was judged by is read
// again in the transaction: something may have come since the form was read.
func (s *Server) resolution(ask workAsk) desk.Resolution {
	return desk.Resolution{Outcome: work.Outcome(ask.form.Get("outcome")), Remark: ask.form.Get("remark"),
		Answer: func(r *store.Reader) (string, error) {
			now, err := s.codeNow(r, ask)
			if err == nil && ask.hasSeenOther(now) {
				err = desk.ErrWorkChanged
			}
			return string(now), err
		}}
}

// codeNow is the answer that speaks at this moment, without the flags beside it. The
// history is the one that the form was read with: it changes by the minute, and no form
// is refused for that.
func (s *Server) codeNow(r *store.Reader, ask workAsk) (answer.Code, error) {
	facts, err := r.Transfer(ask.on.Transfer)
	if err != nil {
		return "", err
	}
	around, err := readBeside(r, []transfer.Facts{facts})
	if err != nil {
		return "", err
	}
	around.history = ask.view.beside.history
	return s.compose(facts, around, ask.face).Code, nil
}

// hasSeenOther says whether the page had shown another answer than the one that speaks
// now; not where it does not say what it had shown.
func (a workAsk) hasSeenOther(now answer.Code) bool {
	seen := a.form.Get("code")
	return seen != "" && answer.Resolution{Code: answer.Code(seen)}.Since(now)
}
