package help

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// Show is /help: what the words, the colours and the keys of all pages mean, from
// the tables that the pages themselves are printed from.
func (p *Pages) Show(c echo.Context, who auth.Actor) error {
	face := p.Face(who)
	var feed *templates.Feed
	err := p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := templates.HelpPage{
		Frame: p.Frame(c, who, templates.NavNone, feed), States: helpStates(), Stages: helpStages(), Accounts: helpAccounts(),
		Search: wording.Formats(), Rights: helpRights(),
	}
	page.Frame.Title = "Help"
	return p.OK(c, templates.Help(page))
}

// helpStates are Wise's states of a transfer as the timeline draws them.
func helpStates() []templates.HelpTag {
	var list []templates.HelpTag
	for _, m := range stateMeanings {
		word := wording.Of(m.state)
		tag := templates.Tag{Text: word.Happened, Tone: word.Tone, Icon: word.Icon}
		list = append(list, templates.HelpTag{Tag: tag, Wise: string(m.state), Means: m.means})
	}
	return list
}

// helpStages are the stages of what came back.
func helpStages() []templates.HelpTag {
	var list []templates.HelpTag
	for _, stage := range wording.Stages() {
		tone := answer.Problem
		if stage == transfer.StageRefunded {
			tone = answer.Final
		}
		list = append(list, templates.HelpTag{Tag: templates.StageTag(wording.StageWords[stage], tone, stage), Means: stageMeanings[stage]})
	}
	return list
}

// helpAccounts are the states of a user's account.
func helpAccounts() []templates.HelpTag {
	var list []templates.HelpTag
	for _, state := range []customer.UserState{customer.Active, customer.WithdrawOnly, customer.Deactivated} {
		list = append(list, templates.HelpTag{Tag: wording.UserTag(state), Wise: string(state), Means: accountMeanings[state]})
	}
	return list
}

// helpRights says for each thing that people do which roles may, as the table of rights
// has it.
func helpRights() []templates.HelpRight {
	var list []templates.HelpRight
	for _, right := range rightWords {
		list = append(list, templates.HelpRight{What: right.what, Who: auth.WhoMay(right.act)})
	}
	return list
}
