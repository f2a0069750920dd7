package main

import (
	"errors"
	"fmt"
	"reflect"
	"sort"
)

type Inner struct {
	A int
	b string
}

type Shape interface {
	Area() float64
	Name() string
}

type Sq struct{ Side float64 }

func (s Sq) Area() float64          { return s.Side * s.Side }
func (s Sq) Name() string           { return "sq" }
func (s *Sq) Scale(k float64) *Sq   { s.Side *= k; return s }
func (s Sq) Add(a, b int, c ...string) (int, string) {
	t := ""
	for _, x := range c {
		t += x
	}
	return a + b, t
}

type Rec struct {
	Inner
	P     *int `json:"p,omitempty" xml:"q"`
	M     map[string]int
	S     []byte
	F     func(int) string
	C     chan int
	I     any
	E     error
	Arr   [3]int16
	Cx    complex64
	u8    uint8
	Sh    Shape
	Next  *Rec
}

type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Printf("%s: panic %v\n", name, e)
		}
	}()
	f()
}

func main() {
	x := 7
	r := Rec{Inner: Inner{1, "x"}, P: &x, M: map[string]int{"z": 26, "a": 1}, S: []byte("hi"), E: errors.New("bad"), Sh: Sq{2}}
	t := reflect.TypeOf(r)
	fmt.Println(t, t.Kind(), t.NumField(), t.Size(), t.Name(), t.PkgPath())
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Type.Kind(), f.Offset, f.Anonymous, f.PkgPath, f.Tag.Get("json"), f.Index)
	}
	v := reflect.ValueOf(&r).Elem()
	v.Field(0).Field(0).SetInt(99)
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("q"), reflect.ValueOf(5))
	v.FieldByName("S").SetBytes([]byte("there"))
	v.FieldByName("I").Set(reflect.ValueOf(MyInt(3)))
	v.FieldByName("Arr").Index(1).SetInt(-4)
	v.FieldByName("Cx").SetComplex(1 + 2i)
	fmt.Println(r.A, r.M, string(r.S), r.I, r.Arr, r.Cx)
	try("unexported", func() { v.Field(0).Field(1).SetString("no") })
	try("unaddressable", func() { reflect.ValueOf(r).Field(2).Set(reflect.ValueOf(r.M)) })
	try("kind", func() { reflect.ValueOf(3).Len() })
	try("assign", func() { v.FieldByName("P").Set(reflect.ValueOf("s")) })
	try("zero", func() { reflect.Value{}.Type() })
	try("iface", func() { v.Field(0).Field(1).Interface() })
	keys := v.FieldByName("M").MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	for _, k := range keys {
		fmt.Print(k, "=", v.FieldByName("M").MapIndex(k), " ")
	}
	fmt.Println()
	n := 0
	for it := v.FieldByName("M").MapRange(); it.Next(); {
		n += int(it.Value().Int())
	}
	fmt.Println(n, v.FieldByName("Sh").Elem().Type(), v.FieldByName("Sh").NumMethod())
	// types
	for _, a := range []any{1, int8(1), "s", 1.5, float32(2), true, []int{1}, [2]string{}, map[string][]int{}, make(chan<- int), func(int, ...string) error { return nil }, &x, struct {
		A int `k:"v"`
		b string
	}{}, MyInt(3), Pair[string, int]{"a", 1}, &Pair[int, []string]{}, errors.New("e"), Sq{}, (*Sq)(nil), new(any), complex(1, 2), uintptr(4), byte(1), 'x', [0]int{}, struct{}{}} {
		t := reflect.TypeOf(a)
		fmt.Println(t, t.Kind(), t.Name(), t.Size(), t.Align(), t.Comparable(), t.NumMethod())
	}
	fmt.Println(reflect.TypeFor[error](), reflect.TypeFor[any](), reflect.TypeFor[Shape]().NumMethod(), reflect.TypeFor[Shape]().Method(0).Name, reflect.TypeFor[Shape]().Method(0).Type)
	st := reflect.TypeOf(Sq{})
	pt := reflect.TypeOf(&Sq{})
	fmt.Println(st.Implements(reflect.TypeFor[Shape]()), pt.Implements(reflect.TypeFor[Shape]()), reflect.TypeOf(1).Implements(reflect.TypeFor[Shape]()))
	for i := 0; i < pt.NumMethod(); i++ {
		fmt.Println(pt.Method(i).Name, pt.Method(i).Type)
	}
	s := &Sq{3}
	out := reflect.ValueOf(s).MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(2), reflect.ValueOf(3), reflect.ValueOf("a"), reflect.ValueOf("b")})
	fmt.Println(out[0], out[1])
	reflect.ValueOf(s).MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(2.0)})
	fmt.Println(s.Side, reflect.ValueOf(s).MethodByName("Area").Call(nil)[0])
	fmt.Println(reflect.ValueOf(*s).Method(1).Call(nil)[0].Float(), reflect.ValueOf(*s).NumMethod())
	f := reflect.ValueOf(fmt.Sprintf)
	fmt.Println(f.Call([]reflect.Value{reflect.ValueOf("%d-%s"), reflect.ValueOf(4), reflect.ValueOf("q")})[0])
	fmt.Println(f.CallSlice([]reflect.Value{reflect.ValueOf("%d|%v"), reflect.ValueOf([]any{4, 2.5})})[0])
	g := func(a int8, b Inner, c [4]int, d string, e float32) (Inner, [4]int, error, float32) {
		b.A += int(a)
		c[1] = 8
		return b, c, errors.New(d), e * 2
	}
	for _, o := range reflect.ValueOf(g).Call([]reflect.Value{reflect.ValueOf(int8(-3)), reflect.ValueOf(Inner{10, "bb"}), reflect.ValueOf([4]int{1, 2, 3, 4}), reflect.ValueOf("err"), reflect.ValueOf(float32(1.25))}) {
		fmt.Printf("%v %T\n", o, o.Interface())
	}
	try("few", func() { f.Call(nil) })
	try("type", func() { f.Call([]reflect.Value{reflect.ValueOf(3)}) })
	// deep equal
	a1 := map[string]any{"a": []int{1, 2}, "b": &Inner{1, "q"}, "c": nil}
	a2 := map[string]any{"a": []int{1, 2}, "b": &Inner{1, "q"}, "c": nil}
	fmt.Println(reflect.DeepEqual(a1, a2), reflect.DeepEqual([]int(nil), []int{}), reflect.DeepEqual(1, int64(1)))
	cyc := &Rec{}
	cyc.Next = cyc
	cyc2 := &Rec{}
	cyc2.Next = cyc2
	fmt.Println(reflect.DeepEqual(cyc, cyc2))
	// make
	sl := reflect.MakeSlice(reflect.TypeOf([]string{}), 1, 4)
	sl.Index(0).SetString("zero")
	sl = reflect.Append(sl, reflect.ValueOf("one"), reflect.ValueOf("two"), reflect.ValueOf("3"), reflect.ValueOf("4"))
	fmt.Println(sl, sl.Len(), sl.Slice(1, 3))
	m := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(Inner{})))
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(Inner{5, "y"}))
	fmt.Println(m, m.Type(), m.Len())
	_, ok := m.Interface().(map[string]Inner)
	fmt.Println(ok, reflect.SliceOf(reflect.TypeOf(MyInt(0))), reflect.PointerTo(reflect.TypeOf(r)), reflect.ArrayOf(3, reflect.TypeOf("")), reflect.ChanOf(reflect.RecvDir, reflect.TypeOf(1)))
	ar := reflect.New(reflect.ArrayOf(2, reflect.TypeOf(MyInt(0)))).Elem()
	ar.Index(1).SetInt(5)
	fmt.Println(ar, ar.Interface())
	ft := reflect.FuncOf([]reflect.Type{reflect.TypeOf(1), reflect.TypeOf([]string{})}, []reflect.Type{reflect.TypeFor[error]()}, true)
	fmt.Println(ft)
	so := reflect.StructOf([]reflect.StructField{{Name: "X", Type: reflect.TypeOf(1), Tag: `a:"b"`}, {Name: "Y", Type: reflect.TypeOf("")}})
	sv := reflect.New(so).Elem()
	sv.Field(0).SetInt(9)
	sv.Field(1).SetString("yy")
	fmt.Printf("%v %+v %v\n", so, sv.Interface(), so.Size())
	// convert
	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf(3.9).Convert(reflect.TypeOf(0)), reflect.ValueOf("abc").Convert(reflect.TypeOf([]byte{})), reflect.ValueOf(MyInt(4)).Convert(reflect.TypeFor[fmt.Stringer]()).Type(), reflect.ValueOf([]int{1, 2, 3}).Convert(reflect.TypeOf([2]int{})))
	try("conv", func() { reflect.ValueOf("x").Convert(reflect.TypeOf(1)) })
	// chans
	ch := reflect.MakeChan(reflect.TypeOf(make(chan string)), 2)
	ch.Send(reflect.ValueOf("a"))
	fmt.Println(ch.TrySend(reflect.ValueOf("b")), ch.TrySend(reflect.ValueOf("c")), ch.Len(), ch.Cap())
	rv, rok := ch.Recv()
	fmt.Println(rv, rok)
	c2 := make(chan int, 1)
	c2 <- 5
	i, got, gok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)}})
	fmt.Println(i, got, gok)
	i, _, _ = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)}, {Dir: reflect.SelectDefault}})
	fmt.Println(i)
	ch.Close()
	ch.Recv()
	rv, rok = ch.Recv()
	fmt.Printf("%q %v\n", rv.String(), rok)
	// visible fields
	for _, f := range reflect.VisibleFields(t) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()
	ff, fok := t.FieldByName("A")
	fmt.Println(ff.Index, fok, v.FieldByIndex(ff.Index))
	fmt.Println(v.IsZero(), reflect.Zero(t).IsZero(), reflect.ValueOf(0.0).IsZero(), reflect.ValueOf("").IsZero())
	var e error
	ev := reflect.ValueOf(&e).Elem()
	fmt.Println(ev.IsNil(), ev.Kind(), ev.Elem().IsValid())
	ev.Set(reflect.ValueOf(errors.New("set")))
	fmt.Println(e, ev.Elem().Type())
	sw := reflect.Swapper([]Inner{})
	_ = sw
	is := []Inner{{1, "a"}, {2, "b"}}
	reflect.Swapper(is)(0, 1)
	fmt.Println(is)
	for k, v := range reflect.ValueOf([]string{"p", "q"}).Seq2() {
		fmt.Print(k, v, ";")
	}
	for v := range reflect.ValueOf(3).Seq() {
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Printf("%v %d %s %T\n", reflect.ValueOf(MyInt(3)), reflect.ValueOf(7), reflect.ValueOf("w"), reflect.ValueOf(1))
	y, yok := reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(MyInt(8)))
	fmt.Println(y, yok)
	fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf("a").Comparable(), reflect.ValueOf([]int{}).Comparable())
	fmt.Println(reflect.Copy(reflect.ValueOf(is), reflect.ValueOf([]Inner{{7, "z"}})), is)
	fmt.Println(reflect.Indirect(reflect.ValueOf(&x)), reflect.ValueOf(&x).Elem().CanSet(), reflect.ValueOf(x).CanSet())
	fmt.Println(reflect.ValueOf(int8(1)).OverflowInt(200), reflect.ValueOf(float32(1)).OverflowFloat(1e300))
	var nilm map[string]int
	fmt.Println(reflect.ValueOf(nilm).MapIndex(reflect.ValueOf("a")).IsValid(), reflect.ValueOf(nilm).Len())
	fmt.Println(reflect.BothDir, reflect.SendDir, reflect.Kind(99), reflect.StructTag(`a:"1" b:"2\"3"`).Get("b"))
}
