package main

import (
	"fmt"
	"path"
	"path/filepath"
)

func main() {
	for _, p := range []string{"", ".", "/", "//", "a", "a/", "/a/b/", "a//b", "a/./b", "a/../b", "../a", "../../a/..", "/..", "/../a", "a/b/../../..", "a.go", "/x/.hidden", "a.b/c", "é/世.txt", "a/b/..c"} {
		dir, file := path.Split(p)
		fmt.Printf("%q %q %q %q %q %q %v\n", path.Clean(p), dir, file, path.Base(p), path.Dir(p), path.Ext(p), path.IsAbs(p))
		fd, ff := filepath.Split(p)
		fmt.Printf("%q %q %q %q %q %q %v %v\n", filepath.Clean(p), fd, ff, filepath.Base(p), filepath.Dir(p), filepath.Ext(p), filepath.IsAbs(p), filepath.IsLocal(p))
		local, err := filepath.Localize(p)
		fmt.Println(local, err, filepath.ToSlash(p), filepath.FromSlash(p), filepath.VolumeName(p))
	}
	fmt.Println(path.Join(), path.Join(""), path.Join("a", "", "../b", "/c"), filepath.Join("a", "b"), filepath.SplitList("/a:/b::c"), filepath.SplitList(""))
	for _, c := range [][2]string{{"*", "abc"}, {"*", "a/b"}, {"a*", "abc"}, {"*c", "abc"}, {"a*b*c", "axxbyyc"}, {"?", "é"}, {"[a-c]", "b"}, {"[^a-c]", "b"}, {"[", "a"}, {"[a", "a"}, {"a[", "ab"}, {"\\*", "*"}, {"\\", "a"}, {"[]a]", "]"}, {"[-]", "-"}, {"*/b", "a/b"}, {"a/*/b", "a/c/b"}, {"[\\-x]", "-"}, {"x[", "y"}} {
		m, err := path.Match(c[0], c[1])
		m2, err2 := filepath.Match(c[0], c[1])
		fmt.Println(c, m, err, m2 == m, err2 == nil)
	}
	for _, c := range [][2]string{{"a/b", "a/b/c"}, {"a/b", "a"}, {"/a/b", "/a/c/d"}, {"a", "/b"}, {".", "a/b"}, {"..", "."}, {"a", "a"}, {"/", "/x"}, {"../a", "../b"}} {
		rel, err := filepath.Rel(c[0], c[1])
		fmt.Println(c, rel, err)
	}
	fmt.Println(path.ErrBadPattern, string(filepath.Separator), string(filepath.ListSeparator), filepath.SkipDir, filepath.SkipAll)
}
