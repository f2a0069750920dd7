// Package embedded makes the values of embed.FS variables: the compiler calls Of.
package embedded

import "sort"

// File is a file or folder. Only files have contents.
type File struct {
	Name    string // slash-separated, from the folder of the Go file
	Content string
	Folder  bool
}

// Set is what an embed.FS is made of: files and folders, those of one folder together, in order of their names.
type Set struct{ Files *[]File }

// Split divides a name into its folder and its last element.
func Split(name string) (folder, element string) {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '/' {
			return name[:i], name[i+1:]
		}
	}
	return ".", name
}

// Less orders names by their folders first.
func Less(a, b string) bool {
	x, p := Split(a)
	y, q := Split(b)
	return x < y || x == y && p < q
}

// Of makes a set of names and contents in turn.
func Of(pairs ...string) Set {
	files := make([]File, 0, len(pairs))
	known := map[string]bool{}
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, File{Name: pairs[i], Content: pairs[i+1]})
		for dir, _ := Split(pairs[i]); dir != "." && !known[dir]; dir, _ = Split(dir) {
			known[dir] = true
			files = append(files, File{Name: dir, Folder: true})
		}
	}
	sort.Slice(files, func(i, j int) bool { return Less(files[i].Name, files[j].Name) })
	return Set{&files}
}
