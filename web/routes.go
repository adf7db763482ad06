package web

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
)

// route is one URL: who comes in by which door, and what it lets them do.
type route struct {
	method string
	path   string
	door   door
	act    auth.Act // empty only for doorOpen
	handle handler
}

// routes is every URL, in the order in which a user meets them.
func (s *Server) routes() []route {
	const get, post, put = http.MethodGet, http.MethodPost, http.MethodPut
	return []route{
		{get, "/login", doorOpen, "", s.login.Show},
		{post, "/login", doorOpen, "", s.login.SignIn},
		{post, "/logout", doorPage, auth.SignOut, s.login.SignOut},
		{get, "/setup", doorOpen, "", s.login.SetupShow},
		{post, "/setup", doorOpen, "", s.login.Setup},

		{get, "/", doorPage, auth.ViewQueue, s.queueShow},
		{get, "/search", doorPage, auth.Search, s.searchShow},
		{post, "/search", doorPage, auth.Search, s.searchPaste},
		{get, "/customers/:profile", doorPage, auth.ViewCustomer, s.customerShow},
		{post, "/customers/:profile/link", doorPage, auth.LinkCustomer, s.customerLink},
		{get, "/customers/:profile/activity", doorPage, auth.ViewCustomer, s.activities.List},
		{get, "/users/:user", doorPage, auth.ViewUser, s.userShow},
		{get, "/transfers/:transfer", doorPage, auth.ViewTransfer, s.transferShow},
		{post, "/transfers/:transfer/ask", doorPage, auth.AskTransfer, s.transferAsk},
		{post, "/transfers/:transfer/tellings", doorPage, auth.TellCustomer, s.tellingAdd},
		{post, "/transfers/:transfer/assignee", doorPage, auth.AssignTransfer, s.workAssign},
		{post, "/transfers/:transfer/follow-up", doorPage, auth.FollowUpTransfer, s.workFollowUp},
		{post, "/transfers/:transfer/resolve", doorPage, auth.ResolveTransfer, s.workResolve},
		{post, "/transfers/:transfer/reopen", doorPage, auth.ReopenTransfer, s.workReopen},
		{post, "/transfers/:transfer/notes", doorPage, auth.AddNote, s.noteAdd},
		{get, "/transfers/:transfer/notes/:note/edit", doorPage, auth.EditNote, s.noteEdit},
		{post, "/transfers/:transfer/notes/:note", doorPage, auth.EditNote, s.noteSave},
		{post, "/transfers/:transfer/notes/:note/withdraw", doorPage, auth.WithdrawNote, s.noteWithdraw},
		{post, "/transfers/:transfer/notes/:note/undo", doorPage, auth.EditNote, s.noteUndo},
		{get, "/transfers/:transfer/wise", doorPage, auth.ViewTransfer, s.transferTold},
		{get, "/transfers/:transfer/cancel", doorPage, auth.CancelTransfer, s.cancelShow},
		{post, "/transfers/:transfer/cancel", doorPage, auth.CancelTransfer, s.cancelTransfer},
		{get, "/transfers/:transfer/print", doorPage, auth.PrintTransfer, s.transferPrint},
		{get, "/transfers/:transfer/receipt.pdf", doorPage, auth.ViewReceipt, s.receiptShow},
		{get, "/transfers/:transfer/proof", doorPage, auth.ViewProof, s.proofShow},
		{get, "/transfers/:transfer/proof/wise", doorPage, auth.ViewProof, s.proofTold},
		{get, "/transfers/:transfer/proof.pdf", doorPage, auth.ViewProof, s.proofFile},
		{post, "/transfers/:transfer/proof", doorPage, auth.AskPayout, s.proofAsk},
		{get, "/transfers/:transfer/case", doorPage, auth.OpenSupportCase, s.caseDraft},
		{post, "/transfers/:transfer/case", doorPage, auth.OpenSupportCase, s.caseOpen},
		{get, "/cases", doorPage, auth.ViewCases, s.caseList},
		{get, "/cases/:case", doorPage, auth.ViewActivity, s.caseShow},
		{post, "/cases/:case/messages", doorPage, auth.AddCaseMessage, s.caseMessage},
		{post, "/cases/:case/ask", doorPage, auth.AskSupportCase, s.caseAsk},
		{get, "/activity/:kind/:id", doorPage, auth.ViewActivity, s.activities.Show},
		{get, "/settlements", doorPage, auth.ViewSettlements, s.activities.Settlements},
		{get, "/bounced", doorPage, auth.ViewBounced, s.bouncedList},
		{get, "/reasons", doorPage, auth.ViewPlaybook, s.playbook.List},
		{get, "/reasons/:code", doorPage, auth.ViewPlaybook, s.playbook.Show},
		{post, "/reasons/:code", doorPage, auth.EditPlaybook, s.playbook.Save},
		{get, "/reasons/:code/edit", doorPage, auth.EditPlaybook, s.playbook.Edit},
		{get, "/reasons/:code/compare", doorPage, auth.ViewPlaybook, s.playbook.Compare},
		{post, "/reasons/:code/restore", doorPage, auth.RestorePlaybook, s.playbook.Restore},
		{get, "/events", doorPage, auth.ViewEvents, s.events.List},
		{get, "/events/rejected", doorPage, auth.ViewRejected, s.events.Rejected},
		{get, "/events/again", doorPage, auth.ApplyAgain, s.events.AgainShow},
		{post, "/events/again", doorPage, auth.ApplyAgain, s.events.AgainStart},
		{post, "/events/again/stop", doorPage, auth.ApplyAgain, s.events.AgainStop},
		{get, "/events/:event", doorPage, auth.ViewEvent, s.events.Show},
		{post, "/events/:event/again", doorPage, auth.ApplyAgain, s.events.Again},
		{post, "/events/:event/aside", doorPage, auth.SetAside, s.events.Aside},
		{post, "/events/:event/attach", doorPage, auth.AttachEvent, s.events.Attach},
		{get, "/events/:event/raw", doorPage, auth.RevealRaw, s.events.Reveal},
		{get, "/events/:event/locked", doorPage, auth.ViewLocked, s.events.Locked},

		{get, "/settings", doorPage, auth.ViewSettings, s.settings.Show},
		{post, "/settings", doorPage, auth.ChangeSettings, s.settings.Change},
		{get, "/help", doorPage, auth.ViewHelp, s.help.Show},
		{get, "/help/design", doorPage, auth.ViewDesign, s.help.Design},
		{get, "/live", doorPage, auth.ListenLive, s.streams.Listen},
		{post, "/live/editing", doorPage, auth.ShowEditing, s.streams.Editing},

		{get, "/admin/subscriptions", doorPage, auth.ViewSubscriptions, s.subscriptions.List},
		{post, "/admin/subscriptions", doorPage, auth.AddSubscription, s.subscriptions.Add},
		{post, "/admin/subscriptions/ask", doorPage, auth.AskSubscriptions, s.subscriptions.Ask},
		{get, "/admin/subscriptions/new", doorPage, auth.AddSubscription, s.subscriptions.New},
		{get, "/admin/subscriptions/missing", doorPage, auth.AddSubscription, s.subscriptions.MissingShow},
		{post, "/admin/subscriptions/missing", doorPage, auth.AddSubscription, s.subscriptions.MissingStart},
		{post, "/admin/subscriptions/missing/stop", doorPage, auth.AddSubscription, s.subscriptions.MissingStop},
		{post, "/admin/subscriptions/:subscription/ask", doorPage, auth.AskSubscriptions, s.subscriptions.AskOne},
		{get, "/admin/subscriptions/:subscription/delete", doorPage, auth.DeleteSubscription, s.subscriptions.DeletionShow},
		{post, "/admin/subscriptions/:subscription/delete", doorPage, auth.DeleteSubscription, s.subscriptions.Delete},
		{get, "/admin/subscriptions/:subscription/test", doorPage, auth.TestSubscription, s.subscriptions.TrialShow},
		{post, "/admin/subscriptions/:subscription/test", doorPage, auth.TestSubscription, s.subscriptions.TrialStart},
		{get, "/admin/system", doorPage, auth.ViewSystem, s.system.Show},
		{get, "/admin/reconciliation", doorPage, auth.ViewReconciliation, s.reconciliation.Show},
		{post, "/admin/reconciliation/run", doorPage, auth.RunReconciliation, s.reconciliation.Run},
		{post, "/admin/reconciliation/stop", doorPage, auth.RunReconciliation, s.reconciliation.Stop},

		{get, "/api/v1/openapi.json", doorToken, auth.ViewContract, s.apiContract},
		{get, "/api/v1/transfers/:transfer", doorToken, auth.ViewTransfer, s.apiTransferShow},
		{get, "/api/v1/customers/:profile", doorToken, auth.ViewCustomer, s.apiCustomerShow},
		{get, "/api/v1/users/:user", doorToken, auth.ViewUser, s.apiUserShow},
		{get, "/api/v1/activity/:kind/:id", doorToken, auth.ViewActivity, s.activities.ShowJSON},
		{put, "/api/v1/directory/:reference", doorToken, auth.ImportCustomers, s.apiDirectoryPut},
		{get, "/api/v1/search", doorToken, auth.Search, s.apiSearchShow},
		{post, "/api/v1/search", doorToken, auth.Search, s.apiSearchPaste},
		{get, "/api/v1/bounced", doorToken, auth.ViewBounced, s.apiBouncedList},
		{get, "/api/v1/events", doorToken, auth.ViewEvents, s.events.ListJSON},
		{get, "/api/v1/events/:event", doorToken, auth.ViewEvent, s.events.ShowJSON},

		{post, "/webhooks/wise", doorOpen, "", s.webhook.Receive},
		{get, "/healthz", doorOpen, "", s.healthShow},
		{get, "/readyz", doorOpen, "", s.readyShow},
		{get, "/assets/:hash/:name", doorOpen, "", s.assetShow},
	}
}

// register hands the routes to echo, GET ones for HEAD too, and refuses to start
// with one that has no rule.
func (s *Server) register(e *echo.Echo) error {
	for at, r := range s.routes() {
		if err := r.check(); err != nil {
			return err
		}
		r.handle = s.inEdition(at, r.door != doorOpen)
		e.Add(r.method, r.path, s.guard(r))
		if r.method == http.MethodGet {
			e.Add(http.MethodHead, r.path, s.guard(r))
		}
	}
	return nil
}

// check is what makes a forgotten rule fail: every route has a door, and every
// door but the open one an act that somebody may do.
func (r route) check() error {
	if r.door == doorNone || r.handle == nil {
		return fmt.Errorf("route %s %s has no door or no handler", r.method, r.path)
	}
	if (r.door == doorOpen) != (r.act == "") {
		return fmt.Errorf("route %s %s: an act belongs to every door but the open one", r.method, r.path)
	}
	if r.act != "" && !auth.HasRule(r.act) {
		return fmt.Errorf("route %s %s: the act %q has no rule", r.method, r.path, r.act)
	}
	return nil
}
