func foldFloat(h uint64, f float64) uint64 {
	if f != f {
		return h*13 + 5
	}
	return (h ^ math.Float64bits(f)) * 1099511628211
}
func foldString(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h*43 + uint64(len(s))
}
type ordered interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr | ~float32 | ~float64 | ~string
}
func swapped[A, B any](a A, b B) (B, A) { return b, a }
func firstOf[S ~[]E, E any](s S) (e E, ok bool) {
	if len(s) > 0 {
		return s[0], true
	}
	return
}
func mapAll[S ~[]E, E, R any](s S, f func(int, E) R) (r []R) {
	for i, e := range s {
		r = append(r, f(i, e))
	}
	return
}
func all[E any](s []E) func(func(int, E) bool) {
	return func(yield func(int, E) bool) {
		defer println("all ends")
		for i, e := range s {
			if !yield(i, e) {
				return
			}
		}
	}
}
func indexOf[T comparable](s []T, x T) int {
	for i, e := range s {
		if e == x {
			return i
		}
	}
	return -1
}
func largest[T ordered](a T, more ...T) T {
	for _, m := range more {
		a = max(a, m)
	}
	return a
}
type node[T any] struct {
	value T
	kids  []*node[T]
}
func (n *node[T]) add(v T) *node[T] { n.kids = append(n.kids, &node[T]{value: v}); return n }
func (n *node[T]) walk(f func(T)) {
	f(n.value)
	for _, k := range n.kids {
		k.walk(f)
	}
}
