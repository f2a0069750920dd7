package order

// no errors: declarations in any order, methods before their types

var total = count(list)

var list = []item{{1}, {2}}

func (i item) value() int { return i.v }

type item struct{ v int }

func count(l []item) int {
	n := 0
	for _, x := range l {
		n += x.value()
	}
	return n
}

type (
	a struct{ b *b }
	b struct{ a []a }
	c interface{ d() d }
	d interface{ c() c }
	e func(e) e
	f map[string]f
	g []g
	h chan h
)

type embedded struct {
	*item
	c
}

var _ = embedded{}.value
var _ c = embedded{}
var _ func(embedded) int = embedded.value

func init() {}
func init() {}
