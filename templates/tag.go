package templates

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
)

// Tone is one of the six tones; each is drawn with words and an icon, never by colour alone.
type Tone = answer.Tone

// Tag is a status: text, icon and colour.
type Tag struct {
	Text string
	Tone Tone
	Icon Icon // empty: the tone's own
}

// StageTag is the tag of an answer; where a transfer has a payout problem its
// stage picks the icon.
func StageTag(text string, tone Tone, stage transfer.Stage) Tag {
	return Tag{Text: text, Tone: tone, Icon: stageIcons[stage]}
}

// stageIcons: a stage that is not in the table takes its tone's icon.
var stageIcons = map[transfer.Stage]Icon{
	transfer.StageReturned:  IconBack,
	transfer.StageCancelled: IconCancelled,
	transfer.StageRefunded:  IconRefund,
}

// icon gives the tag's icon, or its tone's.
func (t Tag) icon() Icon {
	if t.Icon != "" {
		return t.Icon
	}
	return toneIcon(t.Tone)
}

// toneIcon is the icon of a tone; an unknown tone is drawn as neutral.
func toneIcon(t Tone) Icon {
	switch t {
	case answer.Moving:
		return IconMoving
	case answer.Waiting:
		return IconWaiting
	case answer.Problem:
		return IconProblem
	case answer.Done:
		return IconDone
	case answer.Final:
		return IconFinal
	}
	return IconNeutral
}

// toneClass is the tone's class name; an unknown tone is drawn as neutral.
func toneClass(t Tone) string {
	switch t {
	case answer.Moving, answer.Waiting, answer.Problem, answer.Done, answer.Final:
		return string(t)
	}
	return string(answer.Neutral)
}
