package wisesim

import (
	"encoding/json"
	"fmt"
	"time"
)

// incomings tells of money that comes in by other ways than a transfer, and of what
// it takes: SWIFT credits, account details and payments to them, reviews, and
// balance accounts that are shut.
func (w *world) incomings(p Plan, post *postman) {
	w.swiftIns(p, post)
	for i := range max(8, p.Transfers/50) {
		w.detailsOrder(p, i, post)
		w.detailsPayment(p, i, post)
		w.review(p, i, post)
		w.oddments(p, i, post)
	}
}

// versionFor gives one of two generations of a type, in turn.
func versionFor(i int) string { return []string{"2.0.0", "4.0.0"}[i%2] }

// orderSteps are the states of an order of account details, one in four orders
// stays at each.
var orderSteps = []string{"PENDING_USER", "PENDING_TW", "REQUIREMENTS_FULFILLED", "DONE"}

// detailsOrder tells how far an order of account details has come.
func (w *world) detailsOrder(p Plan, i int, post *postman) {
	of, version := w.profiles[(i*7+1)%len(w.profiles)], versionFor(i)
	made := w.inside(p, day(1))
	for n, status := range orderSteps[:1+i%4] {
		at := made.Add(time.Duration(n) * 5 * time.Hour)
		asked := []string{"PENDING_USER", "PENDING_TW", "DONE", "DONE"}[n]
		post.post(w.seal("account-details-order#order-state-change", version, json.RawMessage(fmt.Sprintf(
			`{"order_id":"%d","profile_id":%d,"currency":"%s","order_status":"%s","is_account_details_issued":%v,`+
				`"requirements":[{"type":"VERIFICATION","status":"%s"}],"creation_time":"%s","modification_time":"%s"}`,
			90_200+i, of.id, of.currency, status, n == 3, asked, made.UTC().Format(timeForm(version)), at.UTC().Format(timeForm(version)))), at.Add(time.Second)), at.Add(time.Second))
	}
}

// detailsPayment tells of money paid into account details; what becomes of it.
func (w *world) detailsPayment(p Plan, i int, post *postman) {
	of, version := w.profiles[(i*5+2)%len(w.profiles)], versionFor(i+1)
	at, held, amount := w.inside(p, day(1)), "", w.amount(of.currency)
	for n, state := range []string{"PROCESSING", []string{"COMPLETED", "COMPLETED", "REFUNDED", "CANCELLED"}[i%4]} {
		at = at.Add(time.Duration(n) * 3 * time.Hour)
		post.post(w.seal("account-details-payment#state-change", version, json.RawMessage(fmt.Sprintf(
			`{"resource":{"id":%d,"profile_id":%d,"type":"account-details-payment"},"account_details_id":"%d","target_account_id":"%d",`+
				`"transfer":{"id":%d,"type":"transfer","amount":%s,"currency":"%s"},`+
				`"sender":{"name":"MODEL LTD","account_number":"DE%018d","bank_code":"EXAMDEFF","address":"3 PATTERN WAY, BERLIN, DE"},`+
				`"current_state":"%s","previous_state":%s,"occurred_at":"%s"}`,
			77_000+i, of.id, 9_000+i, of.account, firstIncoming+1_000_000+i, amount, of.currency, i, state, quote(held), at.UTC().Format(timeForm(version)))), at.Add(time.Second)), at.Add(time.Second))
		held = state
	}
	if held == "COMPLETED" {
		m := movement{of, true, amount, fmt.Sprint(firstIncoming + 1_000_000 + i), 950_000 + int64(i)}
		post.post(m.body("2.2.0", at.UTC().Format(timeForm("2.2.0")), at.Add(time.Second), w.app.of("balances#update")), at.Add(time.Second))
	}
}

// reviewSteps are the states of a review, with the state of what is asked for; a
// review stays at one of them.
var reviewSteps = []struct{ state, asked string }{
	{"NEW", "NOT_PROVIDED"}, {"WAITING_CUSTOMER_INPUT", "NOT_PROVIDED"}, {"PROCESSING", "IN_REVIEW"}, {"PASSED", "VERIFIED"},
}

// review tells of a review with its deadline, in three versions.
func (w *world) review(p Plan, i int, post *postman) {
	of, id, version := w.profiles[(i*11+3)%len(w.profiles)], w.uuid(), []string{"2.0.0", "4.0.0", "5.0.0"}[i%3]
	made := p.ago(day(1 + i%max(1, min(9, p.Days-1)))).Truncate(time.Second)
	for n, step := range reviewSteps[:1+(i+1)%4] {
		at, from, more := made.Add(time.Duration(n)*2*time.Hour), "", ""
		if version == "5.0.0" && n > 0 {
			from = fmt.Sprintf(`"prevState":"%s",`, reviewSteps[n-1].state)
			more = fmt.Sprintf(`,"requirementChanges":[{"key":"SOURCE_OF_FUNDS","newState":"%s","prevState":"%s","additionalRequirements":[]}]`, step.asked, reviewSteps[n-1].asked)
		}
		form := timeForm(version)
		post.post(w.seal("kyc-reviews#state-change", version, json.RawMessage(fmt.Sprintf(
			`{"resource":{"id":"%s","state":"%s",%s"profileId":%d,"requiredBy":"%s","createdAt":"%s","updatedAt":"%s",`+
				`"triggerReferences":[{"type":"%s","triggerData":{}}],"requirements":[[{"key":"SOURCE_OF_FUNDS","state":"%s","apiCollectionSupported":true,"versions":[]}],`+
				`[{"key":"PROOF_OF_ADDRESS","state":"%s","apiCollectionSupported":false,"versions":[]}]]%s}}`,
			id, step.state, from, of.id, made.Add(day(14)).UTC().Format(form), made.UTC().Format(form), at.UTC().Format(form),
			[]string{"TRANSFER", "CARD", "BANK_ACCOUNT_DETAILS"}[i%3], step.asked, step.asked, more)), at.Add(time.Second)), at.Add(time.Second))
	}
}

// oddments are a balance account that is shut, or opened again, an incoming transfer
// and a SWIFT message.
func (w *world) oddments(p Plan, i int, post *postman) {
	of, version := w.profiles[(i*13+5)%len(w.profiles)], versionFor(i)
	at := w.inside(p, time.Hour)
	for n, state := range []string{"INACTIVE", "ACTIVE"}[:1+i%2] {
		when := at.Add(time.Duration(n) * 20 * time.Minute)
		name := []string{"balances#account-state-change", "balances#account-state-changed"}[i%2]
		post.post(w.seal(name, version, json.RawMessage(fmt.Sprintf(
			`{"resource":{"type":"balance-account","id":%d,"profile_id":%d,"state":"%s"},"occurred_at":"%s"}`,
			of.account, of.id, state, when.UTC().Format(timeForm(version)))), when.Add(time.Second)), when.Add(time.Second))
	}
	post.post(w.seal("incoming-transfer#credited", "4.0.0", json.RawMessage(fmt.Sprintf(
		`{"incoming_transfer_id":"%s","occurred_at":"%s"}`, w.uuid(), at.UTC().Format(millis))), at.Add(time.Second)), at.Add(time.Second))
	post.post(w.seal("swift#message-received", "4.0.0", json.RawMessage(fmt.Sprintf(
		`{"action":{"id":%d,"profile_id":%d,"account_id":%d},"occurred_at":"%s","resource":{"id":"m-%d","message_type":"camt.110","content":"PERvY3VtZW50Lz4=","content_encoding":"base64"}}`,
		firstIncoming+int64(i)*37+11, w.profiles[(2+i*3)%len(w.profiles)].id, w.profiles[(2+i*3)%len(w.profiles)].account, at.UTC().Format(millis), i)), at.Add(time.Second)), at.Add(time.Second))
}
