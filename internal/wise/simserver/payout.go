package simserver

import (
	"fmt"
	"strings"
	"time"

	"transferdesk/internal/transfer"
)

// How long after it was sent Wise knows how a transfer was paid out, and has the
// SWIFT message: it is all correct only after up to three days.
const (
	payoutKnown  = time.Hour
	messageKnown = 24 * time.Hour
)

// payoutAnswer is how a transfer was paid out.
type payoutAnswer struct {
	Processor    string  `json:"processorName"`
	DeliveryMode string  `json:"deliveryMode"`
	Reference    string  `json:"bankingPartnerReference"`
	Partner      string  `json:"bankingPartnerName"`
	MT103        *string `json:"mt103"`
}

// showPayout is GET /v2/transfers/{id}/invoices/bankingpartner: not found before
// the transfer is sent and Wise knows more.
func (s *Server) showPayout(c *call) reply {
	t := s.visible(c)
	if t == nil || !t.isAt(transfer.OutgoingPaymentSent) || c.at.Before(t.SentAt.Add(s.options.faster(payoutKnown))) {
		return notFound(c)
	}
	a := payoutAnswer{
		Processor:    "Simulated Payments " + t.TargetCurrency,
		DeliveryMode: pick("mode", t.ID, "NORMAL", "INSTANT"),
		Reference:    fmt.Sprintf("SIM%010d", inventNumber("partner", t.ID, 1e10)),
		Partner:      "Sample Clearing Bank of " + t.TargetCurrency,
	}
	if t.bySWIFT() {
		a.DeliveryMode = "SWIFT"
		if !c.at.Before(t.SentAt.Add(s.options.faster(messageKnown))) {
			text := s.mt103(t)
			a.MT103 = &text
		}
	}
	return ok(a)
}

// bySWIFT says whether a transfer goes by SWIFT: dollars and the currencies that
// Wise pays out no other way.
func (t *Transfer) bySWIFT() bool {
	return t.TargetCurrency == "USD" || t.TargetCurrency == "KWD" || t.TargetCurrency == "CLP"
}

// mt103 writes the message with names that nobody has.
func (s *Server) mt103(t *Transfer) string {
	to := s.recipient(t)
	return strings.Join([]string{
		"{1:F01SIMUGB00AXXX0000000000}{2:I103SAMPXX00XXXXN}{3:{121:" + inventUUID("uetr", t.ID) + "}}{4:",
		fmt.Sprintf(":20:SIM%010d", inventNumber("partner", t.ID, 1e10)),
		":23B:CRED",
		":32A:" + t.SentAt.UTC().Format("060102") + t.TargetCurrency + strings.Replace(swiftNumber(string(t.TargetValue)), ".", ",", 1),
		":50K:/00000000", "SIMULATED SENDER", "1 INVENTED STREET",
		":59:/" + to.Number, "SIMULATED RECIPIENT",
		":70:" + strings.ToUpper(t.Reference),
		":71A:OUR", "-}",
	}, "\r\n")
}

// swiftNumber gives a number the comma that every amount of a SWIFT message has.
func swiftNumber(value string) string {
	if strings.Contains(value, ".") {
		return value
	}
	return value + "."
}
