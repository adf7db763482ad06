package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/wise/simserver"
)

// mishaps are what goes wrong from the start.
type mishaps struct {
	Fail      string        `placeholder:"MODE" help:"How requests fail: down, slow, unauthorized, sca, forbidden, not_found, conflict, too_many, server_error, garbage, truncated, wrong_types, redirect or huge."`
	Duplicate float64       `default:"0" placeholder:"SHARE" help:"This share of the new webhooks comes twice: 0.1 is one in ten."`
	Reorder   float64       `default:"0" placeholder:"SHARE" help:"This share comes after the next one, or a minute late."`
	Withhold  float64       `default:"0" placeholder:"SHARE" help:"This share never comes."`
	Delay     time.Duration `default:"0s" help:"Each new webhook comes so much later."`
}

// check refuses what there is not.
func (m mishaps) check() error {
	if m.Fail != "" && !slices.Contains(simserver.Modes(), simserver.Mode(m.Fail)) {
		return fmt.Errorf("--fail: there is no mode %q", m.Fail)
	}
	for _, share := range []float64{m.Duplicate, m.Reorder, m.Withhold} {
		if share < 0 || share > 1 {
			return errors.New("--duplicate, --reorder and --withhold are shares from 0 to 1")
		}
	}
	return nil
}

// failure is how requests fail from the start.
func (m mishaps) failure() simserver.Failure { return simserver.Failure{Mode: simserver.Mode(m.Fail)} }

// post is what goes wrong with webhooks; the same seed chooses the same ones.
func (m mishaps) post(seed uint64) simserver.Post {
	return simserver.Post{Duplicate: m.Duplicate, Reorder: m.Reorder, Withhold: m.Withhold, Delay: m.Delay, Seed: seed}
}
