package main

func init() {
	var fs []func() int
	for i, x := range []int{5, 6} {
		fs = append(fs, func() int { i += 10; return i*100 + x })
	}
	for k, v := range map[int]int{7: 8} {
		fs = append(fs, func() int { return k + v })
	}
	for i, r := range "aé" {
		fs = append(fs, func() int { return i + int(r) })
	}
	for i := range [3]int{} {
		fs = append(fs, func() int { return i })
		i = 9
	}
	c := make(chan int, 2)
	c <- 1
	c <- 2
	close(c)
	for v := range c {
		fs = append(fs, func() int { return v })
	}
	for _, s := range []struct{ a [5]int }{{}, {[5]int{1, 2}}} {
		p := &s
		fs = append(fs, func() int { return p.a[1] })
	}
	for i, x := range []int{3, 4} {
		print(i, x, " ")
	}
	for _, f := range fs {
		print(f(), " ")
	}
	println()
}
