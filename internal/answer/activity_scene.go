package answer

import (
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
)

// scene is the input with what most kinds ask of it looked up once.
type scene struct {
	ActivityInput
	held reason.Word // what the catalogue says of the state held; the zero Word when none is known
}

// activityWords is what a kind says of one thing.
type activityWords struct {
	title    string
	headline string
	tag      string
	word     reason.Word // who acts, what to ask, how openly, how it stands
	deadline time.Time
	rows     []ActivityRow
	text     string
	history  []ActivityStep
}

// sceneOf looks up what most kinds ask.
func sceneOf(in ActivityInput) scene {
	s := scene{ActivityInput: in}
	if state := in.Facts.State(); state != "" {
		s.held = s.Catalogue.Word(tableOf(in.Facts.Kind), state)
	}
	return s
}

// heldBy gives the events that the state held rests on; those of the whole thing
// for a kind without states.
func (s scene) heldBy() evidence.IDs {
	if n := len(s.Facts.Visits); n > 0 {
		return s.Facts.Visits[n-1].Evidence
	}
	return s.Facts.Evidence
}

// say lets the kind speak.
func (s scene) say() activityWords {
	say, ok := sayings[s.Facts.Kind]
	if !ok {
		return s.plain(kindTitle(s.Facts.Kind))
	}
	return say(s)
}

// sayings is what each kind says; Verification says no more than its state.
var sayings = map[activity.Kind]func(scene) activityWords{
	activity.Balance:          scene.sayBalance,
	activity.Batch:            scene.sayBatch,
	activity.Card:             scene.sayCard,
	activity.CardChallenge:    scene.sayCardChallenge,
	activity.CardOrder:        scene.sayCardOrder,
	activity.CardProduction:   scene.sayCardProduction,
	activity.CardTransaction:  scene.sayCardTransaction,
	activity.CardWallet:       scene.sayCardWallet,
	activity.CDDCheck:         scene.sayCDD,
	activity.DetailsOrder:     scene.sayDetailsOrder,
	activity.DetailsPayment:   scene.sayDetailsPayment,
	activity.Dispute:          scene.sayDispute,
	activity.HoldLimit:        scene.sayHoldLimit,
	activity.IncomingTransfer: scene.sayIncomingTransfer,
	activity.KYCReview:        scene.sayKYC,
	activity.Overdraft:        scene.sayOverdraft,
	activity.ProfileState:     scene.sayProfile,
	activity.RecipientAccount: scene.sayRecipient,
	activity.Settlement:       scene.saySettlement,
	activity.SupportCase:      scene.sayCase,
	activity.SwiftCredit:      scene.saySwiftCredit,
	activity.SwiftMessage:     scene.saySwiftMessage,
}

// plain is what can be said of any thing: its kind, and the row of its state.
func (s scene) plain(title string) activityWords {
	w := activityWords{title: title, headline: s.held.Meaning, tag: s.held.Title, word: s.held, history: s.history()}
	if s.Facts.State() == "" {
		w.word = reason.Word{Who: reason.NotKnown}
		w.headline = "Wise has told us of it, and nothing about how it stands."
	}
	return w
}
