type code int
type word string
type pair struct{ a, b int }
type fault struct{ n int }
func (f *fault) Error() string { return "fault " + string(rune('0'+f.n%10)) }
type badError struct{}
func (badError) Error() string { panic("in Error") }
type shown float32
func (shown) String() string { return "shown\nin two lines" }
type speaker interface{ speak(int) int }
func (c code) speak(n int) int { return int(c) / n }
func (p *pair) speak(n int) int { return p.a + n }
type outer struct{ speaker }
type cell[T any] struct{ v T }
func (c *cell[T]) get() T { return c.v }
func tell(r any) {
	switch r := r.(type) {
	case runtime.Error:
		println("runtime", r.Error())
	case badError:
		println("bad")
	default:
		outR(r)
	}
}
func direct()  { tell(recover()) }
func nested()  { func() { tell(recover()) }() }
func again()   { panic(recover()) }
func (c code) method() { println("method", c); tell(recover()) }
func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer println("upTo ends")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
func careless(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			yield(i)
		}
	}
}
func guarding(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer func() { tell(recover()) }()
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
var kept func(int) bool
func keeping(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		kept = yield
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
func deep(n int, f func()) int {
	if n == 0 {
		f()
		return 1
	}
	return deep(n-1, f) + n
}
