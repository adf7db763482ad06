package desk_test

import (
	"context"
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

func leader() auth.Actor {
	return auth.Actor{Kind: auth.Person, ID: 3, Name: "Lena Lead", Role: auth.Lead}
}

func (o *office) link(change desk.LinkChange) error {
	o.t.Helper()
	return o.ChangeLink(context.Background(), leader(), "req-9", change)
}

func TestALeadSetsAndWithdrawsALink(t *testing.T) {
	o := newOffice(t)
	o.mustImport(columns + "C-1,Erika,,5,7\n")
	if err := o.link(desk.LinkChange{Profile: 5, User: 8, Note: " passport seen "}); err != nil {
		t.Fatal(err)
	}
	if got, want := o.who(5), "C-1 Erika | user 8 counts=true withdrawn=false | user 7 counts=false withdrawn=false"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := o.last(); got.Act != "customer.link" || got.Result != "done" || got.SubjectKind != "profile" || got.SubjectID != "5" || got.Detail != "links user 8" || got.RequestID != "req-9" {
		t.Errorf("recorded as %+v", got)
	}
	if err := o.link(desk.LinkChange{Profile: 5, User: 7, Withdraw: true, Note: "another Erika", Seen: 1}); err != nil {
		t.Fatal(err)
	}
	if got, want := o.who(5), "C-1 Erika | user 8 counts=true withdrawn=false | user 7 counts=false withdrawn=true"; got != want {
		t.Errorf("withdrawn: got %q, want %q", got, want)
	}
	err := o.db.Read(context.Background(), func(r *store.Reader) error {
		said, err := r.CustomerLinks([]int64{5})
		if len(said) != 2 || said[0].Note != "passport seen" || said[0].By != (store.Actor{Kind: "person", ID: 3, Name: "Lena Lead"}) || !said[1].Withdrawn {
			t.Errorf("kept as %+v", said)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	o.wantNoTrace("passport", "Erika")
}

func TestALinkThatCannotBeIsRefused(t *testing.T) {
	o := newOffice(t)
	if err := o.link(desk.LinkChange{Profile: 5, User: 7, Note: "first"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		change desk.LinkChange
		kind   fault.Kind
	}{
		{"no note", desk.LinkChange{Profile: 5, User: 8, Note: " \n ", Seen: 1}, fault.Unprocessable},
		{"a note that is too long", desk.LinkChange{Profile: 5, User: 8, Note: strings.Repeat("x", 501), Seen: 1}, fault.Unprocessable},
		{"a note that is no text", desk.LinkChange{Profile: 5, User: 8, Note: "\xff", Seen: 1}, fault.Unprocessable},
		{"withdrawing what is not linked", desk.LinkChange{Profile: 5, User: 8, Withdraw: true, Note: "x", Seen: 1}, fault.Unprocessable},
		{"on a page from before the last change", desk.LinkChange{Profile: 5, User: 8, Note: "x"}, fault.Conflict},
		{"withdrawing on a page from before", desk.LinkChange{Profile: 5, User: 7, Withdraw: true, Note: "x"}, fault.Conflict},
	} {
		if err := o.link(c.change); fault.KindOf(err) != c.kind {
			t.Errorf("%s: got %v, want %v", c.name, err, c.kind)
		}
	}
	err := o.ChangeLink(context.Background(), auth.Actor{Kind: auth.Person, Role: auth.Agent}, "", desk.LinkChange{Profile: 5, User: 8, Note: "x", Seen: 1})
	if fault.KindOf(err) != fault.Forbidden {
		t.Errorf("as an agent: got %v", err)
	}
	if err := o.link(desk.LinkChange{Profile: 5, User: 7, Note: "the form was sent twice"}); err != nil {
		t.Errorf("what stands already: got %v", err)
	}
	if n := o.count("customer_links"); n != 1 {
		t.Errorf("%d rows, want the first alone", n)
	}
}
