package archtest

// module is the path that all packages of the house share.
const module = "transferdesk/"

// floors is the picture of the house: a package imports only packages of a lower
// floor, and packages of one floor are strangers. Every package has its line here.
var floors = map[string]int{
	"internal/fault":    0,
	"internal/money":    0,
	"internal/when":     0,
	"internal/config":   0,
	"internal/evidence": 0,
	"internal/history":  0,
	"internal/live":     0,
	"internal/note":     0,
	"internal/presence": 0,
	"static":            0,

	"internal/transfer": 1,
	"internal/customer": 1,
	"internal/activity": 1,
	"internal/reason":   1,
	"internal/inquiry":  1,
	"internal/feed":     1,
	"internal/work":     1,

	"internal/preference": 1,

	"internal/wise":     2,
	"internal/wise/api": 2,
	"internal/answer":   2,
	"internal/proof":    2,

	"store":                 3,
	"templates":             3,
	"internal/wise/wisesim": 3,

	"internal/auth":           4,
	"internal/journal":        4,
	"internal/projection":     4,
	"internal/wise/simserver": 4,

	"internal/audit":     5,
	"internal/enrich":    5,
	"internal/desk":      6,
	"internal/atwise":    6,
	"internal/reconcile": 6,
	"web/front":          7,
	"web/gate":           8,
	"web/wording":        8,

	"web/activity":       9,
	"web/event":          9,
	"web/help":           9,
	"web/login":          9,
	"web/playbook":       9,
	"web/reconciliation": 9,
	"web/settings":       9,
	"web/stream":         9,
	"web/subscription":   9,
	"web/system":         9,
	"web/webhook":        9,

	"web":              10,
	"cmd/transferdesk": 11,
	"cmd/wisesim":      11,
}

// testsOnly are packages that no file of the product may import.
var testsOnly = []string{"internal/testkit", "internal/archtest", "internal/story", "internal/screens"}

// frameworks names, for each library that is a framework, the rooms that may import it.
var frameworks = map[string][]string{
	"github.com/labstack/echo":      {"web", "web/front", "web/gate", "web/activity", "web/event", "web/help", "web/login", "web/playbook", "web/reconciliation", "web/settings", "web/stream", "web/subscription", "web/system", "web/webhook"},
	"github.com/gorilla":            {"web/front"},
	"gorm.io":                       {"store"},
	"github.com/mattn/go-sqlite3":   {"store"},
	"github.com/pressly/goose":      {"store"},
	"github.com/a-h/templ":          {"templates", "web/front/render.go"},
	"github.com/alecthomas/kong":    {"cmd/transferdesk", "cmd/wisesim", "internal/config"},
	"golang.org/x/crypto":           {"internal/auth"},
	"github.com/shopspring":         {"internal/money", "internal/wise/wisesim"},
	"github.com/schollz":            {"cmd/transferdesk", "cmd/wisesim"},
	"github.com/getkin/kin-openapi": {},
	"codeberg.org/go-pdf":           {"internal/proof", "internal/wise/simserver"},
	"golang.org/x/image/font":       {"internal/proof"},
	"github.com/failsafe-go":        {"internal/wise/api"},
}

// clientRooms may make HTTP requests of their own; elsewhere a request that leaves
// the process would be one that nobody limits, breaks or logs.
var clientRooms = []string{"internal/wise/api", "internal/wise/wisesim", "internal/wise/simserver", "internal/testkit", "cmd/transferdesk", "cmd/wisesim"}

// clientNames are what net/http offers to send a request with.
var clientNames = map[string]bool{
	"Client": true, "DefaultClient": true, "Get": true, "Head": true, "Post": true, "PostForm": true,
	"NewRequest": true, "NewRequestWithContext": true, "Transport": true, "DefaultTransport": true, "RoundTripper": true,
}
