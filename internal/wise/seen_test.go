package wise_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

const seenBody = `{"type":"transferdesk#transfer-seen","schema_version":"1","ask_id":"a","transfer_id":49983981,"profile_id":501,"recipient_account_id":107,` +
	`"status":"bounced_back","asked_at":"2026-09-22T12:50:00.250Z"}`

func asked(body string) wise.Decoded {
	return wise.Decode([]byte(body), evidence.Source{Delivery: 7, ReceivedAt: received, Asked: true})
}

func TestAStateSeenIsReadAsWhatItIs(t *testing.T) {
	got := asked(seenBody)
	at := time.Date(2026, 9, 22, 12, 50, 0, 250e6, time.UTC)
	want := transfer.Event{
		Kind: transfer.StateSeen, Transfer: 49983981, Profile: 501, Account: 107, To: transfer.BouncedBack,
		At:   evidence.Moment{Time: at, By: evidence.Occurred, Raw: "2026-09-22T12:50:00.250Z"},
		Hash: got.Transfer.Hash, Source: evidence.Source{Delivery: 7, ReceivedAt: received, SchemaVersion: "1", Asked: true},
	}
	if d := cmp.Diff(want, *got.Transfer); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if got.EventType != wise.SeenType || got.SchemaVersion != "1" || !got.OccurredAt.Equal(at) || got.ZeroIDs || !got.HasIDs || len(got.Handles) != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestWhereABodyCameFromDecidesWhoReadsIt(t *testing.T) {
	imitated := strings.Replace(stateChange, "transfers#state-change", wise.SeenType, 1)
	both := `{"event_type":"transfers#state-change",` + seenBody[1:]
	for _, tt := range []struct {
		name string
		got  wise.Decoded
		why  string
	}{
		{"our form as a webhook", decode(seenBody), "no_event_type"},
		{"our type as a webhook", decode(imitated), "our_type_from_outside"},
		{"our form under a webhook's type, as a webhook", decode(both), "unknown_version"},
		{"a webhook as if we had asked", asked(stateChange), "not_our_form"},
	} {
		if tt.got.Verdict == wise.Readable || tt.got.Transfer != nil || tt.got.Why != tt.why {
			t.Errorf("%s: %s, %q, %+v", tt.name, tt.got.Verdict, tt.got.Why, tt.got.Transfer)
		}
		if wise.WhyText(tt.got.Why) == tt.got.Why {
			t.Errorf("%s: there are no words for %s", tt.name, tt.got.Why)
		}
	}
	if got := asked(both); got.EventType != wise.SeenType || got.Transfer.Kind != transfer.StateSeen {
		t.Errorf("our own body with a webhook's type reads as %s, %+v", got.EventType, got.Transfer)
	}
	if got := decode(imitated); got.EventType != "" {
		t.Errorf("a webhook is listed under our own type")
	}
}

func TestABrokenBodyOfOursSetsNothing(t *testing.T) {
	for name, change := range map[string][2]string{
		"no status":          {`"status":"bounced_back",`, ``},
		"a blank status":     {`"bounced_back"`, `" "`},
		"no transfer":        {`"transfer_id":49983981,`, ``},
		"transfer 0":         {`49983981`, `0`},
		"no time":            {`2026-09-22T12:50:00.250Z`, `today`},
		"a time in future":   {`2026-09-22T12:50:00.250Z`, `2027-09-22T12:50:00.250Z`},
		"a newer version":    {`"schema_version":"1"`, `"schema_version":"2"`},
		"no JSON":            {`{`, ``},
		"a profile of words": {`"profile_id":501`, `"profile_id":"me"`},
	} {
		got := asked(strings.Replace(seenBody, change[0], change[1], 1))
		if got.Verdict == wise.Readable || got.Transfer != nil || got.Why == "" || got.EventType != wise.SeenType || got.ZeroIDs {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestALockedStatusIsWithheldLikeThatOfAWebhook(t *testing.T) {
	const locked = "SUSPECTED_FRAUD_AML"
	got := asked(strings.Replace(seenBody, "bounced_back", locked, 1))
	if got.Transfer == nil || got.Transfer.To != reason.LockedCode {
		t.Fatalf("got %+v", got)
	}
	if !wise.IsSeen(locked, got.Transfer.To) || !wise.IsSeen("processing", "processing") || wise.IsSeen("processing", got.Transfer.To) || wise.IsSeen(locked, "processing") {
		t.Error("a status and a state held are compared wrongly")
	}
}

func TestWhatWeWroteDownIsShownMaskedInFull(t *testing.T) {
	shown := string(wise.Mask([]byte(seenBody)))
	if strings.Contains(shown, "•") || !strings.Contains(shown, "49983981") {
		t.Errorf("it holds nothing personal, and is shown as\n%s", shown)
	}
	if shown := string(wise.Mask([]byte(strings.Replace(seenBody, "bounced_back", "SUSPECTED_FRAUD_AML", 1)))); strings.Contains(shown, "FRAUD") {
		t.Errorf("a locked status is shown:\n%s", shown)
	}
}

func TestWhatWeWriteDownWeCanRead(t *testing.T) {
	said := wise.Seen{Transfer: 1<<63 - 1, Status: strings.Repeat("ä", 500) + "\xff", AskedAt: received, TraceID: strings.Repeat("t", 500)}
	body, err := said.Body()
	if err != nil || len(body) > 1200 {
		t.Fatalf("%d bytes, %v", len(body), err)
	}
	if got := asked(string(body)); got.Verdict != wise.Readable || got.Transfer.Transfer != said.Transfer || got.Transfer.Profile != 0 || len(got.Transfer.To) > 210 {
		t.Errorf("got %s %s %+v", got.Verdict, got.Why, got.Transfer)
	}
}
