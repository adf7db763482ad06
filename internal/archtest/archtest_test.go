package archtest

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestTheHouseIsAsDrawn(t *testing.T) {
	broken, err := inspect(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range broken {
		t.Error(line)
	}
}

func TestEveryRoomOfThePictureStands(t *testing.T) {
	for room := range floors {
		files, err := filepath.Glob(filepath.Join("../..", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			t.Errorf("%s has a floor and no Go file", room)
		}
	}
}

func TestABreachIsFound(t *testing.T) {
	tests := map[string]struct {
		file, source string
		want         []string
	}{
		"a package imports a higher floor": {
			"internal/transfer/a.go", `package transfer; import _ "transferdesk/store"`,
			[]string{"internal/transfer (floor 1) imports store (floor 3)"},
		},
		"a package imports its own floor": {
			"internal/auth/a.go", `package auth; import _ "transferdesk/internal/journal"`,
			[]string{"internal/auth (floor 4) imports internal/journal (floor 4)"},
		},
		"a package has no floor": {
			"internal/attic/a.go", `package attic`,
			[]string{"internal/attic has no floor"},
		},
		"a package without a floor is imported": {
			"web/a.go", `package web; import _ "transferdesk/internal/attic"`,
			[]string{"internal/attic has no floor"},
		},
		"a subject's room imports web": {
			"web/subscription/a.go", `package subscription; import _ "transferdesk/web"`,
			[]string{"web/subscription (floor 9) imports web (floor 10)"},
		},
		"a subject's room imports another subject's": {
			"web/event/a.go", `package event; import _ "transferdesk/web/system"`,
			[]string{"web/event (floor 9) imports web/system (floor 9)"},
		},
		"echo outside web": {
			"internal/desk/a.go", `package desk; import _ "github.com/labstack/echo/v4"`,
			[]string{"internal/desk/a.go imports github.com/labstack/echo/v4"},
		},
		"GORM outside store": {
			"web/a.go", `package web; import _ "gorm.io/gorm"`,
			[]string{"web/a.go imports gorm.io/gorm"},
		},
		"templ in a file of web/front that is not render.go": {
			"web/front/a.go", `package front; import _ "github.com/a-h/templ"`,
			[]string{"web/front/a.go imports github.com/a-h/templ"},
		},
		"the product imports testkit": {
			"store/a.go", `package store; import _ "transferdesk/internal/testkit"`,
			[]string{"store/a.go imports internal/testkit, which is for tests"},
		},
		"a page asks another server": {
			"web/a.go", `package web; import web "net/http"; var _ = web.Get`,
			[]string{"web/a.go sends HTTP requests"},
		},
		"templ in web/front/render.go is allowed": {"web/front/render.go", `package front; import _ "github.com/a-h/templ"`, nil},
		"tests may import anything":               {"store/a_test.go", `package store; import _ "transferdesk/web"`, nil},
		"a handler may name a status":             {"web/a.go", `package web; import "net/http"; var _ = http.StatusOK`, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := inspect(fstest.MapFS{test.file: {Data: []byte(test.source)}})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("breaches (-want +got):\n%s", diff)
			}
		})
	}
}

// TestTheMapOfTheReadmeIsTheHouse: each room has one line of its table, on its floor.
func TestTheMapOfTheReadmeIsTheHouse(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]int{}
	for _, line := range regexp.MustCompile(`(?m)^\| +(\d+) \| ([^|]+) \|`).FindAllStringSubmatch(string(readme), -1) {
		floor, _ := strconv.Atoi(line[1]) // digits are a number
		for _, room := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(line[2], -1) {
			if _, twice := drawn[room[1]]; twice {
				t.Errorf("%s stands twice in the README", room[1])
			}
			drawn[room[1]] = floor
		}
	}
	if diff := cmp.Diff(floors, drawn); diff != "" {
		t.Errorf("rooms and floors of the README (-house +README):\n%s", diff)
	}
}
