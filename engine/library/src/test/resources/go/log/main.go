package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"regexp"
)

func caught(f func()) {
	defer func() { fmt.Printf("panic %q\n", recover()) }()
	f()
}

func main() {
	l := log.New(os.Stdout, "pre: ", 0)
	l.Print("a", 1, 2, "b")
	l.Printf("%d%%", 5)
	l.Println("x", nil)
	l.Print("ends\n")
	l.SetFlags(log.Lmsgprefix | log.Lshortfile)
	l.SetPrefix("msg> ")
	l.Print("where")
	l.Output(1, "output")
	fmt.Println(l.Flags(), l.Prefix(), l.Writer() == os.Stdout)
	var b bytes.Buffer
	l.SetOutput(&b)
	l.SetFlags(log.LstdFlags | log.Lmicroseconds | log.LUTC)
	l.Print("timed")
	fmt.Println(regexp.MustCompile(`^msg> \d{4}/\d\d/\d\d \d\d:\d\d:\d\d\.\d{6} timed\n$`).MatchString(b.String()))
	caught(func() { l.Panic("p", 1) })
	caught(func() { l.Panicf("%d", 2) })
	caught(func() { l.Panicln("q", 3) })
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	log.SetPrefix("std ")
	log.Print("one")
	log.Printf("%s", "two")
	log.Println("three")
	log.Output(1, "four")
	caught(func() { log.Panicln("five") })
	fmt.Println(log.Flags(), log.Prefix(), log.Writer() == os.Stdout, log.Default().Prefix())
	log.Fatalf("the end %d", 1)
}
