package archtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// inspect reads every Go file of the tree that is not a test and lists what breaks
// the picture, one line each, sorted. It parses imports itself: the test cache
// would keep the answer of a command.
func inspect(tree fs.FS) ([]string, error) {
	var broken []string
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("parse %s: %w", name, err)
		}
		broken = append(broken, inspectFile(name, file)...)
		return nil
	})
	slices.Sort(broken)
	return slices.Compact(broken), err
}

func inspectFile(name string, file *ast.File) []string {
	room := path.Dir(name)
	if slices.Contains(testsOnly, room) {
		return nil
	}
	floor, ok := floors[room]
	if !ok {
		return []string{room + " has no floor"}
	}
	var broken []string
	for _, imp := range file.Imports {
		target, _ := strconv.Unquote(imp.Path.Value)
		broken = append(broken, breaches(name, room, floor, target)...)
	}
	if !slices.Contains(clientRooms, room) && sendsRequests(file) {
		broken = append(broken, name+" sends HTTP requests")
	}
	return broken
}

// breaches lists what is wrong with one import of a file.
func breaches(name, room string, floor int, target string) []string {
	if own, ok := strings.CutPrefix(target, module); ok {
		below, known := floors[own]
		switch {
		case slices.Contains(testsOnly, own):
			return []string{name + " imports " + own + ", which is for tests"}
		case !known:
			return []string{own + " has no floor"}
		case below >= floor:
			return []string{fmt.Sprintf("%s (floor %d) imports %s (floor %d)", room, floor, own, below)}
		}
		return nil
	}
	for framework, rooms := range frameworks {
		if strings.HasPrefix(target, framework) && !slices.Contains(rooms, room) && !slices.Contains(rooms, name) {
			return []string{name + " imports " + target}
		}
	}
	return nil
}

// sendsRequests says whether a file names anything of net/http that sends a request.
func sendsRequests(file *ast.File) bool {
	local := ""
	for _, imp := range file.Imports {
		if imp.Path.Value == `"net/http"` {
			local = "http"
			if imp.Name != nil {
				local = imp.Name.Name
			}
		}
	}
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && local != "" && x.Name == local && clientNames[sel.Sel.Name] {
				found = true
			}
		}
		return !found
	})
	return found
}
