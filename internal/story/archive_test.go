package story

import "strings"

// archive is a txtar file: a comment, and files one after the other.
type archive struct {
	comment string
	files   []file
}

// file is one of an archive; its data ends with a newline.
type file struct{ name, data string }

// parseArchive reads a txtar file. A line “-- NAME --” begins a file.
func parseArchive(text string) archive {
	var a archive
	into := &a.comment
	for line := range strings.Lines(text) {
		if name, ok := markerName(line); ok {
			a.files = append(a.files, file{name: name})
			into = &a.files[len(a.files)-1].data
			continue
		}
		*into += line
	}
	return a
}

// markerName is the name in a line that begins a file.
func markerName(line string) (string, bool) {
	line = strings.TrimSuffix(line, "\n")
	if len(line) < len("-- x --") || !strings.HasPrefix(line, "-- ") || !strings.HasSuffix(line, " --") {
		return "", false
	}
	return strings.TrimSpace(line[3 : len(line)-3]), true
}

// text writes the archive as it is read.
func (a archive) text() string {
	var b strings.Builder
	b.WriteString(a.comment)
	for _, f := range a.files {
		b.WriteString("-- " + f.name + " --\n" + f.data)
		if f.data != "" && !strings.HasSuffix(f.data, "\n") {
			b.WriteString("\n")
		}
	}
	return b.String()
}

// put sets a file, or adds it at the end.
func (a *archive) put(name, data string) {
	for i := range a.files {
		if a.files[i].name == name {
			a.files[i].data = data
			return
		}
	}
	a.files = append(a.files, file{name, data})
}
