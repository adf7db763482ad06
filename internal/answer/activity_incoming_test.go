package answer_test

import (
	"testing"

	"transferdesk/internal/activity"
)

// spelled is the seeds' example of a SWIFT credit of version 3.0.0, rawCredit one of 2.0.0.
var (
	spelled = activity.SwiftDetail{
		Action: "credit", UETR: "f875814b-7d44-4d1b-a499-123456789abcde", Reference: "/RFB/BET072",
		Sender:    activity.Party{Name: "GEORGE SMITH", Account: "EE947700771111111111", Address: "EVERGREEN STREET, 10, BRUSSELS, BE", Bank: "BIC ABNABE2AIDJ"},
		Recipient: activity.Party{Name: "JOHN SMITH", Account: "BE1234567891234"},
		Rate:      "0.8", Instructed: sum("1000", "USD"), Settled: sum("786.54", "GBP"), At: clock("16 Nov 10:00"),
		WiseFees:      []activity.Fee{{Type: "conversion", Amount: sum("2.76", "GBP")}},
		Correspondent: []activity.Fee{{Amount: sum("4.5", "USD")}, {Amount: sum("2.1", "GBP")}, {Amount: sum("5", "GBP")}},
	}
	rawCredit = activity.SwiftDetail{Action: "CREDIT", Message: rawMessage, Instructed: sum("3.54", "EUR"), Settled: sum("3.54", "EUR"), Charges: "SHA"}
)

// rawMessage is made after the seeds' own MT103, with what else may stand in one.
const rawMessage = `
{1:F21TRWIGB22AXXX123456789}{4:{177:0123456789}{451:0}}{1:F01TRWIGB22AXXX12345678}{2:O1030727211112LHVBEE22AXXX15007123456789912345WN}{3:{108:ASW86540/12112FA}{121:f875814b-7d44-4d1b-a499-123456789abc}}{4:
:20:ASW86540/123456
:23B:CRED
:32A:211112EUR3,54
:50F:/EE947700771111111111
1/SMITH#JOHN
2/EVERGREEN STREET, 10
4/19700101
7/BE/70010112345
:50K:/DE89370400440532013000
JOHN SMITH
:52D://FW021000021
A BANK
:57A:/12345678
AGRNMD2XXXX
:59:/12
JANE SMITH
:70:/RFB/BET072
SECOND LINE
:71A:SHA
:99Z:NEW
-}`

// newerMessage is a few elements of a message of ISO 20022.
const newerMessage = `<Document><Dbtr><Nm>GEORGE SMITH</Nm><Id><PrvtId><Othr><Id>700101-123</Id></Othr></PrvtId></Id></Dbtr>
<DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><CdtrAcct><Id><Othr><Id>12345678</Id></Othr></Id></CdtrAcct>
<RmtInf><Ustrd>Invoice 7</Ustrd></RmtInf></Document>`

// TestIncomingMoney: what came in, from whom, and what was taken on the way.
func TestIncomingMoney(t *testing.T) {
	says(t, []saying{
		{"a payment that went back to its payer", thing(activity.DetailsPayment, activity.Detail{Payment: &activity.PaymentDetail{Amount: sum("12", "EUR"), Type: "ACH", Sender: activity.Party{Name: "GEORGE SMITH", Account: "EE947700771111111111", Bank: "ABNABE2A"}}}, "PROCESSING", "REFUNDED"), `
Incoming payment of 12.00 EUR from GEORGE SMITH
A payment to the customer was sent back to its payer.
Sent back to the payer; final, nobody, softly
ask: The payer asks their own bank; give no cause.
Amount: 12.00 EUR
Sender: GEORGE SMITH
Sender's account: •••• 1111
Sender's bank: ABNABE2A
Kind of payment: ACH
`},
		{"account details that wait for the customer", thing(activity.DetailsOrder, activity.Detail{Order: &activity.OrderDetail{Currency: "EUR", Requirements: []activity.Requirement{{Key: "VERIFICATION", State: "PENDING_USER"}}}}, "PENDING_USER"), `
Order of EUR account details
Account details are ordered; something is needed from the customer.
Waits for the customer; waiting, sender, tell, open
ask: The customer does what the order's requirements ask for.
Account details issued: No
Verification: Waits for the customer
Order: 136
`},
		{"an incoming transfer says honestly little", thing(activity.IncomingTransfer, activity.Detail{}), `
Incoming transfer
Something was credited. Wise names neither the amount nor the customer.
; neutral, nobody, internal
Incoming transfer: 136
`},
		{"a SWIFT credit, spelled out", thing(activity.SwiftCredit, activity.Detail{Swift: &spelled}), `
SWIFT credit of 786.54 GBP
Credited to the customer: 786.54 GBP.
; done, nobody, tell
Sender: GEORGE SMITH
Sender's account: •••• 1111
Sender's bank: BIC ABNABE2AIDJ
Sender's address: EVERGREEN STREET, 10, BRUSSELS, BE
Reference: /RFB/BET072
UETR: f875814b-7d44-4d1b-a499-123456789abcde
Instructed by the sender: 1,000.00 USD
Fee of a bank on the way, before the conversion: 4.50 USD
Fee of a bank on the way, after the conversion: 2.10 GBP
Fee of a bank on the way, after the conversion: 5.00 GBP
Exchange rate: 0.8
Fee of Wise for the conversion: 2.76 GBP
Credited: 786.54 GBP
Taken on the way: 4.50 USD and 7.10 GBP, declared by the banks
Do these amounts add up?: Yes.
Recipient: JOHN SMITH
Recipient's account: •••• 1234
Set up: 16 Nov 2026, 10:00 UTC
`},
		{"a SWIFT credit as a raw message", thing(activity.SwiftCredit, activity.Detail{Swift: &rawCredit}), `
SWIFT credit, 3.54 EUR by its message
Credited to the customer. Its message speaks of 3.54 EUR; Wise may have credited less.
; done, nobody, tell
Instructed by the sender: 3.54 EUR
Fees of banks on the way: None declared
Fees of Wise: Not in the message
Settled between the banks, by the message: 3.54 EUR
Taken on the way: None declared by the banks
Do these amounts add up?: Yes.
Charges: Shared by sender and recipient (SHA)
| 121 UETR: f875814b-7d44-4d1b-a499-123456789abc
| 20 sender's reference: ASW86540/123456
| 23B kind of operation: CRED
| 32A value date, currency, amount: 211112EUR3,54
| 50F payer: account •••• 1111, 1/SMITH#JOHN, 2/EVERGREEN STREET, 10, •••, •••
| 50K payer: account •••• 3000, JOHN SMITH
| 52D payer's bank: //FW021000021, A BANK
| 57A payee's bank: account •••• 5678, AGRNMD2XXXX
| 59 payee: account ••••, JANE SMITH
| 70 what it is for: /RFB/BET072, SECOND LINE
| 71A who pays the charges: SHA
| 99Z other field: NEW`},
		{"a SWIFT message of the newer kind", thing(activity.SwiftMessage, activity.Detail{Message: &activity.MessageDetail{Type: "pacs.008.001.08", Content: newerMessage}}), `
SWIFT message: payment for a customer
A bank announces a payment for a customer.
; neutral, us, internal
ask: Read the message; ask Wise what it wants of us.
Type of message: pacs.008.001.08
Message: 136
| Document › Dbtr › Nm: GEORGE SMITH
| PrvtId › Othr › Id: •••
| DbtrAcct › Id › IBAN: account •••• 3000
| Id › Othr › Id: account •••• 5678
| Document › RmtInf › Ustrd: Invoice 7`},
		{"a SWIFT message in base64", thing(activity.SwiftMessage, activity.Detail{Message: &activity.MessageDetail{Type: "MT199", Content: "OjIwOlJFRgo6Nzk6UGxlYXNlIGNvbmZpcm0=", Encoding: "BASE64"}}), `
SWIFT message: message in own words
A bank writes about a payment.
; neutral, us, internal
ask: Read the message; ask Wise what it wants of us.
Type of message: MT199
Message: 136
| 20 sender's reference: REF
| 79 text: Please confirm`},
		{"a SWIFT message in no known form", thing(activity.SwiftMessage, activity.Detail{Message: &activity.MessageDetail{Content: "\x00\x01", Encoding: "binary"}}), `
SWIFT message
A bank wrote to Wise; Wise does not say what about.
; neutral, us, internal
ask: Read the message; ask Wise what it wants of us.
Message: 136
| The message is in a form that is not shown here; Wise has it.`},
	})
}
