package api_test

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/money"
	"transferdesk/internal/wise/api"
)

// asWritten fills fields as Wise's own examples do.
func asWritten(f fact) json.RawMessage {
	kind, form, _ := strings.Cut(f.kind, ":")
	name := f.field[strings.LastIndexAny(f.field, ".[]")+1:]
	text := "a " + name
	switch {
	case len(f.values) > 0:
		text = f.values[0]
	case form == "date-time":
		text = "2026-09-22T12:51:02.789Z"
	case form == "uuid":
		text = "72195556-e5cb-495e-a010-b37a4f2a3043"
	case strings.HasSuffix(f.field, "urrency"):
		text = "EUR"
	case f.field == "reference.referenceId" || strings.HasSuffix(f.field, "originalTransferId"):
		text = "9223372036854775807"
	}
	switch kind {
	case "integer":
		return json.RawMessage(map[string]string{"int64": "9223372036854775807", "int32": "43199", "": "7"}[form])
	case "number":
		return json.RawMessage("1151.780")
	case "boolean":
		return json.RawMessage("true")
	case "array":
		return json.RawMessage("[]")
	case "object":
		return json.RawMessage("{}")
	}
	quoted, _ := json.Marshal(text)
	return quoted
}

// otherwise changes how a style fills some fields.
func otherwise(fill style, change func(f fact) (string, bool)) style {
	return func(f fact) json.RawMessage {
		if text, changed := change(f); changed {
			return json.RawMessage(text)
		}
		return fill(f)
	}
}

// styles are the ways in which mock servers of others fill fields.
func styles() map[string]style {
	byKind := func(kind, text string) style {
		return otherwise(asWritten, func(f fact) (string, bool) { return text, strings.HasPrefix(f.kind, kind) })
	}
	all := map[string]style{
		"as written": asWritten,
		"every null": otherwise(asWritten, func(f fact) (string, bool) { return "null", f.nullable }),
		"ids of 0":   byKind("integer", "0"), "ids as texts": byKind("integer", `"9223372036854775807"`), "ids below 0": byKind("integer", "-9223372036854775808"),
		"texts that say nothing": otherwise(asWritten, func(f fact) (string, bool) { return `"string"`, f.kind == "string" && len(f.values) == 0 }),
		"texts in Latin": otherwise(asWritten, func(f fact) (string, bool) {
			return `"dolor, aliqua \u202e ut"`, f.kind == "string" && f.field != "refresh_token"
		}),
		"empty texts": otherwise(asWritten, func(f fact) (string, bool) { return `""`, f.kind == "string" && f.field != "refresh_token" }),
		"odd numbers": byKind("number", "-38754921.55812"), "a number of 0": byKind("number", "0"), "a huge number": byKind("number", "1.7976931348623157e308"),
		"false": byKind("boolean", "false"),
	}
	for name, text := range map[string]string{
		"seconds": "2026-09-22T12:51:02Z", "a space": "2026-09-22 12:51:02", "+0000": "2026-09-22T12:51:02.000+0000", "no zone": "2026-09-22T12:51:02",
		"six digits": "2026-09-22T12:51:02.423404Z", "an offset": "2026-09-22T12:51:02.000+02:00",
	} {
		all["times with "+name] = otherwise(asWritten, func(f fact) (string, bool) { return `"` + text + `"`, f.kind == "string:date-time" })
	}
	for i := range 6 {
		all["word "+strconv.Itoa(i)] = otherwise(asWritten, func(f fact) (string, bool) {
			return `"` + strings.Join(f.values[min(i, len(f.values)):min(i+1, len(f.values))], "") + `"`, i < len(f.values)
		})
	}
	all["a word that nobody knows"] = otherwise(asWritten, func(f fact) (string, bool) { return `"NEWER_THAN_US"`, len(f.values) > 0 && f.part != "request" })
	return all
}

func TestEveryOperationKeepsToWisesFieldList(t *testing.T) {
	for name, fill := range styles() {
		for _, first := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				s, url := serve(t, fill, first)
				d := ask(t, url, nil)
				for _, o := range operations() {
					if err := o.ask(context.Background(), d.Client); err != nil {
						t.Errorf("%s: %v", o.name, err)
					}
				}
				for op := range s.facts {
					if !s.seen[op] {
						t.Errorf("%s was never asked", op)
					}
				}
			})
		}
	}
}

func TestWithoutAUsersTokenThePersonalOneIsUsedWhereWiseTakesIt(t *testing.T) {
	s, url := serve(t, asWritten, false)
	d, ctx := ask(t, url, func(cfg *api.Config) { cfg.UserTokens = "" }), context.Background()
	for op := range s.facts {
		for i := range s.facts[op] { // design: the personal token speaks where there is no other
			if s.facts[op][i].auth[0] == "UserToken" {
				s.facts[op][i].auth = append(s.facts[op][i].auth, "PersonalToken")
			}
		}
	}
	for _, o := range operations() {
		if err := o.ask(ctx, d.Client); err != nil {
			t.Errorf("%s: %v", o.name, err)
		}
	}
}

func parse(t *testing.T, value, currency string) money.Amount {
	t.Helper()
	a, err := money.Parse(json.Number(value), currency)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestEveryFieldIsUnderstood(t *testing.T) {
	const most, id = 9223372036854775807, "72195556-e5cb-495e-a010-b37a4f2a3043"
	_, url := serve(t, asWritten, false)
	d, ctx := ask(t, url, nil), context.Background()
	at := time.Date(2026, 9, 22, 12, 51, 2, 789e6, time.UTC)
	transfer := api.Transfer{
		ID: most, User: most, Recipient: most, Business: most, Status: "a status", Reference: "a reference", Rate: "1151.780", Created: at, HasActiveIssues: true,
		Source: parse(t, "1151.780", "EUR"), Target: parse(t, "1151.780", "EUR"), CustomerID: id, Original: most,
	}
	profile := api.Profile{ID: most, User: most, Type: "BUSINESS", State: "HIDDEN", Country: "a countryIso2Code"[:8], PublicID: "a publicId"}
	subscription := api.Subscription{ID: id, Name: "a name", Event: "a trigger_on", Version: "a version", URL: "a url", Domain: "a domain", ScopeID: "a id", CreatedAt: at}
	message := api.CaseMessage{ID: id, Author: "WISE_SYSTEM", Type: "FREEFORM", Text: "a freeText", CreatedAt: at}
	opened := api.Case{ID: most, Type: "GENERAL_ENQUIRY", Status: "CREATING", ExternalID: "a externalId", CreatedAt: at, UpdatedAt: at}
	full := opened
	full.Profile, full.Type, full.SubType, full.Transfer, full.Messages = most, "SANCTIONS", "RECIPIENT_LOCATION_HIT", most, []api.CaseMessage{message}
	added := message
	added.Author, added.Text = "PARTNER", ""
	for name, test := range map[string]struct {
		want any
		ask  func() (any, error)
	}{
		"transfer":  {transfer, func() (any, error) { return d.Transfer(ctx, ada, 1) }},
		"transfers": {[]api.Transfer{transfer}, func() (any, error) { return d.Transfers(ctx, ada, api.TransferFilter{}) }},
		"cancelled": {transfer, func() (any, error) { return d.Cancel(ctx, ada, 1) }},
		"estimate":  {api.Estimate{At: at, Formatted: "a formattedEstimatedDeliveryDate"}, func() (any, error) { return d.Estimate(ctx, ada, 1, time.UTC) }},
		"payout": {api.Payout{Processor: "a processorName", Mode: "a deliveryMode", Reference: "a bankingPartnerReference", Partner: "a bankingPartnerName"},
			func() (any, error) { return d.Payout(ctx, ada, 1) }},
		"recipient": {api.Recipient{ID: most, Profile: most, Name: "a••• f•••", Number: "••••", Summary: "a bankName", Currency: "EUR", Country: "a country", Type: "a type", Active: true},
			func() (any, error) { return d.Recipient(ctx, ada, 1) }},
		"profile":       {profile, func() (any, error) { return d.Profile(ctx, ada, 1) }},
		"profiles":      {[]api.Profile{profile}, func() (any, error) { return d.Profiles(ctx, ada) }},
		"user":          {api.User{ID: most, Active: true}, func() (any, error) { return d.User(ctx, ada) }},
		"me":            {api.User{ID: most, Active: true}, func() (any, error) { return d.Me(ctx, ada) }},
		"subscription":  {subscription, func() (any, error) { return d.Subscription(ctx, api.Scope{}, "a") }},
		"subscriptions": {[]api.Subscription{subscription}, func() (any, error) { return d.Subscriptions(ctx, api.Scope{Profile: 1, User: ada}) }},
		"subscribed":    {subscription, func() (any, error) { return d.Subscribe(ctx, api.Scope{}, api.NewSubscription{}) }},
		"test":          {[]api.TestSent{{DeliveryID: id, CreatedAt: at}}, func() (any, error) { return d.SendTest(ctx, "a") }},
		"opened":        {opened, func() (any, error) { return d.OpenCase(ctx, api.NewCase{}) }},
		"case":          {full, func() (any, error) { return d.Case(ctx, 1) }},
		"message":       {added, func() (any, error) { return d.AddCaseMessage(ctx, 1, "x") }},
	} {
		got, err := test.ask()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
