package desk_test

import (
	"context"
	"strings"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
)

func newcomer() desk.NewPerson {
	return desk.NewPerson{Email: "Grace@Example.com", Name: " Grace Hopper ", Role: auth.Lead, Password: "gravel otter pumice lantern"}
}

func TestAPersonWhoIsAddedCanSignIn(t *testing.T) {
	o := newOffice(t)
	id, err := o.AddPerson(context.Background(), root(), "req-9", newcomer())
	if err != nil || id == 0 {
		t.Fatalf("AddPerson = %d, %v", id, err)
	}
	secret, err := o.SignIn(context.Background(), from("192.0.2.1"), "grace@example.com", newcomer().Password)
	if err != nil {
		t.Fatal(err)
	}
	actor, err := o.Session(context.Background(), secret)
	if err != nil || actor.ID != id || actor.Name != "Grace Hopper" || actor.Role != auth.Lead {
		t.Errorf("signed in as %+v, %v", actor, err)
	}
	people, err := o.People(context.Background(), root(), "")
	if err != nil || len(people) != 4 || people[2].Email != "grace@example.com" {
		t.Fatalf("People = %+v, %v", people, err)
	}
	if !strings.HasPrefix(people[2].PasswordHash, "$argon2id$v=19$m=32768,t=3,p=1$") {
		t.Errorf("the password is kept as %q", people[2].PasswordHash)
	}
	o.wantNoTrace(newcomer().Password, "grace@example.com")
}

func TestWrongFieldsAreNamed(t *testing.T) {
	o := newOffice(t)
	for name, test := range map[string]struct {
		spoil func(*desk.NewPerson)
		kind  fault.Kind
		text  string
	}{
		"no e-mail":         {func(p *desk.NewPerson) { p.Email = "grace" }, fault.Unprocessable, "e-mail"},
		"no name":           {func(p *desk.NewPerson) { p.Name = "  " }, fault.Unprocessable, "name"},
		"a name of 1000":    {func(p *desk.NewPerson) { p.Name = strings.Repeat("x", 1000) }, fault.Unprocessable, "name"},
		"a name that moves": {func(p *desk.NewPerson) { p.Name = "Gra\x1b[2Jce" }, fault.Unprocessable, "name"},
		"a name backwards":  {func(p *desk.NewPerson) { p.Name = "Gra\u202ece" }, fault.Unprocessable, "name"},
		"no role":           {func(p *desk.NewPerson) { p.Role = "root" }, fault.Unprocessable, "role"},
		"a short password":  {func(p *desk.NewPerson) { p.Password = "short" }, fault.Unprocessable, "password"},
		"her own name":      {func(p *desk.NewPerson) { p.Password = "gracehopper2026" }, fault.Unprocessable, "password"},
		"a taken e-mail":    {func(p *desk.NewPerson) { p.Email = "AGENT@example.com" }, fault.Conflict, "e-mail"},
	} {
		person := newcomer()
		test.spoil(&person)
		_, err := o.AddPerson(context.Background(), root(), "", person)
		if fault.KindOf(err) != test.kind || !strings.Contains(fault.TextOf(err), test.text) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if people, _ := o.People(context.Background(), root(), ""); len(people) != 3 {
		t.Errorf("there are %d people, want 3", len(people))
	}
}

func TestOnlyAdminsManagePeople(t *testing.T) {
	o := newOffice(t)
	ctx := context.Background()
	for _, role := range []auth.Role{"", auth.Agent, auth.Lead} {
		actor := auth.Actor{Kind: auth.Person, ID: 1, Role: role}
		acts := map[auth.Act]func() error{
			auth.AddPerson:     func() error { _, err := o.AddPerson(ctx, actor, "", newcomer()); return err },
			auth.DisablePerson: func() error { return o.DisablePerson(ctx, actor, "", "lead@example.com") },
			auth.SetPassword:   func() error { return o.SetPassword(ctx, actor, "", "lead@example.com", newcomer().Password) },
			auth.AddToken:      func() error { _, err := o.AddToken(ctx, actor, "", "exports", auth.Agent); return err },
			auth.ViewPeople:    func() error { _, err := o.People(ctx, actor, ""); return err },
		}
		for act, do := range acts {
			if err := do(); fault.KindOf(err) != fault.Forbidden {
				t.Errorf("%q may do %s: %v", role, act, err)
			}
			if got := o.last(); got.Act != string(act) || got.Result != "denied" || got.Role != string(role) {
				t.Errorf("the refusal of %s is recorded as %+v", act, got)
			}
		}
	}
	o.signIn("lead@example.com")
}

func TestActsOnAccountsThatAreNotThere(t *testing.T) {
	o := newOffice(t)
	if err := o.DisablePerson(context.Background(), root(), "", "nobody@example.com"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("disable: %v", err)
	}
	if err := o.SetPassword(context.Background(), root(), "", "nobody@example.com", newcomer().Password); fault.KindOf(err) != fault.NotFound {
		t.Errorf("password: %v", err)
	}
	if got := o.last(); got.Act != "person.password" || got.Result != "failed" {
		t.Errorf("recorded as %+v", got)
	}
}

func TestTokensOpenTheAPIWithTheirRole(t *testing.T) {
	o := newOffice(t)
	token, err := o.AddToken(context.Background(), root(), "", "exports", auth.Lead)
	if err != nil {
		t.Fatal(err)
	}
	actor, err := o.Token(context.Background(), token)
	if err != nil || actor.Kind != auth.Token || actor.Role != auth.Lead || actor.Name != "exports" || actor.ID == 0 {
		t.Errorf("Token = %+v, %v", actor, err)
	}
	for _, wrong := range []string{"", "tdk_", auth.NewToken(), strings.ToUpper(token), token + "x", o.signIn("agent@example.com")} {
		if _, err := o.Token(context.Background(), wrong); fault.KindOf(err) != fault.Unauthenticated {
			t.Errorf("%.20q opens the API: %v", wrong, err)
		}
	}
	if _, err := o.AddToken(context.Background(), root(), "", "exports", auth.Agent); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a second token of one name: %v", err)
	}
	if _, err := o.AddToken(context.Background(), root(), "", "more", "root"); fault.KindOf(err) != fault.Unprocessable {
		t.Errorf("a token of an unknown role: %v", err)
	}
	o.wantNoTrace(token, testkit.Password)
}
