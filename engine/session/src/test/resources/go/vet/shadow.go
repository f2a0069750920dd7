package main

import (
	"errors"
	"os"
)

func open(name string) (err error) {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	if n, err := f.Stat(); n == nil {
		println(err.Error())
	}
	if err := f.Close(); err != nil {
		println(err.Error())
	}
	return err
}

func last() {
	err := errors.New("x")
	println(err.Error())
	if err := os.Remove("x"); err != nil {
		println(err.Error())
	}
}

func other() {
	var err int
	if true {
		var err string
		println(err)
	}
	println(err)
}

func main() {
	_ = open("x")
	last()
	other()
}
