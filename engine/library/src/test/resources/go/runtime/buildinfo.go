package main

import (
	"fmt"
	"runtime/debug"
)

func main() {
	b := &debug.BuildInfo{GoVersion: "go1.26", Path: "example.com/cmd", Main: debug.Module{Path: "example.com", Version: "v1.2.3", Sum: "h1:x"},
		Deps:     []*debug.Module{{Path: "a", Version: "v1", Sum: "s"}, {Path: "b", Version: "v2", Replace: &debug.Module{Path: "../b", Version: "v0"}}},
		Settings: []debug.BuildSetting{{Key: "-tags", Value: "x,y"}, {Key: "a b", Value: "c\"d"}, {Key: "e", Value: ""}}}
	s := b.String()
	fmt.Print(s)
	p, err := debug.ParseBuildInfo(s)
	fmt.Println(err, len(p.Deps), p.Deps[1].Replace.Path)
	fmt.Print(p.String())
	for _, bad := range []string{"mod\tx", "=>\ta\tb\tc", "dep\ta\tb\n=>\ta", "build\tx", "build\t\"x", "build\tk=\"x"} {
		_, err := debug.ParseBuildInfo(bad + "\n")
		fmt.Println(err)
	}
}
