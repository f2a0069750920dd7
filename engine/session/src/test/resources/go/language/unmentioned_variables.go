// Package variables that nothing mentions: what their initialisers do is done all the same, in the order of the specification,
// whatever is left out of the program.
package main

import (
	"errors"
	"fmt"
)

type table struct {
	name  string
	inner *table
	list  []int
	index map[string]*table
}

var (
	unused1 = table{"one", &table{name: "inner"}, []int{1, 2}, map[string]*table{"a": {name: "x"}}}
	unused2 = say("unused2")
	_       = say("blank")
	late    = &early
	early   = say("early")
	unused3 = []any{&unused1, late, func() { println("never") }}
	used    = map[string]table{"k": {list: []int{7}}}
	errUsed = errors.New("used")
	errNot  = errors.New("not used")
	a, b    = pair()
	_, c    = pair()
	through = func() int { return hidden.list[1] }
	hidden  = table{list: []int{3, 4}}
)

var order []string

func say(s string) string {
	order = append(order, s)
	return s
}

func pair() (int, string) {
	order = append(order, "pair")
	return len(order), "p"
}

func init() { order = append(order, "init") }

func main() {
	fmt.Println(order)
	fmt.Println(used["k"].list, errUsed, a, c, *late, through())
	func() {
		defer func() { fmt.Println(recover()) }()
		var short = []int{1}
		_ = [2]int(short)
	}()
}
