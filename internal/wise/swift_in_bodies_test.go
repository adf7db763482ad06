package wise_test

// The SWIFT credits of every version: 3.0.0 is the seeds' own example, 2.0.0 the
// same made valid JSON, the others by the field list.
const (
	mt103 = `\n{1:F21TRWIGB22AXXX123456789}{4:{177:0123456789}{451:0}}{1:F01TRWIGB22AXXX12345678}{2:O1030727211112LHVBEE22AXXX15007123456789912345WN}` +
		`{3:{108:ASW86540/12112FA}{119:STP}{111:001}{121:f875814b-7d44-4d1b-a499-123456789abcde}}{4:\n:20:ASW86540/123456\n:23B:CRED\n:26T:K90\n` +
		`:32A:211112EUR3,54\n:33B:EUR3,54\n:50F:/EE947700771111111111\n1/SMITH#JOHN\n2/EVERGREEN STREET, 10\n3/BE/BRUSSELS\n4/12345678\n:52A:ZYABEE20\n` +
		`:57A:AGRNMD2XXXX\n:59F:/BE1234567891234\n1/SMITH#JOHN\n2/EVERGREEN AVE, 6\n3/BE/BRUSSELS\n:70:/RFB/BET072\n:70:/INV/abc/SDF-96//1234-234///ROC/98I\nU87\n` +
		`:70:/TSU/00000089963-0820-01/ABC-15/256\n214,\n:71A:SHA\n-}\n`
	swift2 = `{"data":{"action":{"type":"CREDIT","id":12345,"profile_id":222,"account_id":333},"resource":{"id":"55555","type":"103","message":"` + mt103 +
		`"},"occurred_at":"2026-09-22T12:51:02Z"},"subscription_id":"s","event_type":"swift-in#credit","schema_version":"2.0.0","sent_at":"2026-09-22T12:51:03.100Z"}`
	swift3 = `{"data":{"action":{"type":"credit","id":12345,"profile_id":222,"account_id":333},"resource":{"id":"55555",` +
		`"uetr":"f875814b-7d44-4d1b-a499-123456789abcde","reference":"/RFB/BET072",` +
		`"recipient":{"name":"JOHN SMITH","address":"EVERGREEN AVE, 6, BRUSSELS, BE","account":"BE1234567891234","bank_details":{"bic":"TRWIBEB1XXX","name":"Wise","address":"Rue du Trone"}},` +
		`"sender":{"name":"GEORGE SMITH","address":"EVERGREEN STREET, 10, BRUSSELS, BE","account":"EE947700771111111111","bank_code":{"value":"ABNABE2AIDJ","type":"BIC"}},` +
		`"exchange_rate":0.8,"instructed_amount":{"value":1000,"currency":"USD"},"settled_amount":{"value":786.54,"currency":"GBP"},` +
		`"fee":{"wise":[{"type":"conversion","value":2.76,"currency":"GBP"}],"correspondent":[{"value":4.5,"currency":"USD"},{"value":2.1,"currency":"GBP"}]},` +
		`"transaction_time":"2026-09-22T12:50:00Z"},"occurred_at":"2026-09-22T12:51:02Z"},` +
		`"subscription_id":"s","event_type":"swift-in#credit","schema_version":"3.0.0","sent_at":"2026-09-22T12:51:03.100Z"}`
	address4 = `{"first_line":"EVERGREEN AVE 6","street_name":"EVERGREEN AVE","building_number":"6","town_name":"BRUSSELS","postal_code":"1000",` +
		`"country_sub_division":"BRU","country_code":"BE"}`
	swift4 = `{"data":{"action":{"type":"credit","id":12345,"profile_id":222,"account_id":333},"resource":{"id":"55555",` +
		`"uetr":"f875814b-7d44-4d1b-a499-123456789abc","reference":"/RFB/BET072",` +
		`"recipient":{"name":"JOHN SMITH","address":` + address4 + `,"account":"BE1234567891234","bank_details":{"bic":"TRWIBEB1XXX","name":"Wise","address":` + address4 + `}},` +
		`"sender":{"name":"GEORGE SMITH","address":` + address4 + `,"account":"EE947700771111111111","bank_details":{"bic":"LHVBEE22","name":"LHV Pank","address":` + address4 + `}},` +
		`"exchange_rate":0.8,"instructed_amount":{"value":1000,"currency":"USD"},"settled_amount":{"value":786.54,"currency":"GBP"},` +
		`"fee":{"wise":[{"type":"conversion","value":2.76,"currency":"GBP"}],"correspondent":[{"value":4.5,"currency":"USD"},{"value":2.1,"currency":"GBP"}]},` +
		`"transaction_time":"2026-09-22T12:50:00Z","previous_instructing_agents":[{"bic":"DEUTDEFF","name":"Deutsche Bank","address":` + address4 + `},{"bic":"CITIUS33"}]},` +
		`"occurred_at":"2026-09-22T12:51:02.000Z"},"subscription_id":"s","event_type":"swift-in#credit","schema_version":"4.0.0","sent_at":"2026-09-22T12:51:03.100Z"}`
	lines41 = `"address":{"first_line":"EVERGREEN AVE 6","address_lines":["EVERGREEN AVE 6","2ND FLOOR"],`
)
