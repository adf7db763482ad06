package web

import (
	"slices"
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/work"
	"transferdesk/store"
	"transferdesk/web/front"
)

// workView is what our own people do about a transfer.
type workView struct {
	held   store.Work
	acts   []store.WorkAct // newest first
	people colleagues
}

// readWork reads what our own people did about the transfer.
func (v *transferView) readWork(r *store.Reader) (err error) {
	v.work, err = readWorkOn(r, v.facts.Transfer)
	return err
}

// readWorkOn reads what our own people did about a transfer, and who they are.
func readWorkOn(r *store.Reader, transfer int64) (v workView, err error) {
	if v.held, err = r.Work(transfer); err != nil {
		return v, err
	}
	if v.acts, err = r.WorkActs(transfer); err != nil {
		return v, err
	}
	v.people, err = r.PersonNames()
	return v, err
}

// resolution is with what the transfer was resolved; false while it is open.
func (w workView) resolution() (answer.Resolution, bool) {
	if w.held.Open() {
		return answer.Resolution{}, false
	}
	return answer.Resolution{At: w.held.ResolvedAt, By: shownPerson(w.held.ResolvedBy),
		As: front.LowerFirst(w.held.Outcome.Label()), Code: answer.Code(w.held.ResolvedCode)}, true
}

// colleagues are our own people by name, as others see them.
type colleagues []store.PersonName

// name is somebody in words: "Anna", "Anna (left)", and "Anna (no. 7)" where two have
// the name; empty for nobody.
func (c colleagues) name(id int64) string {
	if id == 0 {
		return ""
	}
	at := slices.IndexFunc(c, func(p store.PersonName) bool { return p.ID == id })
	if at < 0 {
		return "No. " + strconv.FormatInt(id, 10)
	}
	name := shownPerson(c[at].Name)
	if slices.ContainsFunc(c, func(p store.PersonName) bool { return p.ID != id && p.Name == c[at].Name }) {
		name += " (no. " + strconv.FormatInt(id, 10) + ")"
	}
	if c[at].Left {
		name += " (left)"
	}
	return name
}

// deed is an act with its people named.
func (c colleagues) deed(a store.WorkAct) work.Deed {
	d := work.Deed{Kind: a.Kind, By: shownPerson(a.By.Name), From: a.From, To: a.To}
	if a.Kind == work.Assigned || a.Kind == work.Unassigned {
		d.From, d.To = c.name(personID(a.From)), c.name(personID(a.To))
		d.Self = a.By.Kind == string(auth.Person) && (a.To == strconv.FormatInt(a.By.ID, 10) || a.To == "" && a.From == strconv.FormatInt(a.By.ID, 10))
	}
	return d
}

// personID reads a person as an act keeps one; 0 for nobody.
func personID(value string) int64 {
	id, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// nameRunes is how much of a person's name stands on a page.
const nameRunes = 60

// shownPerson is a person's name as a page has it: cut, and with what cannot be seen
// written out.
func shownPerson(name string) string {
	if r := []rune(name); len(r) > nameRunes {
		name = string(r[:nameRunes]) + "…"
	}
	return customer.ShownName(name)
}
