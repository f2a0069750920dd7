package p

func f() {
	for (T[U]{}) {
	}
}
