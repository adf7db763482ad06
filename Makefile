# Transferdesk. `make` alone says what there is.
STATICCHECK := go run honnef.co/go/tools/cmd/staticcheck@v0.8.2
ERRCHECK    := go run github.com/kisielk/errcheck@v1.30.0
export CGO_ENABLED = 1

.DEFAULT_GOAL := help
.PHONY: help run test build check generate fresh format vet lint race bench lighthouse fuzz soak

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## the main job, with nothing to set up: a demo with simulated webhooks and three log-ins
	./bin/transferdesk demo

test: ## all tests that every change must pass; some 7 minutes
	go test -timeout 20m ./web ./... # the longest first, so that it does not run alone at the end

build: ## bin/transferdesk and bin/wisesim
	go build -o bin/ ./cmd/transferdesk ./cmd/wisesim

check: fresh format vet lint race test build ## what CI runs

generate: ## templates/*_templ.go from templates/*.templ
	go tool templ generate -path templates

fresh: ## the generated code is that of the templates
	@before=$$(cat templates/*_templ.go | cksum); go tool templ generate -path templates >/dev/null 2>&1 || exit 1; \
	after=$$(cat templates/*_templ.go | cksum); test "$$before" = "$$after" || { echo "templates/*_templ.go was stale: run make generate"; exit 1; }

format: ## gofmt has nothing to say
	@found=$$(gofmt -l cmd internal static store templates web); test -z "$$found" || { echo "gofmt would change:"; echo "$$found"; exit 1; }

vet: ## go vet
	go vet ./...

lint: ## staticcheck and errcheck, pinned
	$(STATICCHECK) ./...
	$(ERRCHECK) -ignoretests ./...

race: ## the rooms that share memory, under the race detector
	go test -race -timeout 20m ./web/... ./internal/projection ./store ./internal/reconcile ./internal/journal ./internal/wise/api ./internal/enrich ./internal/desk ./internal/atwise ./internal/live ./internal/presence

bench: ## acknowledged events, time until they are seen, and pages, as ratios of one run
	go test ./web -run '^$$' -bench 'Ratios|Visible|Pages' -benchtime 1x -timeout 30m

lighthouse: ## Lighthouse over four pages with 100,000 transfers behind them; needs node and npm
	TRANSFERDESK_LIGHTHOUSE=1 go test ./internal/screens -run Lighthouse -v -count=1 -timeout 40m

fuzz: ## ten minutes of fuzzing the decoder, the signature header and the folds
	go test ./internal/wise -run '^$$' -fuzz FuzzDecode -fuzztime 2m -fuzzminimizetime 10x
	go test ./internal/inquiry -run '^$$' -fuzz FuzzRead -fuzztime 1m -fuzzminimizetime 10x
	go test ./internal/wise -run '^$$' -fuzz FuzzVerify -fuzztime 2m -fuzzminimizetime 10x
	go test ./internal/transfer -run '^$$' -fuzz FuzzFold -fuzztime 150s -fuzzminimizetime 10x
	go test ./internal/activity -run '^$$' -fuzz FuzzFold -fuzztime 150s -fuzzminimizetime 10x

soak: ## far more random lives, and a far larger burst, than a change has time for
	go test ./internal/transfer ./internal/customer ./internal/activity -rapid.checks=20000 -timeout 60m
	go test ./internal/projection -rapid.checks=1000 -lives=10000 -burst=50000 -timeout 60m
