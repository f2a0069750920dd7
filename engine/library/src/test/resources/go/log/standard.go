package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"
)

func caught(f func()) {
	defer func() { fmt.Printf("panic %q\n", recover()) }()
	f()
}

// stamped gives what flags put before a text, each digit as d.
func stamped(flags int) string {
	var b bytes.Buffer
	log.New(&b, "<", flags).Print("text")
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return 'd'
		}
		return r
	}, b.String())
	if before, after, ok := strings.Cut(digits, ".go:"); ok {
		digits = before[strings.LastIndexAny(before, "/<")+1:] + ".go:" + after
	}
	return digits
}

func main() {
	var standard *log.Logger = log.Default()
	standard.SetFlags(0)
	standard.SetOutput(os.Stdout)
	caught(func() { log.Panic("p", 1, 2) })
	caught(func() { log.Panicf("%x", "f") })
	for _, flags := range []int{log.Ldate, log.Ltime, log.Ldate | log.Ltime | log.Lmicroseconds, log.Ltime | log.LUTC | log.Lmsgprefix, log.Lshortfile, log.Llongfile | log.Lmsgprefix} {
		fmt.Printf("%#x %q\n", flags, stamped(flags))
	}
}
