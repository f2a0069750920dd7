package main

import "errors"

func main() {
	e := errors.New("e")
	defer func() { recover(); panic(e) }()
	defer func() { r := recover(); panic(r) }()
	panic(e)
}
