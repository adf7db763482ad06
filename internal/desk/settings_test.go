package desk_test

import (
	"context"
	"errors"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/preference"
	"transferdesk/internal/testkit"
)

func TestSettingsCountInEverySessionOfThePersonAndInNoOther(t *testing.T) {
	o := newOffice(t)
	desk, phone, other := o.signIn("agent@example.com"), o.signIn("agent@example.com"), o.signIn("lead@example.com")
	actor := o.actor(desk)
	chosen := preference.Preferences{Zone: "Asia/Calcutta", Theme: preference.Dark, Density: preference.Dense}
	if err := o.ChangeSettings(context.Background(), actor, "req-7", chosen); err != nil {
		t.Fatal(err)
	}
	got := o.last()
	if got.Act != "settings.change" || got.Result != "done" || got.ActorID != actor.ID || got.RequestID != "req-7" ||
		got.Detail != "zone Asia/Kolkata, theme dark, density dense, keys off" {
		t.Errorf("it is recorded as %+v", got)
	}
	chosen.Zone = "Asia/Kolkata"
	for secret, want := range map[string]preference.Preferences{desk: chosen, phone: chosen, other: preference.Default()} {
		if got := o.actor(secret).Preferences; got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
}

func TestSettingsThatAreChosenAlreadyAreRecordedOnce(t *testing.T) {
	o := newOffice(t)
	secret := o.signIn("agent@example.com")
	chosen := preference.Preferences{Zone: "Europe/Berlin", Theme: preference.Light, Density: preference.Dense, Keys: true}
	for _, one := range []preference.Preferences{preference.Default(), chosen, chosen} {
		if err := o.ChangeSettings(context.Background(), o.actor(secret), "", one); err != nil {
			t.Fatal(err)
		}
	}
	if got := o.actor(secret).Preferences; got != chosen {
		t.Errorf("got %+v, want %+v", got, chosen)
	}
	n := 0
	for _, row := range testkit.AuditEntries(t, o.db) {
		if row.Act == string(auth.ChangeSettings) {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d rows for one change", n)
	}
}

func TestSettingsThatCannotBeTakenChangeNothing(t *testing.T) {
	o := newOffice(t)
	secret := o.signIn("agent@example.com")
	wrong := preference.Default()
	wrong.Zone = "Local"
	err := o.ChangeSettings(context.Background(), o.actor(secret), "", wrong)
	var fields preference.Wrong
	if !errors.As(err, &fields) || fault.KindOf(err) != fault.Unprocessable {
		t.Errorf("got %v", err)
	}
	if got := o.actor(secret).Preferences; got != preference.Default() {
		t.Errorf("yet they are %+v", got)
	}
}

func TestOnlyAPersonHasSettings(t *testing.T) {
	o := newOffice(t)
	for name, actor := range map[string]auth.Actor{
		"a token": {Kind: auth.Token, ID: 1, Role: auth.Admin}, "the command line": root(), "nobody": {},
	} {
		if err := o.ChangeSettings(context.Background(), actor, "", preference.Default()); fault.KindOf(err) != fault.Forbidden {
			t.Errorf("%s: got %v, want fault.Forbidden", name, err)
		}
	}
}

// actor is who a session's secret belongs to.
func (o *office) actor(secret string) auth.Actor {
	o.t.Helper()
	actor, err := o.Session(context.Background(), secret)
	if err != nil {
		o.t.Fatal(err)
	}
	return actor
}
