package main

type T struct{}

func (t T) String() string { return "" }

func lab() {
outer:
	for i := 0; i < 3; i++ {
	inner:
		for {
			continue outer
			break inner
			break nowhere
			continue lone
		}
	}
lone:
	if true {
		break lone
		continue lone
	}
sw:
	switch {
	case true:
		break sw
		continue sw
		fallthrough
	default:
		fallthrough
	}
	goto end
	x := 1
	_ = x
end:
	goto into
	{
	into:
	}
	if true {
		fallthrough
	}
	func() {
		break
		goto outer
		return 1
	}()
	break
	continue
dup:
dup:
	select {
	default:
		fallthrough
	}
unused:
}
func main() { lab() }
