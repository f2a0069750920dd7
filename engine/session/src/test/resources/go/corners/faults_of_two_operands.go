// Which of two faults of a statement comes first: a length, a conversion to an interface by way of an address and what computes a place are
// evaluated ahead, what is appended or made is read from memory last, and of two interface values that are compared the second is first.
// The words name statement and operands.
package main

import "fmt"

type T struct{ a, c int }
type P struct {
	f    int
	sl   []int
	p    *P
	deep *P
}

func (p *P) M(x int) {}
func (p P) V(x int)  {}

type S struct{ *P }
type I interface{ M(int) }

var sl = []int{1, 2, 3}
var i = 7
var pn *int
var np *P
var nq = &P{}
var st S
var sv P
var one = 1
var zero = 0
var neg = -1
var neg8 int8 = -1
var bad any = []int{1}
var bad2 any = []int{1}
var mk = map[any]int{}
var mi map[int]int
var anys any = "text"
var anys2 any
var short = []int{1}
var str = "abc"
var str2 string
var pa *[3]int
var pb = &[3]int{}
var ar [3]int
var ss = [][]int{{1}, {2}}
var pn2 *[]int
var sts = []T2{{1}}
var fl = []float64{1}
var sb, sb2 = struct{ x any }{[]int{}}, struct{ x any }{[]int{}}
var ab, ab2 = [1]any{[]int{}}, [1]any{[]int{}}
var tr = true
var x, y int
var xs []int
var u T
var up *T
var b bool
var ia = []any{1}
var pany *any

type T2 struct{ f int }

//go:noinline
func f2(a, b int) {}

//go:noinline
func fa(a, b any) {}

//go:noinline
func sink(a, b any) {}

func try(name string, f func()) {
	x, y, xs, u, up = 0, 0, nil, T{}, nil
	defer func() {
		r := recover()
		fmt.Println(name, "|", r, "|", x, y, xs, u, up == nil, len(sl), len(mk))
	}()
	f()
}

func main() {
	try("add shr slc", func() { x = one>>neg8 + sl[i:][0] })
	try("alit addr lena", func() { _ = [2]any{*&sl[i], len(*pn2)} })
	try("alit key lenc", func() { _ = [2]any{mk[bad], len(np.sl)} })
	try("anyb and key", func() { anys2, x = any(tr && sl[i] > 0), mk[bad] })
	try("anyb arrcmp asrt", func() { anys2, x = any(ab == ab2), anys.(int) })
	try("anyb blt sel", func() { anys2, x = any(sl[i] < one), np.f })
	try("anyb cmpi slt", func() { anys2, x = any(bad == bad2), sts[i].f })
	try("anyb cmps star", func() { anys2, x = any(sb == sb2), *pn })
	try("app emb arrc", func() { sl = append(sl, st.f, [3]int(short)[1]) })
	try("app idx shr", func() { sl = append(sl, sl[i], one>>neg8) })
	try("app parr shl", func() { sl = append(sl, pa[one], one<<neg) })
	try("app sel neg", func() { sl = append(sl, np.f, -sl[i]) })
	try("app selp conv", func() { sl = append(sl, nq.p.f, int(fl[i])) })
	try("app str lenc", func() { sl = append(sl, int(str[i]), len(np.sl)) })
	try("appb sidx emb", func() { xs = append(ss[i], st.f) })
	try("apps semb sasrt", func() { xs = append(st.sl, anys.([]int)...) })
	try("closure arrc lena", func() { func(a, c int) { x = a + c }([3]int(short)[1], len(*pn2)) })
	try("closure shl slc", func() { func(a, c int) { x = a + c }(one<<neg, sl[i:][0]) })
	try("cmp neg lena", func() { b = -sl[i] < len(*pn2) })
	try("cmp shl asrt", func() { b = one<<neg < anys.(int) })
	try("cplx idx lena", func() { _ = complex(float64(sl[i]), float64(len(*pn2))) })
	try("deferf conv lenc", func() { func() { defer f2(int(fl[i]), len(np.sl)) }() })
	try("deferf shr asrt", func() { func() { defer f2(one>>neg8, anys.(int)) }() })
	try("f2 div lena", func() { f2(one/zero, len(*pn2)) })
	try("fany arr lena", func() { fa(ar[i], len(*pn2)) })
	try("gostr idx lena", func() { str2 = string(rune(sl[i])) + string(rune(len(*pn2))) })
	try("gostr shl slc", func() { str2 = string(rune(one<<neg)) + string(rune(sl[i:][0])) })
	try("idx2 arrp lena", func() { x = sl[(*[3]int)(short)[one]] + len(*pn2) })
	try("iface arr shr", func() { b = any(ar[i]) == any(one>>neg8) })
	try("iface key nst2", func() { b = any(mk[bad]) == any(ss[one][i]) })
	try("iface sel idx", func() { b = any(np.f) == any(sl[i]) })
	try("iface slt div", func() { b = any(sts[i].f) == any(one/zero) })
	try("ieq aidx astar", func() { b = ia[i] == *pany })
	try("ieq astar aidx", func() { b = *pany == ia[i] })
	try("lit neg lena", func() { u = T{-sl[i], len(*pn2)} })
	try("lit shl lenc", func() { u = T{one << neg, len(np.sl)} })
	try("makes arr div", func() { xs = make([]int, ar[i], one/zero) })
	try("makes neg rem", func() { xs = make([]int, -sl[i], one%zero) })
	try("makes arr emb2", func() { xs = make([]int, ar[i], sv.deep.f) })
	try("makes slc asp", func() { xs = make([]int, sl[i:][0], *(anys.(*int))) })
	try("mapas lena slt", func() { mi[len(*pn2)] = sts[i].f })
	try("mapas div slt", func() { mi[one/zero] = sts[i].f })
	try("mapop div slt", func() { mi[one/zero] += sts[i].f })
	try("mapop shl emb2", func() { mi[one<<neg] += sv.deep.f })
	try("mapop slt key", func() { mi[sts[i].f] += mk[bad] })
	try("mapop arrc parri", func() { mi[[3]int(short)[1]] += pb[i] })
	try("mapop slc div", func() { mi[sl[i:][0]] += one / zero })
	try("mlit asrt nst2", func() { _ = map[int]int{anys.(int): ss[one][i]} })
	try("mlit slc div", func() { _ = map[int]int{sl[i:][0]: one / zero} })
	try("mul conv lena", func() { x = int(fl[i]) * len(*pn2) })
	try("pb shr", func() { pb[i] = one >> neg8 })
	try("pembinc2 slc neg", func() { st.f, x = sl[i:][0], -sl[i] })
	try("pnameinc2 slc nest", func() { x, x = sl[i:][0], sl[sl[i]] })
	try("pnameinc2 asrt emb", func() { x, x = anys.(int), st.f })
	try("pidxop lena", func() { sl[i] += len(*pn2) })
	try("plit key lenc", func() { up = &T{mk[bad], len(np.sl)} })
	try("print sel blt", func() { sink(np.f, (sl[i] < one)) })
	try("print key cmpi", func() { sink(mk[bad], (bad == bad2)) })
	try("ret shr lena", func() { func() (int, int) { return one >> neg8, len(*pn2) }() })
	try("sh2 shr asrt", func() { x = one >> neg8 << (anys.(int)) })
	try("shift div idx", func() { x = one / zero << uint(sl[i]) })
	try("shift nest slt", func() { x = sl[sl[i]] << uint(sts[i].f) })
	try("sidx arrc emb2", func() { sl[[3]int(short)[1]] = sv.deep.f })
	try("sidx div parr", func() { sl[one/zero] = pa[one] })
	try("sidx neg selp", func() { sl[-sl[i]] = nq.p.f })
	try("sidx shl parri", func() { sl[one<<neg] = pb[i] })
	try("sidx idx div", func() { sl[sl[i]] = one / zero })
	try("slc3 sidx slt", func() { xs = (ss[i])[sts[i].f:] })
	try("slit conv lena", func() { xs = []int{int(fl[i]), len(*pn2)} })
	try("two slc arr", func() { x, y = sl[i:][0], ar[i] })
	try("two asrt sel", func() { x, y = anys.(int), np.f })
	try("ipn conv key", func() { print(int(fl[i]), mk[bad]) })
}
