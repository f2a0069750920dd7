package main

type R4 [len(R4{})]int

type I interface{ M(); int }

func (*I) z() {}
func (I) z2() {}

func main() {
dup:
dup:
	for {
		break dup
	}
}
