package main

// Elided elements of literals whose type is a pointer: to slices, maps, arrays and structs.

type row []int

type pair[K comparable, V any] struct {
	key K
	val V
}

func main() {
	slices := []*[]int{{1, 2}, nil, {}, 5: {4: 7}}
	println(len(slices), len(*slices[0]), (*slices[0])[1], slices[1] == nil, *slices[2] == nil, len(*slices[5]))
	maps := map[string]*map[int]string{"a": {1: "x", 2: "y"}, "b": {}}
	println(len(*maps["a"]), (*maps["a"])[2], *maps["b"] == nil)
	(*maps["b"])[3] = "z"
	println(len(*maps["b"]))
	rows := [...]*row{2: {1, 2, 3}, 0: {9}}
	println(len(rows), rows[1] == nil, (*rows[2])[2], (*rows[0])[0])
	arrays := []*[3]row{{1: {5, 6}}, {}}
	println(len(arrays[0][1]), arrays[0][1][1], arrays[1][0] == nil)
	nested := map[row2]*[]*pair[int, row]{{1, 2}: {{3, row{4}}, {val: row{5, 6}}}}
	got := *nested[row2{1, 2}]
	println(len(got), got[0].key, got[0].val[0], got[1].key, len(got[1].val))
	*slices[0] = append(*slices[0], 3)
	println(len(*slices[0]))
}

type row2 [2]int
