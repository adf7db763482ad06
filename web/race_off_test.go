//go:build !race

package web

// underRace says that the race detector watches the tests.
const underRace = false
