package p

func f(s []int) {
	for i, j, k, l = range s {
	}
	for a, b, c := range s {
	}
}
