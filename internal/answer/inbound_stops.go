package answer

// The stops of a payment to the customer.
const (
	stopPayer    = "Payer"
	stopCredited = "Credited"
	stopReturned = "Back to the payer"
)

// inboundStops is where the money of a payment to the customer is.
func inboundStops(l life, code Code) []Stop {
	in := *l.Facts.Inbound
	all := []Stop{
		{Name: stopPayer, Reached: true},
		{Name: stopWise, At: l.reachedWiseAt(), Reached: true},
		{Name: stopCredited, At: in.At, Reached: true, Current: code == InboundCredited},
	}
	if code == InboundReturned {
		all = append(all, Stop{Name: stopReturned, At: in.ReturnedAt, Reached: true, Current: true})
	}
	return all
}
