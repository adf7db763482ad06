package simserver

import (
	"regexp"
	"strings"
)

// route is one operation of the API.
type route struct {
	version string // of the legacy path, such as v1; "": a path without a version
	pattern string // method and path without any version
	doors   door   // whose tokens it takes
	answer  func(*Server, *call) reply
	slow    bool // it sends requests of its own: it takes the lock by itself
}

// routes are all operations, as a reader of Wise's reference meets them. Each is
// found under its legacy path and under the dated one, such as /2026Q3/transfers/1.
func routes() []route {
	const id, app, own = "/transfers/{transferId}", "/applications/{clientKey}/subscriptions", "/profiles/{profileId}/subscriptions"
	return []route{
		{"", "POST /oauth/token", anybody, (*Server).exchange, false},

		{"v1", "GET /transfers", people, (*Server).listTransfers, false},
		{"v1", "GET " + id, people, (*Server).showTransfer, false},
		{"v1", "PUT " + id + "/cancel", people, (*Server).cancelTransfer, false},
		{"v1", "GET " + id + "/receipt.pdf", people, (*Server).showReceipt, false},
		{"v1", "GET " + id + "/us-combined-receipt.pdf", people, (*Server).showCombinedReceipt, false},
		{"v1", "GET " + id + "/payments", people, (*Server).listFundings, false},
		{"v2", "GET " + id + "/invoices/bankingpartner", people, (*Server).showPayout, false},
		{"v1", "GET /delivery-estimates/{transferId}", user, (*Server).showEstimate, false},

		{"v2", "GET /profiles", people, (*Server).listProfiles, false},
		{"v2", "GET /profiles/{profileId}", people, (*Server).showProfile, false},
		{"v2", "GET /accounts/{accountId}", user, (*Server).showRecipient, false},
		{"v1", "GET /me", people, (*Server).showMe, false},
		{"v1", "GET /users/{userId}", people, (*Server).showUser, false},

		{"v3", "POST " + app, application, (*Server).subscribe, true},
		{"v3", "GET " + app, application, (*Server).listSubscriptions, false},
		{"v3", "GET " + app + "/{subscriptionId}", application, (*Server).showSubscription, false},
		{"v3", "DELETE " + app + "/{subscriptionId}", application, (*Server).unsubscribe, false},
		{"v3", "POST " + app + "/{subscriptionId}/test-notifications", application, (*Server).testSubscription, false},
		{"v3", "POST " + own, user, (*Server).subscribe, true},
		{"v3", "GET " + own, user, (*Server).listSubscriptions, false},
		{"v3", "GET " + own + "/{subscriptionId}", user, (*Server).showSubscription, false},
		{"v3", "DELETE " + own + "/{subscriptionId}", user, (*Server).unsubscribe, false},

		{"", "POST /cases", application, (*Server).openCase, false},
		{"", "GET /cases/{caseId}", application, (*Server).showCase, false},
		{"", "POST /cases/{caseId}/messages", application, (*Server).writeToCase, false},

		{"v1", "GET /simulation/transfers/{transferId}/{status}", user, (*Server).simulate, false},
		{"v1", "POST /simulation/transfers/{transferId}/payout-failure", user, (*Server).simulateFailure, false},
		{"v1", "POST /simulation/balance/topup", user, (*Server).topUp, false},
	}
}

// versioned is the beginning of a path in either style.
var versioned = regexp.MustCompile(`^/(v[1-9]|20[0-9][0-9]Q[1-4])/`)

// dated says whether a version is one of the newer style.
func dated(version string) bool { return strings.HasPrefix(version, "20") }

// splitVersion cuts the version off a path; "" is a path without one.
func splitVersion(path string) (version, rest string) {
	found := versioned.FindString(path)
	if found == "" {
		return "", path
	}
	return strings.Trim(found, "/"), path[len(found)-1:]
}

// match says whether a method and a path are the route's, and what stands for the
// names in it.
func (r route) match(method, path string) (values map[string]string, ok bool) {
	wantMethod, wantPath, _ := strings.Cut(r.pattern, " ")
	want, got := strings.Split(wantPath, "/"), strings.Split(path, "/")
	if method != wantMethod || len(want) != len(got) {
		return nil, false
	}
	values = map[string]string{}
	for i, part := range want {
		if strings.HasPrefix(part, "{") && got[i] != "" {
			values[strings.Trim(part, "{}")] = got[i]
		} else if part != got[i] {
			return nil, false
		}
	}
	return values, true
}
