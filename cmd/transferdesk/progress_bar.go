package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// barEvery is how often a progress bar is drawn at most.
const barEvery = 100 * time.Millisecond

// newBar makes a progress bar for n steps; -1: it is not known how many.
func newBar(to io.Writer, what string, n int64) *progressbar.ProgressBar {
	return progressbar.NewOptions64(n,
		progressbar.OptionSetWriter(to),
		progressbar.OptionSetDescription(what),
		progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(barEvery),
		progressbar.OptionSetSpinnerChangeInterval(0), // where n is not known (-1), no goroutine draws on after the end
	)
}
