// Package static embeds the style sheet, the icons and the script. Each file is
// served under a URL that carries a hash of its content, so that browsers may
// keep it for ever.
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

//go:embed app.css app.js icons.svg favicon.svg
var files embed.FS

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

// assets reads and compresses every file once, at the first use.
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

// load panics on an embedded file that cannot be read: the binary itself is broken.
func load() map[string]Asset {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Sprintf("listing embedded assets: %v", err))
	}
	all := make(map[string]Asset, len(entries))
	for _, e := range entries {
		all[e.Name()] = read(e.Name())
	}
	return all
}

// read makes one file ready.
func read(name string) Asset {
	body, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("reading embedded %s: %v", name, err))
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
