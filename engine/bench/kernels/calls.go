package main

func init() {
	orders := []func(a, b int) bool{
		func(a, b int) bool { return a < b },
		func(a, b int) bool { return a > b },
		func(a, b int) bool { return a&0xffff < b&0xffff },
		func(a, b int) bool { return a>>4 > b>>4 },
		func(a, b int) bool { return a^0x555 < b^0x555 },
		func(a, b int) bool { return -a < -b },
	}
	for name, n := range map[string]int{"sortby1": 1, "sortby2": 2, "sortby6": 6} {
		kernels[name] = func() func() int {
			values := make([]int, 60000)
			return func() int {
				sum := 0
				for i := range 6 {
					r := random(99)
					for j := range values {
						values[j] = int(r.next())
					}
					quickBy(values, orders[i%n])
					sum += values[len(values)/3]
				}
				return sum
			}
		}
	}
	for name, n := range map[string]int{"pipe1": 1, "pipe6": 6} {
		kernels[name] = func() func() int {
			numbers := make([]int, 100000)
			for i := range numbers {
				numbers[i] = i
			}
			return func() int {
				sum := 0
				for i := range 12 {
					sum += piped(numbers, i%n)
				}
				return sum
			}
		}
	}
	for name, n := range map[string]int{"shapes1": 1, "shapes2": 2, "shapes8": 8} {
		kernels[name] = func() func() int {
			r := random(5)
			all := make([]shape, 20000)
			for i := range all {
				all[i] = newShape(int(r.next()>>4)%n, float64(i%10))
			}
			return func() int {
				area := 0.0
				for range 50 {
					for _, s := range all {
						area += s.area()
					}
				}
				return int(area)
			}
		}
	}
	kernels["eval"] = func() func() int {
		r := random(3)
		e := randomExpression(&r, 14)
		return func() int {
			sum := 0
			for x := range 40 {
				sum += e.value(x)
			}
			return sum
		}
	}
}

func quickBy(values []int, before func(a, b int) bool) {
	for len(values) > 12 {
		pivot := values[len(values)/2]
		i, j := 0, len(values)-1
		for i <= j {
			for before(values[i], pivot) {
				i++
			}
			for before(pivot, values[j]) {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		quickBy(values[:j+1], before)
		values = values[i:]
	}
	for i := 1; i < len(values); i++ {
		for j := i; j > 0 && before(values[j], values[j-1]); j-- {
			values[j], values[j-1] = values[j-1], values[j]
		}
	}
}

func mapped(in []int, f func(int) int) []int {
	out := make([]int, 0, len(in))
	for _, x := range in {
		out = append(out, f(x))
	}
	return out
}

func filtered(in []int, keep func(int) bool) []int {
	out := make([]int, 0, len(in))
	for _, x := range in {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func reduced(in []int, start int, f func(a, x int) int) int {
	for _, x := range in {
		start = f(start, x)
	}
	return start
}

// piped runs one of six pipes of capturing closures.
func piped(in []int, kind int) int {
	a, b := kind+3, kind*7+1
	switch kind {
	case 0:
		return reduced(filtered(mapped(in, func(x int) int { return x*a + b }), func(x int) bool { return x%a != 0 }), 0, func(s, x int) int { return s + x + b })
	case 1:
		return reduced(filtered(mapped(in, func(x int) int { return x - a }), func(x int) bool { return x&b != 0 }), 1, func(s, x int) int { return s ^ x + a })
	case 2:
		return reduced(filtered(mapped(in, func(x int) int { return x << 1 & b }), func(x int) bool { return x > a }), 2, func(s, x int) int { return s*3 + x })
	case 3:
		return reduced(filtered(mapped(in, func(x int) int { return a - x }), func(x int) bool { return x < b }), 3, func(s, x int) int { return s - x })
	case 4:
		return reduced(filtered(mapped(in, func(x int) int { return x | a }), func(x int) bool { return x != b }), 4, func(s, x int) int { return max(s, x) })
	}
	return reduced(filtered(mapped(in, func(x int) int { return x * x / a }), func(x int) bool { return x&1 == 0 }), 5, func(s, x int) int { return s + x>>b })
}

type shape interface{ area() float64 }

type (
	quad     struct{ side float64 }
	box      struct{ width, height float64 }
	disc     struct{ radius float64 }
	triangle struct{ base, height float64 }
	ring     struct{ inner, outer float64 }
	oval     struct{ a, b float64 }
	trapeze  struct{ low, high, height float64 }
	point    struct{}
)

func (s *quad) area() float64     { return s.side * s.side }
func (s *box) area() float64      { return s.width * s.height }
func (s *disc) area() float64     { return 3.14159 * s.radius * s.radius }
func (s *triangle) area() float64 { return s.base * s.height / 2 }
func (s *ring) area() float64     { return 3.14159 * (s.outer*s.outer - s.inner*s.inner) }
func (s *oval) area() float64     { return 3.14159 * s.a * s.b }
func (s *trapeze) area() float64  { return (s.low + s.high) / 2 * s.height }
func (s *point) area() float64    { return 0 }

func newShape(kind int, x float64) shape {
	switch kind {
	case 0:
		return &quad{x}
	case 1:
		return &box{x, x + 1}
	case 2:
		return &disc{x}
	case 3:
		return &triangle{x, 3}
	case 4:
		return &ring{x, x + 2}
	case 5:
		return &oval{x, 5}
	case 6:
		return &trapeze{x, x + 1, 2}
	}
	return &point{}
}

type expression interface{ value(x int) int }

type (
	constant   struct{ n int }
	variable   struct{}
	sum        struct{ a, b expression }
	difference struct{ a, b expression }
	multiple   struct{ a, b expression }
	negation   struct{ a expression }
)

func (e *constant) value(int) int     { return e.n }
func (e *variable) value(x int) int   { return x }
func (e *sum) value(x int) int        { return e.a.value(x) + e.b.value(x) }
func (e *difference) value(x int) int { return e.a.value(x) - e.b.value(x) }
func (e *multiple) value(x int) int   { return e.a.value(x) * e.b.value(x) }
func (e *negation) value(x int) int   { return -e.a.value(x) }

func randomExpression(r *random, depth int) expression {
	kind := r.next() >> 5 % 8
	if depth == 0 {
		if kind < 4 {
			return &variable{}
		}
		return &constant{int(kind)}
	}
	a := randomExpression(r, depth-1)
	switch {
	case kind < 3:
		return &sum{a, randomExpression(r, depth-1)}
	case kind < 5:
		return &difference{a, randomExpression(r, depth-1)}
	case kind < 7:
		return &multiple{a, randomExpression(r, depth-1)}
	}
	return &negation{&sum{a, randomExpression(r, depth-1)}}
}
