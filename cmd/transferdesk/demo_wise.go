package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/web"
)

// The demo's Wise: how much faster than the real one it answers cases and tries
// again, and of how many transfers the last webhooks never come.
const (
	demoSpeed    = 60
	demoWithheld = 6
)

// demoWise is Wise's API in the demo: simulated, inside this process, asked over
// real HTTP on a port of its own. Config is how it is asked.
type demoWise struct {
	Config api.Config
	server *simserver.Server
	world  wisesim.World
	http   *http.Server
	served chan error
}

// startWise opens the API with the plan's world. The file of user tokens is in dir.
func startWise(s *surroundings, plan wisesim.Plan, signer *wisesim.Signer, dir string) (*demoWise, error) {
	w := &demoWise{world: plan.World(), served: make(chan error, 1)}
	tokens, err := demoTokens(w.world, filepath.Join(dir, "user-tokens.csv"))
	if err != nil {
		return nil, err
	}
	ln, err := web.Listen(s.ctx, "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	w.Config = api.Config{
		BaseURL: "http://" + ln.Addr().String(), ClientID: "demo-client", ClientSecret: rand.Text(), ClientKey: "demo-key",
		PersonalToken: rand.Text(), UserTokens: filepath.Join(dir, "user-tokens.csv"),
	}
	w.server = simserver.New(simserver.Options{
		Clock: s.clock, ClientID: w.Config.ClientID, ClientSecret: w.Config.ClientSecret, ClientKey: w.Config.ClientKey,
		PersonalToken: w.Config.PersonalToken, UserTokens: tokens, Signer: signer, Speed: demoSpeed, Limits: true,
	})
	w.server.Populate(w.world)
	w.http = &http.Server{Handler: w.server.Controls(), ReadHeaderTimeout: 5 * time.Second}
	go func() { w.served <- w.http.Serve(ln) }()
	return w, nil
}

// close stops the webhooks and the API.
func (w *demoWise) close() error {
	w.server.Close()
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Second)
	defer stop()
	err := errors.Join(w.http.Shutdown(ctx), w.http.Close())
	if served := <-w.served; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

// demoTokens writes the file of the users' refresh tokens. One user in five has
// given none, as happens.
func demoTokens(world wisesim.World, path string) (map[int64]string, error) {
	tokens := map[int64]string{}
	var text strings.Builder
	text.WriteString("user_id,refresh_token\n")
	for i, p := range world.Profiles {
		if i%5 != 4 {
			tokens[p.User] = rand.Text()
			fmt.Fprintf(&text, "%d,%s\n", p.User, tokens[p.User])
		}
	}
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		return nil, fmt.Errorf("writing the demo's user tokens: %w", err)
	}
	return tokens, nil
}

// cancellable gives some transfers that Wise would still cancel, the latest first.
func (w *demoWise) cancellable(most int) []int64 {
	var ids []int64
	for _, t := range slices.SortedFunc(slices.Values(w.world.Transfers), func(a, b wisesim.Payment) int { return cmp.Compare(b.ID, a.ID) }) {
		if t.State == transfer.IncomingPaymentWaiting && !t.Hindered && len(ids) < most {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// welcome says where the API is and what can be tried with it.
func (w *demoWise) welcome(to io.Writer) error {
	_, err := fmt.Fprintf(to, "Wise's API is simulated at %s. Of %d transfers the last webhooks never come: reconciliation finds them.\n",
		w.Config.BaseURL, min(demoWithheld, len(w.world.Transfers)/4))
	for _, id := range w.cancellable(2) {
		if err == nil {
			_, err = fmt.Fprintf(to, "Transfer %d can still be cancelled.\n", id)
		}
	}
	return err
}
