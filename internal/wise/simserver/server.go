// Package simserver is Wise's API, simulated: an http.Handler with a world of its
// own, in which people make transfers, money moves when it is told to, and signed
// webhooks tell of it. What Wise does not document is decided where it happens,
// and said there.
package simserver

import (
	"log/slog"
	"net/http"
	"sync"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/wise/wisesim"
)

// Options are what a server is made with. The zero value of each but Clock is useful.
type Options struct {
	Clock                             func() time.Time // required
	ClientID, ClientSecret, ClientKey string           // "": no application
	PersonalToken                     string           // "": none
	PersonalUser                      int64            // whose token it is; 0: a user who sees every profile
	UserTokens                        map[int64]string // user id → refresh token
	RefreshTwice                      bool             // a refresh token that was exchanged works once more; Wise publishes no rule
	Signer                            *wisesim.Signer  // nil: no webhooks are sent
	Client                            *http.Client     // sends webhooks; nil: one of its own
	Post                              Post             // what goes wrong with webhooks on their way
	Speed                             float64          // how many times faster than Wise waits between tries and before payout information is ready; 0: 1
	Limits                            bool             // keeps Wise's limits of requests; else there are none
	StrictURLs                        bool             // subscriptions need https on 443, a domain name and no query, as at Wise; else any http URL will do
	Log                               *slog.Logger     // nil: discards
}

// Server is the simulated API. It is safe for use by several goroutines; Close it.
type Server struct {
	options Options
	log     *slog.Logger
	postbox *postbox

	mu            sync.Mutex // guards all below
	profiles      map[int64]*Profile
	recipients    map[int64]*Recipient
	transfers     map[int64]*Transfer
	states        map[int64]customer.UserState // of users; one that is not in it is ACTIVE
	keys          keyring
	subscriptions []*Subscription
	cases         []*supportCase
	failure       failing
	recent        []time.Time // when requests of the last minute came, while limits are kept
	requests      []Request
}

// New makes a server with nobody in its world.
func New(o Options) *Server {
	if o.Speed <= 0 {
		o.Speed = 1
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{
		options: o, log: o.Log, profiles: map[int64]*Profile{}, recipients: map[int64]*Recipient{}, transfers: map[int64]*Transfer{},
		states: map[int64]customer.UserState{}, keys: newKeyring(o.UserTokens),
	}
	s.postbox = newPostbox(o)
	return s
}

// Close stops sending webhooks, those on their way too, and waits until none is.
func (s *Server) Close() { s.postbox.close() }

// Wait waits until every webhook on its way was taken or given up, and every case
// has moved as far as it does by itself. It waits for ever while things go on.
func (s *Server) Wait() { s.postbox.sending.Wait() }

// now is the clock's time in UTC.
func (s *Server) now() time.Time { return s.options.Clock().UTC() }

// faster gives a pause of Wise's at the simulation's speed.
func (o Options) faster(pause time.Duration) time.Duration {
	return time.Duration(float64(pause) / o.Speed)
}
