// Package static embeds the style sheet, the icons and the script. What is served is
// one style sheet and one script, joined from the parts in style and script, so that
// a page needs few requests; each under a URL that carries a hash of its content, so
// that browsers may keep it for ever.
package static

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"path"
	"sync"
)

//go:embed style/*.css script/*.js icons.svg favicon.svg
var files embed.FS

// sources: what is served, and the files that it is joined from, in their order. Of
// the style sheet the first names the layers, so that the order of the others matters
// within one layer only; the parts of the script share one scope.
var sources = map[string][]string{
	"app.css": {
		"style/tokens.css", "style/base.css", "style/layout.css", "style/header.css", "style/status.css", "style/button.css", "style/paper.css",
		"style/copy.css", "style/sheet.css", "style/answer.css", "style/timeline.css", "style/table.css", "style/tile.css", "style/filter.css",
		"style/form.css", "style/work.css", "style/queue.css", "style/compare.css", "style/list.css", "style/door.css", "style/toast.css", "style/keys.css",
		"style/dialog.css", "style/design.css", "style/note.css", "style/settings.css", "style/live.css", "style/printed.css",
	},
	"app.js": {
		"script/first.js", "script/copy.js", "script/fold.js", "script/look.js", "script/paste.js", "script/menu.js", "script/toast.js", "script/work.js",
		"script/keys.js", "script/rows.js", "script/view.js", "script/palette.js", "script/palette_box.js", "script/help.js",
		"script/dialog.js", "script/settings.js", "script/print.js", "script/note.js",
		"script/live_patch.js", "script/live_rows.js", "script/live_page.js", "script/live.js", "script/live_here.js",
	},
	"icons.svg":   {"icons.svg"},
	"favicon.svg": {"favicon.svg"},
}

// Prefix is the path below which every asset lies; web routes it to Open.
const Prefix = "/assets/"

// Asset is one file, ready to be served.
type Asset struct {
	Name string
	Hash string // first 12 hex digits of the content's SHA-256
	Type string // Content-Type
	Body []byte
	Gzip []byte // the same, compressed
}

// types: the content types of the kinds of file that we have.
var types = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// assets joins and compresses everything once, at the first use.
var assets = sync.OnceValue(load)

// URL gives the hashed path of a file: /assets/0123456789ab/app.css.
func URL(name string) string {
	return Prefix + assets()[name].Hash + "/" + name
}

// Open finds the file of a hashed path. An old hash is not found: serving new
// content under it would poison caches.
func Open(hash, name string) (Asset, bool) {
	a, ok := assets()[name]
	if !ok || a.Hash != hash {
		return Asset{}, false
	}
	return a, true
}

// load joins and compresses everything.
func load() map[string]Asset {
	all := make(map[string]Asset, len(sources))
	for name, parts := range sources {
		all[name] = joined(name, parts)
	}
	return all
}

// joined makes one asset ready. It panics on an embedded file that cannot be read:
// the binary itself is broken.
func joined(name string, parts []string) Asset {
	var body []byte
	for _, part := range parts {
		text, err := files.ReadFile(part)
		if err != nil {
			panic(fmt.Sprintf("reading embedded %s: %v", part, err))
		}
		body = append(body, text...)
	}
	sum := sha256.Sum256(body)
	return Asset{
		Name: name,
		Hash: hex.EncodeToString(sum[:])[:12],
		Type: types[path.Ext(name)],
		Body: body,
		Gzip: compress(body),
	}
}

// compress cannot fail: it writes to memory at a level that exists.
func compress(body []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = w.Write(body)
	_ = w.Close()
	return out.Bytes()
}
