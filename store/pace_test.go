package store

import (
	"testing"
	"time"
)

func TestPaceOfTheProjector(t *testing.T) {
	start := time.Now()
	heavy := func(p *pace) {
		for range 50 {
			p.ingested(60, start)
		}
	}
	light := func(p *pace) { p.ingested(1, start) }
	usual := func(p *pace) { p.ingested(120, start) }
	cases := []struct {
		name   string
		before func(*pace)
		after  time.Duration // since the last delivery and the projector's last turn
		due    bool          // goes although deliveries wait
		idle   bool          // goes if none wait
	}{
		{"nothing came in yet", func(*pace) {}, 0, false, true},
		{"a delivery just now", light, time.Millisecond, false, false},
		{"a moment without deliveries", light, 4 * time.Millisecond, false, true},
		{"deliveries in ones", light, 60 * time.Millisecond, true, true},
		{"two thousand a second", usual, 60 * time.Millisecond, true, true},
		{"full groups, soon after a turn", heavy, time.Millisecond, false, false},
		{"full groups, a while after a turn", heavy, 200 * time.Millisecond, false, true},
		{"full groups, long after a turn", heavy, 260 * time.Millisecond, true, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var p pace
			p.projected(start)
			c.before(&p)
			now := start.Add(c.after)
			if due := p.due(now); due != c.due {
				t.Errorf("due with deliveries waiting: %v, want %v", due, c.due)
			}
			if idle := p.wait(now) <= 0; idle != c.idle {
				t.Errorf("goes with none waiting: %v, want %v", idle, c.idle)
			}
		})
	}
}
