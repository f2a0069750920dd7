package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	defer fmt.Println("not reached")
	log.SetFlags(0)
	l := log.New(os.Stdout, "own: ", log.Lmsgprefix)
	l.Print("first ")
	log.Fatal("a", 1, 2, "b", l.Prefix())
}
