package wise

import (
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
)

// readMessage takes out of the raw message of version 2.0.0 what is clear there;
// the rest stays as it is, and nothing of it is a reason to refuse the event.
func (f *fields) readMessage(d *activity.SwiftDetail) {
	m := parseMT(d.Message)
	d.UETR = m.uetr
	f.checkUETR(d.UETR)
	d.Reference = oneLine(m.first("70", "20"))
	f.handle(HandleReference, oneLine(m.first("20")))
	d.Sender = m.party("50")
	d.Sender.Bank = firstLine(m.first("52A", "52D"))
	d.Recipient = m.party("59")
	d.Recipient.Bank = firstLine(m.first("57A", "57D"))
	d.Rate, _ = mtNumber(m.first("36"))
	d.Instructed, d.Settled = mtAmount(m.first("33B")), m.settled()
	d.Charges = firstLine(m.first("71A"))
	for _, tag := range []string{"71F", "71G"} {
		for _, value := range m.fields[tag] {
			if fee := mtAmount(value); fee.Known() {
				d.Correspondent = append(d.Correspondent, activity.Fee{Type: tag, Amount: fee})
			}
		}
	}
	for _, a := range []money.Amount{d.Instructed, d.Settled} {
		if a.Known() && !money.KnownCurrency(a.Currency) {
			f.flag(evidence.FlagUnknownCurrency)
		}
	}
}

// party reads a customer of the payment: field 50 the one who ordered it, 59 the
// one who gets it. Option F numbers its lines: 1 name, 2 address, 3 country and
// town; option A names a bank's BIC; the others begin with the name.
func (m mt) party(field string) activity.Party {
	for _, option := range []string{"F", "K", "A", ""} {
		value := m.first(field + option)
		if value == "" {
			continue
		}
		account, lines := mtAccount(strings.Split(value, "\n"))
		p := activity.Party{Account: account}
		p.Name, p.Address = mtNamed(option, lines)
		return p
	}
	return activity.Party{}
}

// mtAccount takes the account off the first line, where it stands behind a slash.
func mtAccount(lines []string) (account string, rest []string) {
	if account, ok := strings.CutPrefix(lines[0], "/"); ok {
		return strings.TrimSpace(account), lines[1:]
	}
	return "", lines
}

// mtNamed reads the name and the address from the lines after the account.
func mtNamed(option string, lines []string) (name, address string) {
	if option != "F" {
		if len(lines) == 0 {
			return "", ""
		}
		return strings.TrimSpace(lines[0]), joined(", ", lines[1:]...)
	}
	var names, places []string
	for _, line := range lines {
		switch number, text, ok := strings.Cut(line, "/"); {
		case ok && number == "1":
			names = append(names, text)
		case ok && (number == "2" || number == "3"):
			places = append(places, text)
		}
	}
	return joined(" ", names...), joined(", ", places...)
}

// oneLine puts a value that runs over several lines on one.
func oneLine(value string) string { return joined(" ", strings.Split(value, "\n")...) }

// firstLine is the first line without the account that may stand there, behind
// which the bank is on the second.
func firstLine(value string) string {
	_, lines := mtAccount(strings.Split(value, "\n"))
	if len(lines) == 0 {
		return ""
	}
	return strings.TrimSpace(lines[0])
}
