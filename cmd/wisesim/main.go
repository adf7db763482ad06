// Command wisesim is Wise, simulated: its API as a server, with signed webhooks;
// whole lives of transfers sent to a server under test; or as much load as it takes.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "wisesim:", err)
		os.Exit(1)
	}
}

// commands are what wisesim can do; fields are flags, environment and help.
type commands struct {
	Serve serveCommand `cmd:"" default:"withargs" help:"Serve Wise's API and send webhooks (this is what happens without a command)."`
	Send  sendCommand  `cmd:"" help:"Send the lives of many transfers, then a trickle of new events."`
	Load  loadCommand  `cmd:"" help:"Send load and print events per second and percentiles."`
}

// about is the description that --help begins with.
const about = `Wise, simulated: its API with signed webhooks, and load.

While the API is served on this machine, the world is changed with

  PUT  /_sim/failure                how requests fail: {"mode":"slow","delay":"7s","paths":["/v1/transfers"]}; {} ends it
  POST /_sim/transfers/ID/status    {"status":"bounced_back","silently":true}
  POST /_sim/transfers/ID/cases     {"cases":["deposit_proof_needed"]}
  POST /_sim/users/ID/state         {"state":"DEACTIVATED"}`

// place is where webhooks go and how they are signed.
type place struct {
	Target string `required:"" placeholder:"URL" env:"WISESIM_TARGET" help:"Where webhooks are sent, e.g. http://127.0.0.1:8080/webhooks/wise."`
	signing
}

// signing is how webhooks are signed, and which lives they tell; all commands share it.
type signing struct {
	Key          string `placeholder:"FILE" env:"WISESIM_KEY" help:"Private key (PEM, PKCS#8) to sign with; made when the file does not exist. Without it a key is made for this run only."`
	PublicKeyOut string `placeholder:"FILE" env:"WISESIM_PUBLIC_KEY_OUT" help:"Where the public key is written, for transferdesk serve --wise-public-key."`
	Seed         uint64 `default:"1" env:"WISESIM_SEED" help:"The same seed tells the same lives."`
}

// session is what a command runs with: where it writes, and the clock.
type session struct {
	out   io.Writer
	clock func() time.Time
}

// run reads the command line and does what it says until it is done or ctx ends.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var cli commands
	helped := false
	parser, err := kong.New(&cli, kong.Name("wisesim"), kong.Description(about),
		kong.Writers(stdout, stderr), kong.Exit(func(int) { helped = true }), kong.UsageOnError())
	if err != nil {
		return fmt.Errorf("setting up the command line: %w", err)
	}
	parsed, err := parser.Parse(args)
	if helped {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the command line: %w", err)
	}
	parsed.BindTo(ctx, (*context.Context)(nil))
	return parsed.Run(session{out: stdout, clock: func() time.Time { return time.Now().UTC() }})
}
