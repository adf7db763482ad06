package inquiry_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/inquiry"
)

const uuid = "6b1f0c3a-1111-4222-8333-0123456789ab"

// said writes what was understood in one line: the terms in order, an = before one that
// is all that was typed, then what was seen and not searched.
func said(q inquiry.Inquiry) string {
	var all []string
	for _, t := range q.Terms {
		whole := ""
		if t.Whole {
			whole = "="
		}
		all = append(all, whole+string(t.Kind)+" "+t.Text)
	}
	for _, s := range inquiry.Skips() {
		if n := q.Skipped[s]; n > 0 {
			all = append(all, fmt.Sprintf("-%d %s", n, s))
		}
	}
	return strings.Join(all, " | ")
}

// strong leaves out the words that may be references.
func strong(q inquiry.Inquiry) inquiry.Inquiry {
	var terms []inquiry.Term
	for _, t := range q.Terms {
		if t.Kind != inquiry.Word {
			terms = append(terms, t)
		}
	}
	q.Terms = terms
	return q
}

func TestAMessIsRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an id", "49983981", "=number 49983981"},
		{"with spaces around", "  49983981\n", "=number 49983981"},
		{"with a number sign and a space", "# 49983981", "=number 49983981"},
		{"in groups of three", "49 983 981", "=number 49983981"},
		{"in groups parted by no-break spaces", "49\u00a0983\u202f981", "=number 49983981"},
		{"in groups parted by commas", "49,983,981", "=number 49983981"},
		{"with leading zeros", "0049983981", "=number 49983981"},
		{"in full-width digits", "４９９８３９８１", "=number 49983981"},
		{"in Arabic digits", "٤٩٩٨٣٩٨١", "=number 49983981"},
		{"in Devanagari digits, in a sentence", "भुगतान ४९९८३९८१ कहाँ है", "number 49983981"},
		{"with something that cannot be seen in it", "499\u200b83\u2060981\ufeff", "=number 49983981"},
		{"with a soft hyphen", "4998\u00ad3981", "=number 49983981"},
		{"with a footnote, which is no digit", "see 49983981¹ and", "number 49983981"},
		{"bytes that are no text", "\xff49983981\xfe", "=number 49983981"},
		{"the largest", "9223372036854775807", "=number 9223372036854775807"},
		{"beyond the largest", "9223372036854775808", "=reference 9223372036854775808 | -1 long"},
		{"zero", "0", "=reference 0"},
		{"nothing", "  ", ""},
		{"a short one alone", "136", "=number 136"},
		{"short ones in a list", "101, 102\n103", "number 101 | number 102 | number 103"},
		{"with what it is in front", "T49983981", "=number 49983981"},
		{"and a question", "T49983981?", "=number 49983981"},
		{"in a sentence with its name", "What about Transfer #49 983 981, please?", "number 49983981"},
		{"two groups, called an id", "transfer 983 981 is late", "number 983981"},
		{"a colon before it", "Transfer ID:49983981 Profile: 16055450", "number 49983981 | number 16055450"},
		{"a case with few digits", "please look at case no. 136 today", "number 136"},
		{"a list of cases", "cases 136, 137 and 138 are 4 days old", "number 136 | number 137 | number 138 | -1 short"},
		{"a UETR", strings.ToUpper(uuid), "=uuid " + uuid},
		{"a UETR whose hyphens an editor has made dashes", "UETR " + strings.ReplaceAll(uuid, "-", "–"), "uuid " + uuid},
		{"Wise's reference", "#BNK-1234567", "=reference BNK-1234567"},
		{"Wise's reference in a sentence", "where is BNK-1234567, please?", "reference BNK-1234567"},
		{"a reference of our own", "C-17", "=reference C-17"},
		{"a reference with a space", "KD 4711/a", "=reference KD 4711/a"},
		{"a name", " Erika  Mustermann ", "=reference Erika  Mustermann | =name Erika  Mustermann"},
		{"a name in another script", "王小明", "=reference 王小明 | =name 王小明"},
		{"a company with a number", "Studio 24 GmbH", "=reference Studio 24 GmbH | =name Studio 24 GmbH | -1 short"},
		{"one letter is no name", "x", "=reference x"},
		{"an e-mail address", "Erika@Example.com", "=email Erika@Example.com"},
		{"an e-mail address in brackets", "Erika <erika@example.com>", "email erika@example.com"},
		{"an address of ours", "https://desk.example.com/transfers/49983981", "=number 49983981"},
		{"an address of ours of another thing", "https://desk.example.com/activity/dispute/" + uuid, "=uuid " + uuid},
		{"an address of ours of a settlement", "https://desk.example.com/activity/settlement/SETTLE-77", "=reference SETTLE-77"},
		{"an address of an event of ours", "https://desk.example.com/events/12", "=event 12"},
		{"an address of Wise's", "https://wise.com/transactions/activities/by-resource/TRANSFER/49983981?x=y&utm_id=12345678", "=number 49983981"},
		{"an address of Wise's in a sentence", "(see https://wise.com/user/account/transfer/49983981).", "number 49983981"},
		{"an address without its scheme", "see wise.com/transactions/activities/by-resource/TRANSFER/49983981 now", "number 49983981"},
		{"a path", "/transfers/49983981", "=number 49983981"},
		{"an address in an address, as mail programs write them", "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwise.com%2Ftransactions%2Factivities%2Fby-resource%2FTRANSFER%2F49983981&data=05%7C02%7C12345678", "=number 49983981"},
		{"an article with a date in its address", "https://example.com/2026/11/18/news", "=reference https://example.com/2026/11/18/news"},
		{"a list without spaces", "49983981,49983982;49983983", "number 49983981 | number 49983982 | number 49983983"},
		{"a list with slashes", "49983981/49983982", "number 49983981 | number 49983982"},
		{"the same twice", "49983981, 49983981", "number 49983981"},
		{"amounts in a sentence", "I paid 1,250.00 EUR, 12,500 JPY, €99, 1 250 000 HUF, USD1200, 1.250,50 and 3,5 EUR.", "-7 amount"},
		{"a whole amount as long as an id", "they sent 49983981 EUR", "-1 amount"},
		{"an id before an amount", "49983981 EUR 1250 arrived", "number 49983981 | -1 amount"},
		{"an id after an amount", "we sent 1250 EUR 49983981", "number 49983981 | -1 amount"},
		{"an id that is called one, before a currency", "transfer 49983981 EUR", "number 49983981"},
		{"dates and times", "On 2026-11-18 at 10:45, 18.11.2026, 18/11/26, 2026-11-18T10:45:00Z and in 2025", "-6 date"},
		{"telephone numbers", "Tel: 030 1234567, +49 171 1234567, 0171/1234567, (415) 555-2671, 415-555-2671 or mobile 49171234567", "-6 phone"},
		{"a telephone number in international form beside an id", "call +4917112345678 about 49983981", "number 49983981 | -1 phone"},
		{"an IBAN", "Please use DE89370400440532013000 for 49983981", "number 49983981 | -1 iban"},
		{"an IBAN in groups", "DE89 3704 0044 0532 0130 00, and 49983981", "number 49983981 | -1 iban"},
		{"an IBAN with a digit missing", "GB29 NWBK 6016 1331 9268 1 is mine", "-1 iban"},
		{"an IBAN in small letters", "iban: gb29nwbk60161331926819", "-1 iban"},
		{"a card number", "my card is 4111 1111 1111 1111.", "-1 card"},
		{"a card number in one", "4111111111111111", "-1 card"},
		{"a card number with hyphens", "5500-0000-0000-0004 exp 11/27", "-1 card"},
		{"a card of fifteen digits", "3782 822463 10005", "-1 card"},
		{"years and postcodes", "10115 Berlin, SW1A 1AA London, since 1999, 3 days", "-1 date | -2 short"},
		{"a table from a spreadsheet", "Transfer\tAmount\tCustomer\n49983981\t1,250.00 EUR\tKD 4711/a\n49983982\t99.50\tC-17\n", "number 49983981 | number 49983982 | -2 amount"},
		{"a table with semicolons", "id;currency;amount;date\n49983981;EUR;1250,00;2026-11-18\n49983982;USD;99,50;2026-11-19", "number 49983981 | number 49983982 | -2 amount | -2 date"},
		{"quoted-printable with a number broken", "Content-Transfer-Encoding: quoted-printable\n\nmy transfer 4998=\n3981 and id=3D49983982=20\n", "number 49983981 | number 49983982"},
		{"a soft line break without a header", "it is transfer 4998=\r\n3981", "number 49983981"},
		{"no-break spaces in quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\nTransfer 49=C2=A0983=C2=A0981", "number 49983981"},
		{"an encoded subject", "Subject: =?UTF-8?B?VHJhbnNmZXIgNDk5ODM5ODE=?=\n\nhello", "number 49983981"},
		{"markup", "<p>Hi,<br>transfer <b>49983981</b> &amp; <a href=\"https://wise.com/x/TRANSFER/49983982\">this</a></p><td width=\"1000000\">49983983</td><!-- 49983984 --><style>a{top:49983985px}</style>", "number 49983981 | number 49983982 | number 49983983"},
		{"a number with a tag in it", "4998<wbr>3981", "=number 49983981"},
		{"text from the right to the left", "\u202bהעברה 49983981 לא הגיעה\u202c", "number 49983981"},
		{"brackets and quotes", `“49983981”, (49983982) [49983983] *49983984* '49983985'`, "number 49983981 | number 49983982 | number 49983983 | number 49983984 | number 49983985"},
		{"quoted replies", "> On 18 Nov 2026 Erika wrote:\n> > 49983981 is gone\n>> 49983982 too", "number 49983981 | number 49983982 | -1 date | -1 short"},
		{"JSON", `{"resource":{"id":49983981,"profile_id":16055450,"account_id":14124090},"amount":1250.00}`, "number 49983981 | number 16055450 | number 14124090 | -1 amount"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, said(strong(inquiry.Read(c.text)))); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestWordsThatMayBeReferencesAreTakenAlong(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a word with a digit", "Please see C-17 and K-20417.", "reference Please see C-17 and K-20417. | word C-17 | word K-20417 | name"},
		{"a cell with a space", "Kunde\tTransfer\nKD 4711/a\t49983981", "word 4711/a | word KD 4711/a | number 49983981"},
		{"a line with a space", "49983981\nKD 4711 a\n", "number 49983981 | word KD 4711 a"},
		{"the whole once", "C-17", "reference C-17"},
	} {
		var got []string
		for _, term := range inquiry.Read(c.text).Terms {
			text := " " + term.Text
			if term.Kind == inquiry.Name {
				text = ""
			}
			got = append(got, string(term.Kind)+text)
		}
		want := strings.Split(c.want, " | ")
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhatIsWrittenOtherwiseIsKeptBesideTheID(t *testing.T) {
	for text, want := range map[string]string{"T49983981": "T49983981", "0049983981": "0049983981", "49983981": "", "49 983 981": "", "٤٩٩٨٣٩٨١": ""} {
		if q := inquiry.Read(text); len(q.Terms) != 1 || q.Terms[0].Written != want || q.Terms[0].ID != 49983981 {
			t.Errorf("%q: got %+v, want it written %q", text, q.Terms, want)
		}
	}
}

// What must not be shown again is covered in the text as it is given back, in whatever
// form it came.
func TestAnIBANAndACardNumberAreNeverEchoed(t *testing.T) {
	for _, text := range []string{
		"DE89370400440532013000", "Konto DE89 3704 0044 0532 0130 00 bitte", "iban:de89-3704-0044-0532-0130-00", "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
		"ＤＥ８９３７０４００４４０５３２０１３０００", "<b>DE89370400440532013000</b>", "card 4111 1111 1111 1111", "4111-1111-1111-1111", "٤١١١١١١١١١١١١١١١", "x;4111111111111111;y",
	} {
		q := inquiry.Read(text)
		for _, part := range []string{"3704", "0532", "1111", "٣٧", "١١١", "３７"} {
			if strings.Contains(q.Text, part) {
				t.Errorf("%q is given back as %q", text, q.Text)
			}
			for _, term := range q.Terms {
				if strings.Contains(term.Text+term.Written, part) {
					t.Errorf("%q: %q is looked up", text, term.Text)
				}
			}
		}
	}
	const plain = "<i>49983981</i> & co"
	if q := inquiry.Read(plain); q.Text != plain {
		t.Errorf("a text with nothing to cover is given back as %q", q.Text)
	}
}

func TestWhatIsBeyondTheBoundsIsCounted(t *testing.T) {
	var text strings.Builder
	for i := range 312 {
		fmt.Fprintf(&text, "%d, ", 49_983_000+i)
	}
	q := inquiry.Read(text.String() + "49983000")
	if len(q.Terms) != inquiry.MaxTerms || q.Left != 112 || q.Terms[0].ID != 49_983_000 || q.Cut {
		t.Errorf("%d terms from %+v on, %d left, cut %v", len(q.Terms), q.Terms[0], q.Left, q.Cut)
	}
	q = inquiry.Read(strings.Repeat("x", inquiry.MaxText-9) + " 49983981 49983982")
	if !q.Cut || len(strong(q).Terms) != 1 || len(q.Text) > inquiry.MaxText {
		t.Errorf("a text that is too long: cut %v, %d terms, %d bytes", q.Cut, len(q.Terms), len(q.Text))
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"49983981", "# 1", "1,1,1", "\xff", strings.Repeat("1 ", 100), "49 983 981", "DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111",
		"https://a/?url=https%3A%2F%2Fb%2F%3Furl%3Dhttps%253A%252F%252Fc", "<a href=x>1</a", "<!--", "=?utf-8?q?=31?=", "a=\n1", "=3D=", "+49 1 2 3 4 5 6 7", "1 EUR 2 EUR",
		"Content-Transfer-Encoding: quoted-printable\n\n=4=\n9", "&#8203;1&nbsp;2", "(1) (2)", "٤٩٩٨٣٩٨١", "a@b c@", "/events/0", "/activity/x/y", "T00000", "１\u200b２",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := inquiry.Read(text)
		seen := map[inquiry.Term]bool{}
		for _, term := range q.Terms {
			key := inquiry.Term{Kind: term.Kind, Text: term.Text}
			if term.Text == "" || seen[key] || !utf8.ValidString(term.Text) {
				t.Errorf("the term %+v is empty, comes twice or is no text", term)
			}
			if hasID := term.Kind == inquiry.Number || term.Kind == inquiry.Event; hasID != (term.ID > 0) {
				t.Errorf("the term %+v has the id %d", term, term.ID)
			}
			seen[key] = true
		}
		if len(q.Text) > inquiry.MaxText+1000 || !utf8.ValidString(q.Text) || len(q.Terms) > inquiry.MaxTerms+500 {
			t.Errorf("%d bytes and %d terms are given back", len(q.Text), len(q.Terms))
		}
		again := inquiry.Read(text)
		if diff := cmp.Diff(q, again); diff != "" {
			t.Errorf("read twice it is something else:\n%s", diff)
		}
	})
}
