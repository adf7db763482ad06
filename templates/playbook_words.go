package templates

import (
	"net/url"

	"transferdesk/internal/reason"
)

// CardWho names a party in the lists to choose from.
func CardWho(w reason.Who) string { return capital(whoWords(w)) }

// CardRetry says in the lists to choose from whether another payment makes sense.
func CardRetry(r reason.Retry) string {
	switch r {
	case reason.RetryYes:
		return "Yes, as it was"
	case reason.RetryAfterFix:
		return "Yes, once that is put right"
	case reason.RetryNo:
		return "No"
	}
	return "Not before Wise has said what is wrong"
}

// CardOpenness says in a few words how openly one may speak.
func CardOpenness(o reason.Openness) string {
	switch o {
	case reason.Tell:
		return "Tell plainly"
	case reason.Softly:
		return "Softly"
	case reason.Locked:
		return "Locked"
	}
	return "Desk only"
}

// opennessTag draws it.
func opennessTag(o reason.Openness) Tag {
	switch o {
	case reason.Tell:
		return Tag{Text: CardOpenness(o), Tone: "done"}
	case reason.Softly:
		return Tag{Text: CardOpenness(o), Tone: "moving", Icon: IconNeutral}
	}
	return Tag{Text: CardOpenness(o), Tone: "neutral", Icon: IconClose}
}

// KindWords names a kind of card.
func KindWords(k reason.Kind) string {
	if k == reason.OfCase {
		return "Active case"
	}
	return "Payout failure"
}

// sourceWords says where a card's facts come from.
func sourceWords(p ReasonPage) string {
	switch {
	case !p.Known:
		return "Nobody has said yet what it means."
	case !p.Builtin:
		return "Wise describes no such code in what the product knows; the card is a lead’s."
	case p.Mark == reason.Stated:
		return "Stated by Wise."
	}
	return markWords(p.Mark)
}

// ReasonPath is the page of a code; empty when it can have none. A failure needs no
// kind: where a code is both, its page is the failure's.
func ReasonPath(kind reason.Kind, code string) string {
	if !reason.CanHaveCard(code) {
		return ""
	}
	path := "/reasons/" + url.PathEscape(code)
	if kind == reason.OfCase {
		path += "?kind=" + string(kind)
	}
	return path
}
