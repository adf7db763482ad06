package answer

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
)

// history tells how the thing came to where it stands, oldest first: by its
// events where they are known, else by the states that it was in.
func (s scene) history() []ActivityStep {
	var steps []ActivityStep
	if s.Entries == nil {
		for _, v := range s.Facts.Visits {
			steps = append(steps, ActivityStep{At: v.At, BySent: v.BySent, Text: s.stepText(v.State), Gap: v.Gap, Evidence: v.Evidence})
		}
		return steps
	}
	for _, e := range s.Entries {
		steps = append(steps, s.step(e))
	}
	return steps
}

// step is one event in words.
func (s scene) step(e activity.Entry) ActivityStep {
	step := ActivityStep{At: e.At.Time, BySent: e.At.By == evidence.Sent, Text: s.stepText(e.State), Gap: e.Gap}
	for _, source := range e.Sources {
		step.Evidence = evidence.Union(step.Evidence, evidence.IDs{source.Delivery})
	}
	if e.Repeats {
		step.Text += " (said again)"
	}
	if e.SetsNothing {
		step.Text += " (no usable time: nothing rests on it)"
	}
	return step
}

// flags are the odd things about its events that its history does not show.
func (s scene) flags() []Flag {
	var out []Flag
	for _, code := range s.Facts.Flags {
		if text := harmless(storedText(code)); text != "" {
			out = append(out, Flag{Code: code, Text: text, Since: s.Facts.LastAt, Evidence: s.Facts.Evidence})
		}
	}
	return out
}

// stepText is the state that an event reports, in words.
func (s scene) stepText(state string) string {
	if state == "" {
		return "Reported by Wise"
	}
	return s.Catalogue.Word(tableOf(s.Facts.Kind), state).Title
}
