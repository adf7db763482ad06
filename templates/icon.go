package templates

import "transferdesk/static"

// Icon is the id of a symbol in static/icons.svg.
type Icon string

// The icons in use, by what they mean here.
const (
	IconMoving    Icon = "arrow-right"
	IconWaiting   Icon = "clock"
	IconProblem   Icon = "triangle-alert"
	IconDone      Icon = "check"
	IconFinal     Icon = "flag"
	IconNeutral   Icon = "circle-dot"
	IconBack      Icon = "undo-2"
	IconCancelled Icon = "circle-x"
	IconRefund    Icon = "banknote"
	IconSent      Icon = "send"
	IconConverted Icon = "arrow-left-right"
	IconCase      Icon = "folder-open"
	IconCredit    Icon = "arrow-down-left"
	IconDebit     Icon = "arrow-up-right"
	IconUnknown   Icon = "circle-question-mark"
	IconGap       Icon = "unlink"
	IconRollback  Icon = "rotate-ccw"
	IconPerson    Icon = "user"
	IconSearch    Icon = "search"
	IconQueue     Icon = "inbox"
	IconEvents    Icon = "activity"
	IconSystem    Icon = "server"
	IconCopy      Icon = "copy"
	IconPaper     Icon = "file-text"
	IconClose     Icon = "x"
	IconOpen      Icon = "chevron-right"
	IconFilter    Icon = "list-filter"
	IconTest      Icon = "flask-conical"
	IconLeave     Icon = "log-out"
	IconLock      Icon = "lock"

	IconSubscriptions Icon = "rss"
	IconPlaybook      Icon = "book-open"
	IconNote          Icon = "sticky-note"

	IconSettings Icon = "sliders-horizontal"
	IconPrint    Icon = "printer"
	IconHelp     Icon = "circle-question-mark"
)

// href is where a browser finds the icon.
func (i Icon) href() string { return static.URL("icons.svg") + "#" + string(i) }
