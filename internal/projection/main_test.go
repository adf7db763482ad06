package projection

import (
	"flag"
	"os"
	"testing"

	"go.uber.org/goleak"
)

// TestMain lets each property be tried 20 times, with databases of its own,
// unless the command line says otherwise (-rapid.checks=1000).
func TestMain(m *testing.M) {
	given := false
	flag.Parse()
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		if err := flag.Set("rapid.checks", "20"); err != nil {
			os.Exit(1)
		}
	}
	goleak.VerifyTestMain(m)
}
