// Package ring has lists without beginning or end.
package ring

// Ring is an element of a ring, and stands for the whole one; a nil Ring is an empty one. The zero value is a
// ring of one element.
type Ring struct {
	next, prev *Ring
	Value      any
}

// New gives a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	all := make([]Ring, n)
	for i := range all {
		all[i].next = &all[(i+1)%n]
		all[i].prev = &all[(i+n-1)%n]
	}
	return &all[0]
}

// ready makes a ring of the zero value.
func (r *Ring) ready() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// Next gives the element behind r.
func (r *Ring) Next() *Ring { return r.ready().next }

// Prev gives the element in front of r.
func (r *Ring) Prev() *Ring { return r.ready().prev }

// Move gives the element n places behind r, in front of it for a negative n.
func (r *Ring) Move(n int) *Ring {
	r.ready()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link lets s follow r and gives what did before. Two rings become one; of one ring, what lies between r and s is cut out.
func (r *Ring) Link(s *Ring) *Ring {
	after := r.Next()
	if s != nil {
		end := s.Prev()
		r.next, s.prev = s, r
		end.next, after.prev = after, end
	}
	return after
}

// Unlink cuts out the n elements behind r and gives them as a ring.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len gives the number of elements.
func (r *Ring) Len() int {
	n := 0
	r.Do(func(any) { n++ })
	return n
}

// Do calls f with the value of each element, r's first.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for e := r.Next(); e != r; e = e.next {
		f(e.Value)
	}
}
