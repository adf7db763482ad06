// Command transferdesk is the one binary of the product: the server, the demo,
// and the acts that are done on the server's own machine. It only wires the
// rooms together.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // zones also where the machine has none installed

	"github.com/alecthomas/kong"

	"transferdesk/internal/config"
)

// patience is how long further signals are swallowed after the first, which some
// senders repeat at once; after that another one ends the process on the spot.
const patience = 2 * time.Second

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, func() { time.AfterFunc(patience, stop) })
	if err := run(ctx, os.Args[1:], os.LookupEnv, os.Stdin, os.Stdout, os.Stderr); err != nil {
		_, _ = fmt.Fprintln(os.Stderr, "transferdesk:", err)
		os.Exit(1)
	}
}

// surroundings is what a command has from outside.
type surroundings struct {
	ctx    context.Context // done when the command is asked to stop
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	clock  func() time.Time
}

// run does what one command line says and returns when it is done. Results go
// to stdout; the log, progress and questions to stderr.
func run(ctx context.Context, args []string, env config.Lookup, stdin io.Reader, stdout, stderr io.Writer) error {
	var line commandLine
	helped := false
	parser, err := kong.New(&line,
		kong.Name("transferdesk"),
		kong.Description("The back office for money that moves through Wise: where is it, and why was it returned?"),
		kong.Writers(stdout, stderr),
		kong.Exit(func(int) { helped = true }),
		kong.ValueFormatter(config.HelpWithVariables),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		config.Environment(env),
	)
	if err != nil {
		return fmt.Errorf("building the command line: %w", err)
	}
	chosen, err := parser.Parse(args)
	if helped {
		return nil
	}
	if err != nil {
		return errors.Join(err, errors.New(`"transferdesk --help" lists what there is`))
	}
	return chosen.Run(&surroundings{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr, clock: time.Now})
}
