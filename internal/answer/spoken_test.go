package answer

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"

	"transferdesk/internal/money"
	"transferdesk/internal/reason"
)

// TestOnlyItsMakersMakeSpokenText: a text of any other kind does not compile beside a
// spoken one, unless it is converted; conversions stand in one file, which is short
// enough to be read whole.
func TestOnlyItsMakersMakeSpokenText(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	conversions := 0
	for _, file := range files {
		if strings.HasSuffix(file.Name(), "_test.go") || !strings.HasSuffix(file.Name(), ".go") {
			continue
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, file.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fun := ast.Unparen(call.Fun)
			if list, isList := fun.(*ast.ArrayType); isList {
				fun = list.Elt
			}
			if name, isName := fun.(*ast.Ident); isName && name.Name == "spoken" {
				conversions++
				if file.Name() != "spoken.go" {
					t.Errorf("%s: only spoken.go makes spoken text of something else", fset.Position(call.Pos()))
				}
			}
			return true
		})
	}
	if conversions == 0 {
		t.Error("no conversion was found, not even in spoken.go: the test looks for nothing")
	}
}

// TestNothingInternalOrLockedBecomesSpoken: whatever stands in a card, its openness
// decides, and the zero one is internal.
func TestNothingInternalOrLockedBecomesSpoken(t *testing.T) {
	for _, open := range []reason.Openness{reason.Internal, reason.Locked, reason.Tell, reason.Softly, "TELL", "public"} {
		card := reason.Card{Openness: open, CustomerWhy: "because of it", CustomerNext: "bring it"}
		told := spokenCause(card) + spokenFix(card) + spokenCase(reason.CaseCard{Openness: open, CustomerText: "Bring it."})
		if may := open == reason.Tell || open == reason.Softly; (told != "") != may {
			t.Errorf("openness %q gives %q", open, told)
		}
	}
	for _, text := range []string{"12 FRAUD", "0 EUR", "-5 EUR"} {
		value, currency, _ := strings.Cut(text, " ")
		amount, err := money.Parse(json.Number(value), currency)
		if err == nil && spokenAmount(amount) != "" {
			t.Errorf("%s is told as %q", text, spokenAmount(amount))
		}
	}
}
