package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

const appSubscriptions = "/applications/key/subscriptions"

// wanted is the form of one subscription.
func wanted(event, address string) url.Values {
	return url.Values{"event": {event}, "url": {address}, "name": {"Transferdesk"}}
}

// stranger is a key that the site does not take.
func stranger(t *testing.T) *wisesim.Signer {
	t.Helper()
	signer, err := wisesim.GenerateKey()
	must(t, err)
	return signer
}

func TestALeadSubscribesAndWisesTestArrives(t *testing.T) {
	w := newWiseSite(t, nil)
	w.asks("")
	form := w.lead.page("/admin/subscriptions/new?event=users%23state-change")
	if got, _ := form.Find(`input[name="url"]`).Attr("value"); got != w.ours() {
		t.Errorf("the address is preset to %q, want ours", got)
	}
	if got := folded(form.Find("select#event option[selected]").Text()); got != "users#state-change" {
		t.Errorf("the type is preset to %q", got)
	}
	wants(t, "versions", folded(form.Find("select#version").Text()), "the newest that is read (4.0.0)", "2.0.0")
	wants(t, "types", folded(form.Find("select#event").Text()), "kyc-reviews#state-change (not clearly documented here; may be tried)")
	if strings.Contains(folded(form.Find("select#event").Text()), "balances#credit") {
		t.Error("a type is offered that is possible for profiles only")
	}
	doc := w.follow("/admin/subscriptions", wanted("users#state-change", w.ours()))
	wants(t, "what came of it", testid(doc, "news"), "Done", "Subscribing to users#state-change 4.0.0 for the application: Wise has made it.", "Lead One")
	wants(t, "coverage", coverage(doc, "users#state-change")[0], "Subscribed", "4.0.0")
	w.deliver()
	if rows := w.lead.page("/events?status=test").Find("main tbody tr").Length(); rows != 1 {
		t.Errorf("%d tests arrived, want the one that Wise sends first", rows)
	}

	again := w.lead.submit("/admin/subscriptions", wanted("users#state-change", w.ours()))
	twice := w.document(again, http.StatusConflict)
	wants(t, "a second click", folded(twice.Find(".errors").Text()), "Wise has such a subscription already")
	if n := w.asked(http.MethodPost, appSubscriptions); n != 1 {
		t.Errorf("Wise was asked %d times, want once", n)
	}
	got := w.recorded(auth.AddSubscription)
	if len(got) != 2 || !strings.HasPrefix(got[0], "started") || !strings.HasPrefix(got[1], "done") {
		t.Errorf("recorded %q", got)
	}
	for _, line := range got {
		if strings.Contains(line, w.http.URL) {
			t.Errorf("the audit log holds an address: %q", line)
		}
	}
}

func TestAFormThatCannotBeTakenComesBackWithItsField(t *testing.T) {
	w := newWiseSite(t, nil)
	for name, c := range map[string]struct {
		change url.Values
		field  string
	}{
		"no such type":     {url.Values{"event": {"never#heard-of"}}, "event"},
		"of profiles only": {url.Values{"event": {"balances#credit"}}, "event"},
		"a version":        {url.Values{"version": {"9.0.0"}}, "version"},
		"no name":          {url.Values{"name": {" "}}, "name"},
		"plain http":       {url.Values{"url": {"http://desk.example.com/webhooks/wise"}}, "url"},
		"a query":          {url.Values{"url": {"https://desk.example.com/webhooks/wise?a=b"}}, "url"},
		"not this server":  {url.Values{"url": {"https://other.example.com/webhooks/wise"}}, "url"},
	} {
		form := wanted(stateChanges, w.ours())
		for key, value := range c.change {
			form[key] = value
		}
		doc := w.document(w.lead.submit("/admin/subscriptions", form), http.StatusUnprocessableEntity)
		if doc.Find(`#`+c.field+`[aria-invalid]`).Length() != 1 || doc.Find(`.errors a[href="#`+c.field+`"]`).Length() != 1 {
			t.Errorf("%s: no fault at %s: %s", name, c.field, folded(doc.Find(".errors").Text()))
		}
		if typed := form.Get("url"); doc.Find(`input[name="url"]`).AttrOr("value", "") != typed {
			t.Errorf("%s: what was typed is lost", name)
		}
	}
	if n := w.asked(http.MethodPost, appSubscriptions); n != 0 {
		t.Errorf("Wise was asked %d times", n)
	}
	elsewhere := wanted(stateChanges, "https://other.example.com/webhooks/wise")
	elsewhere.Set("elsewhere", elsewhere.Get("url"))
	wants(t, "once it was warned of", testid(w.follow("/admin/subscriptions", elsewhere), "news"), "Refused")
}

func TestARefusedAddressSaysWhatWasSeenOfTheTest(t *testing.T) {
	w := newWiseSite(t, stranger(t))
	doc := w.follow("/admin/subscriptions", wanted(stateChanges, w.ours()))
	wants(t, "signed by another key", testid(doc, "news"), "Refused", "INVALID_CALLBACK_URL", "came to our door meanwhile and was refused: Does not match", "What was refused at the door")
	if to, _ := doc.Find(`[data-testid="news"] a`).First().Attr("href"); !strings.HasPrefix(to, "/admin/subscriptions/new?event=transfers%23state-change") {
		t.Errorf("trying again leads to %q", to)
	}
	closed := wanted(stateChanges, strings.Replace(w.ours(), "/webhooks/wise", "/no/such/door", 1))
	closed.Set("elsewhere", closed.Get("url"))
	doc = w.follow("/admin/subscriptions", closed)
	wants(t, "another address", testid(doc, "news"), "Refused", "not this server’s, so what became of the test cannot be seen")
}

func TestAnActInDoubtIsNeverAskedTwiceAndTheListTells(t *testing.T) {
	for _, c := range []struct {
		mode simserver.Mode
		want string
	}{
		{simserver.ServerError, "Wise’s list, told since, does not have it."},
		{simserver.Truncated, "Wise’s list, told since, has it."},
	} {
		t.Run(string(c.mode), func(t *testing.T) {
			w := newWiseSite(t, nil)
			w.asks("")
			w.sim.Fail(simserver.Failure{Mode: c.mode, Paths: []string{"/v3/"}, Times: 1})
			doc := w.follow("/admin/subscriptions", wanted(stateChanges, w.ours()))
			wants(t, "what came of it", testid(doc, "news"), "Not known", "nobody can tell whether Wise did it", c.want)
			if said := testid(doc, "news"); strings.Contains(said, "Try again") {
				t.Errorf("trying again is advised where nobody knows what Wise did: %q", said)
			}
			if n := w.asked(http.MethodPost, appSubscriptions); n != 1 {
				t.Errorf("Wise was asked %d times, want once", n)
			}
			if got := w.recorded(auth.AddSubscription); len(got) != 2 || !strings.HasPrefix(got[1], "unknown") {
				t.Errorf("recorded %q", got)
			}
		})
	}
}

func TestWhileTheListIsSilentNothingIsAskedASecondTime(t *testing.T) {
	w := newWiseSite(t, nil)
	w.asks("")
	w.setNow(w.now.Add(time.Minute))
	w.sim.Fail(simserver.Failure{Mode: simserver.ServerError, Paths: []string{"/v3/"}})
	doc := w.follow("/admin/subscriptions", wanted(stateChanges, w.ours()))
	wants(t, "what came of it", testid(doc, "news"), "Not known", "it was not told since")
	w.sim.Fail(simserver.Failure{})
	again := w.document(w.lead.submit("/admin/subscriptions", wanted(stateChanges, w.ours())), http.StatusConflict)
	wants(t, "a second try", folded(again.Find(".errors").Text()), "not known yet whether Wise did it")
	w.setNow(w.now.Add(time.Minute))
	w.asks("")
	wants(t, "once the list was told", testid(w.follow("/admin/subscriptions", wanted(stateChanges, w.ours())), "news"), "Done")
}

func TestASubscriptionIsDeletedOnceItWasSaidWhatWillBeMissing(t *testing.T) {
	w := newWiseSite(t, nil)
	w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: "users#state-change", Version: "4.0.0", URL: w.ours()})
	w.has(simserver.Subscription{ID: secondID, Name: "two", TriggerOn: "transfers#refund", Version: "2.0.0", URL: w.ours()})
	w.asks("")
	path := "/admin/subscriptions/" + firstID + "/delete"
	doc := w.lead.page(path)
	wants(t, "the question", testid(doc, "deletion"), firstID, "users#state-change", "The application", w.ours(), "never")
	wants(t, "what will be missing", testid(doc, "after"), "No other subscription of this type leads here", "whether a customer may use the account")
	doc = w.follow(path, url.Values{"profile": {""}})
	wants(t, "what came of it", testid(doc, "news"), "Done", "Wise has deleted it")
	wants(t, "coverage", coverage(doc, "users#state-change")[0], "Missing")
	wants(t, "a second click", testid(w.follow(path, url.Values{"profile": {""}}), "news"), "Wise has deleted it")

	w.sim.Fail(simserver.Failure{Mode: simserver.Missing, Paths: []string{"/v3" + appSubscriptions + "/" + secondID}})
	doc = w.follow("/admin/subscriptions/"+secondID+"/delete", url.Values{"profile": {""}})
	wants(t, "gone already", testid(doc, "news"), "Gone already", "nothing to delete")
	if n := w.asked(http.MethodDelete, secondID); n != 1 {
		t.Errorf("Wise was asked %d times to delete, want once", n)
	}
	if got := w.lead.get("/admin/subscriptions/" + "0-0" + "/delete").StatusCode; got != http.StatusNotFound {
		t.Errorf("one that no list has: got %d", got)
	}
}

func TestAProfilesSubscriptionIsMadeAndDeletedByItsUser(t *testing.T) {
	w := newWiseSite(t, nil)
	form := wanted("balances#credit", w.ours())
	form.Set("profile", "16055450")
	doc := w.follow("/admin/subscriptions", form)
	wants(t, "what came of it", testid(doc, "news"), "Done", "for profile 16055450")
	w.asks("16055450")
	doc = w.lead.page("/admin/subscriptions?profile=16055450")
	wants(t, "coverage", coverage(doc, "balances#credit")[1], "Subscribed")
	to, _ := doc.Find(`[data-testid="list-16055450"] a.btn`).Attr("href")
	wants(t, "the question", testid(w.lead.page(to), "deletion"), "Profile 16055450")
	doc = w.follow(strings.TrimSuffix(to, "?profile=16055450"), url.Values{"profile": {"16055450"}})
	wants(t, "deleted", testid(doc, "news"), "Wise has deleted it")
	if got := w.lead.submit(strings.Replace(to, "/delete?profile=16055450", "/test", 1), url.Values{"profile": {"16055450"}}).StatusCode; got != http.StatusNotFound {
		t.Errorf("a test of what is gone: got %d", got)
	}
}

func TestAnActThatWasCutOffIsSettledByTheList(t *testing.T) {
	w := newWiseSite(t, nil)
	w.asks("")
	must(t, w.db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		_, err := tx.AddSubscriptionAct(store.SubscriptionAct{At: w.now.Add(-time.Second), By: store.Actor{Kind: "person", Name: "Lead One"}, Act: store.ActSubscribe, Event: stateChanges, Version: "4.0.0", URL: w.ours()})
		return err
	}))
	wants(t, "while it may run", testid(w.lead.page("/admin/subscriptions"), "acts"), "Under way")
	again := w.document(w.lead.submit("/admin/subscriptions", wanted(stateChanges, w.ours())), http.StatusConflict)
	wants(t, "a second try", folded(again.Find(".errors").Text()), "not known yet whether Wise did it")
	w.setNow(w.now.Add(2 * time.Minute))
	left, err := w.server.Cfg.AtWise.Settle(t.Context())
	if must(t, err); left != 0 {
		t.Errorf("%d are left", left)
	}
	wants(t, "settled", testid(w.lead.page("/admin/subscriptions"), "acts"), "Not known", "The server stopped while Wise was being asked. Wise’s list, told since, does not have it.")
	if got := w.recorded(auth.SettleSubscription); len(got) != 1 {
		t.Errorf("recorded %q", got)
	}
	wants(t, "then", testid(w.follow("/admin/subscriptions", wanted(stateChanges, w.ours())), "news"), "Done")
}

func TestDeletingOneOfTwoSubscriptionsOfAScopeLosesNothing(t *testing.T) {
	w := newWiseSite(t, nil)
	w.has(simserver.Subscription{ID: firstID, Name: "one", TriggerOn: "users#state-change", Version: "2.0.0", URL: w.ours()})
	w.has(simserver.Subscription{ID: secondID, Name: "two", TriggerOn: "users#state-change", Version: "4.0.0", URL: w.ours()})
	w.asks("")
	said := testid(w.lead.page("/admin/subscriptions/"+firstID+"/delete"), "after")
	wants(t, "what will be missing", said, "leads here as well: its events still come")
	if strings.Contains(said, "whether a customer may use the account") {
		t.Errorf("what does not get lost is named as lost: %q", said)
	}
}
