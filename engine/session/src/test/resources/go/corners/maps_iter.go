package main

import "fmt"

func main() {
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	seen := 0
	for k := range m {
		seen++
		delete(m, k)
		delete(m, (k+1)%100)
	}
	fmt.Println(len(m), seen <= 100 && seen >= 50)
	for i := range 10 {
		m[i] = i
	}
	for k, v := range m {
		if k != v {
			fmt.Println("bad")
		}
		clear(m)
	}
	fmt.Println(len(m))
	var nm map[string][]int
	fmt.Println(nm["x"] == nil, len(nm), nm["a"])
	delete(nm, "x")
	clear(nm)
	for range nm {
	}
	type K struct {
		a [2]int8
		s string
	}
	mk := map[K]*int{}
	mk[K{[2]int8{1, 2}, "x"}] = new(int)
	*mk[K{[2]int8{1, 2}, "x"}] += 5
	fmt.Println(*mk[K{[2]int8{1, 2}, "x"}], mk[K{}] == nil)
	ms := map[string][]int{}
	ms["a"] = append(ms["a"], 1, 2)
	ms["a"][0]++
	fmt.Println(ms)
	mm := map[string]map[string]int{"x": {"y": 1}}
	mm["x"]["y"]++
	mm["x"]["z"] += 5
	fmt.Println(mm, mm["no"]["no"])
	mf := map[string]func(int) int{"dbl": func(x int) int { return 2 * x }}
	fmt.Println(mf["dbl"](4))
	ma := map[string][3]int{"a": {1, 2, 3}}
	fmt.Println(ma["a"][1], len(ma["zz"]))
	mst := map[string]struct{ x, y int }{"p": {1, 2}}
	fmt.Println(mst["p"].y, mst["q"].x)
	v, ok := mst["q"]
	fmt.Println(v, ok)
	mp := map[*int]int{nil: 3}
	fmt.Println(mp[nil], mp)
	func() {
		defer func() { fmt.Println(recover()) }()
		nm["x"] = nil
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		mf["none"](1)
	}()
	i := 0
	mi := map[int]int{0: 1}
	i, mi[i] = 5, 7
	fmt.Println(i, mi)
	mi[1], mi[2] = mi[2], mi[0]
	fmt.Println(mi, fmt.Sprint(map[any]int{"b": 1, 2: 2, "a": 3, 3: 5}))
	mch := map[chan int]int{}
	ch := make(chan int)
	mch[ch]++
	fmt.Println(mch[ch])
	added := 0
	md := map[int]bool{1: true}
	for k := range md {
		if added < 1000 {
			added++
			md[k+1000+added] = true
		}
	}
	fmt.Println(len(md) > 1)
}
