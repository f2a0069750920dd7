package main

func main() {
	i := 0
start:
	{
		j := i * 2
		if i < 3 {
			i++
			println("loop", i, j)
			goto start
		}
	}
	for k := 0; ; k++ {
		for {
			if k == 1 {
				goto out
			}
			break
		}
	}
out:
	fs := []func() int{}
	n := 0
again:
	x := n
	fs = append(fs, func() int { x++; return x })
	n++
	if n < 3 {
		goto again
	}
	for _, f := range fs {
		print(f(), f(), " ")
	}
	println()
	func() {
		defer println("deferred")
		goto end
	end:
		println("end")
	}()
L:
	for {
		switch {
		default:
			break L
		}
	}
M:
	switch {
	case true:
		for {
			break M
		}
	}
	goto done
done:
	var p *int
retry:
	func() {
		defer func() {
			if recover() != nil {
				p = new(int)
			}
		}()
		*p++
	}()
	if p == nil || *p == 0 {
		goto retry
	}
	println(*p)
	c := 0
outer:
	for a := 0; a < 3; a++ {
		for b := 0; ; b++ {
			select {
			default:
				if b == 2 {
					continue outer
				}
				c += a*10 + b
				continue
			}
		}
	}
	println(c)
}
