package desk_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
)

func TestTheSetUpLinkMakesOneAdminAndSignsItIn(t *testing.T) {
	d, secret := emptyOffice(t)
	session, err := d.FirstAdmin(context.Background(), from("192.0.2.1"), secret, newcomer())
	if err != nil {
		t.Fatal(err)
	}
	actor, err := d.Session(context.Background(), session)
	if err != nil || actor.Role != auth.Admin || actor.Name != "Grace Hopper" {
		t.Errorf("signed in as %+v, %v", actor, err)
	}
	if d.SetUpOpen(secret) {
		t.Error("the link is still open")
	}
	if _, err := d.FirstAdmin(context.Background(), from("192.0.2.1"), secret, newcomer()); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the link works twice: %v", err)
	}
	if again, err := d.OpenSetUp(context.Background()); again != "" || err != nil {
		t.Errorf("another link is made: %q, %v", again, err)
	}
}

func TestTheSetUpLinkIsVoidOnceThereIsSomebody(t *testing.T) {
	d, secret := emptyOffice(t)
	if _, err := d.AddPerson(context.Background(), root(), "", newcomer()); err != nil {
		t.Fatal(err)
	}
	other := newcomer()
	other.Email = "mallory@example.com"
	if _, err := d.FirstAdmin(context.Background(), from("192.0.2.1"), secret, other); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a second admin by the link: %v", err)
	}
}

func TestWrongSetUpSecretsOpenNothing(t *testing.T) {
	d, secret := emptyOffice(t)
	for _, wrong := range []string{"", "x", auth.NewSecret(), secret + "x"} {
		if d.SetUpOpen(wrong) {
			t.Errorf("%q opens the set-up page", wrong)
		}
		if _, err := d.FirstAdmin(context.Background(), from("192.0.2.1"), wrong, newcomer()); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%q makes an admin: %v", wrong, err)
		}
	}
	weak := newcomer()
	weak.Password = "short"
	if _, err := d.FirstAdmin(context.Background(), from("192.0.2.1"), secret, weak); fault.KindOf(err) != fault.Unprocessable {
		t.Errorf("a weak password: %v", err)
	}
	if !d.SetUpOpen(secret) {
		t.Error("a mistake in the form has used the link up")
	}
}

func TestOfTwoWhoUseTheSetUpLinkAtOnceOneWins(t *testing.T) {
	d, secret := emptyOffice(t)
	var both sync.WaitGroup
	sessions := make([]string, 2)
	for i, email := range []string{"ada@example.com", "grace@example.com"} {
		both.Go(func() {
			person := newcomer()
			person.Email = email
			sessions[i], _ = d.FirstAdmin(context.Background(), from("192.0.2.1"), secret, person)
		})
	}
	both.Wait()
	if (sessions[0] == "") == (sessions[1] == "") {
		t.Errorf("sessions %q: want exactly one", sessions)
	}
}

// emptyOffice is a desk with nobody, and the secret of its set-up link.
func emptyOffice(t *testing.T) (*desk.Desk, string) {
	t.Helper()
	d := desk.New(testkit.DB(t), time.Now)
	if d.SetUpOpen("") {
		t.Error("the set-up page is open before a link was made")
	}
	secret, err := d.OpenSetUp(context.Background())
	if err != nil || !d.SetUpOpen(secret) {
		t.Fatalf("OpenSetUp = %q, %v", secret, err)
	}
	return d, secret
}
