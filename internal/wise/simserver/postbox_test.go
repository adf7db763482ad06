package simserver_test

import (
	"testing"
	"time"

	"go.uber.org/goleak"

	"transferdesk/internal/wise/simserver"
)

// moved makes a transfer of a subscribed world go through states.
func (s *sim) moved(in *inbox, states ...string) {
	s.t.Helper()
	s.AddSubscription(simserver.Subscription{TriggerOn: "transfers#state-change", Version: "2.0.0", URL: in.url})
	s.AddTransfer(one(1, "incoming_payment_waiting"))
	for _, state := range states {
		if err := s.SetStatus(1, state, false); err != nil {
			s.t.Fatal(err)
		}
	}
}

func TestAWebhookIsTriedAsOftenAsWiseDoes(t *testing.T) {
	for name, test := range map[string]struct {
		statuses []int
		tries    int
	}{
		"taken at once":                 {[]int{200}, 1},
		"busy twice":                    {[]int{503, 503, 200}, 3},
		"never taken":                   {[]int{500}, 26},
		"refused":                       {[]int{400}, 3},
		"too many, then taken":          {[]int{429, 429, 429, 429, 200}, 5},
		"a redirect is not followed":    {[]int{302}, 26},
		"refused after it was too busy": {[]int{503, 503, 503, 404}, 4},
	} {
		t.Run(name, func(t *testing.T) {
			s, in := open(t, signing(t)), receive(t, test.statuses...)
			in.header.Set("Location", "/elsewhere")
			s.moved(in, "processing")
			id := ""
			for range test.tries {
				got := in.next(t)
				if id == "" {
					id = got.header.Get("X-Delivery-Id")
				}
				if got.header.Get("X-Delivery-Id") != id {
					t.Errorf("a retry has another delivery id")
				}
			}
			s.Wait()
			if n := len(in.came); n != 0 {
				t.Errorf("%d tries too many", n)
			}
		})
	}
}

func TestWebhooksComeTwiceLateInDisorderOrNotAtAll(t *testing.T) {
	states := []string{"processing", "funds_converted", "outgoing_payment_sent"}
	for name, test := range map[string]struct {
		post simserver.Post
		want []string
	}{
		"as they should": {simserver.Post{}, states},
		"twice":          {simserver.Post{Duplicate: 1}, []string{"processing", "processing", "funds_converted", "funds_converted", "outgoing_payment_sent", "outgoing_payment_sent"}},
		"late":           {simserver.Post{Delay: time.Millisecond}, states},
		"withheld":       {simserver.Post{Withhold: 1}, nil},
		"in disorder":    {simserver.Post{Reorder: 0.5, Seed: 1}, []string{"processing", "outgoing_payment_sent", "funds_converted"}},
	} {
		t.Run(name, func(t *testing.T) {
			s, in := open(t, func(o *simserver.Options) { signing(t)(o); o.Post = test.post; o.Speed = 1 }), receive(t, 200)
			s.moved(in, states...)
			for i, want := range test.want {
				if got := in.next(t); string(got.Transfer.To) != want {
					t.Errorf("webhook %d: %s, want %s", i, got.Transfer.To, want)
				}
			}
			if test.post.Reorder == 0 { // what was held back has a minute's pause to its name
				s.Wait()
			}
			s.Close()
			if n := len(in.came); n != 0 {
				t.Errorf("%d more", n)
			}
		})
	}
}

func TestNothingRunsAfterTheServerIsClosed(t *testing.T) {
	ignored := goleak.IgnoreCurrent()
	t.Run("a server with webhooks on their way", func(t *testing.T) {
		s, in := open(t, func(o *simserver.Options) { signing(t)(o); o.Speed = 1 }), receive(t, 503)
		s.moved(in, "processing", "funds_converted", "outgoing_payment_sent")
		for range 3 {
			in.next(t)
		}
		s.Close()
		if err := s.SetStatus(1, "bounced_back", false); err != nil {
			t.Error(err)
		}
	})
	goleak.VerifyNone(t, ignored)
}
