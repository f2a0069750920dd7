package reflect

import (
	"internal/descriptor"
	"unsafe"
)

func chanMake(t *descriptor.Type, n int64) unsafe.Pointer

// chanSend sends; what the element refers to leaks.
//
//go:noescape
func chanSend(c, elem unsafe.Pointer)

//go:noescape
func chanReceive(c, elem unsafe.Pointer) bool

//go:noescape
func chanClose(c unsafe.Pointer)

// choose runs a select. space has three words of 64 bits for each case.
func choose(chans, elems []unsafe.Pointer, sends []bool, space []uint64, block bool) (chosen int32, received bool)

// MakeChan makes a channel.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.descriptor()
	return Value{t, chanMake(t, int64(buffer)), 0}
}

func (v Value) receiver(method string) {
	v.must(Chan, method)
	v.mustBeExportedFor(method)
	if ChanDir(v.typ.Aux)&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
}

func (v Value) sender(method string, x Value) Value {
	v.must(Chan, method)
	v.mustBeExportedFor(method)
	if ChanDir(v.typ.Aux)&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.mustBeExportedFor(method)
	return x.assignable("reflect.Value.Send", v.typ.Elem())
}

// Recv receives a value; ok is false for the zero value of a closed channel.
func (v Value) Recv() (x Value, ok bool) {
	v.receiver("Recv")
	elem := v.typ.Elem()
	to := descriptor.New(elem)
	ok = chanReceive(v.pointer(), to)
	return received(elem, to), ok
}

// received makes a Value of what was received to new memory.
func received(elem *descriptor.Type, at unsafe.Pointer) Value {
	if elem.Is(descriptor.Direct) {
		return Value{elem, *(*unsafe.Pointer)(at), 0}
	}
	return Value{elem, at, indirect}
}

// TryRecv is Recv that does not wait; where it would have to, it returns the zero Value.
func (v Value) TryRecv() (Value, bool) {
	v.receiver("TryRecv")
	elem := v.typ.Elem()
	to := descriptor.New(elem)
	var space [3]uint64
	chosen, ok := choose([]unsafe.Pointer{v.pointer()}, []unsafe.Pointer{to}, []bool{false}, space[:], false)
	if chosen < 0 {
		return Value{}, false
	}
	return received(elem, to), ok
}

// Send sends x.
func (v Value) Send(x Value) {
	x = v.sender("Send", x)
	leaks(x.at)
	chanSend(v.pointer(), x.place())
}

// TrySend is Send that does not wait; it reports whether x was sent.
func (v Value) TrySend(x Value) bool {
	x = v.sender("TrySend", x)
	var space [3]uint64
	chosen, _ := choose([]unsafe.Pointer{v.pointer()}, []unsafe.Pointer{x.place()}, []bool{true}, space[:], false)
	return chosen >= 0
}

// Close closes the channel v.
func (v Value) Close() {
	v.must(Chan, "Close")
	v.mustBeExported("Value.Close")
	if ChanDir(v.typ.Aux)&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v.pointer())
}

// SelectDir is what a case of a select does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// SelectCase is a case of a select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value // the zero Value never goes on
	Send Value // what is sent
}

// Select runs a select statement with the given cases and returns which went on, and what it received.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	n := len(cases)
	chans, elems, sends := make([]unsafe.Pointer, n), make([]unsafe.Pointer, n), make([]bool, n)
	fallback := -1
	for i, c := range cases {
		switch c.Dir {
		case SelectDefault:
			if fallback >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			fallback = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			sends[i] = true
			if c.Chan.IsValid() {
				chans[i], elems[i] = sending(c)
			}
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if c.Chan.IsValid() {
				c.Chan.receiver("Select")
				chans[i], elems[i] = c.Chan.pointer(), descriptor.New(c.Chan.typ.Elem())
			}
		default:
			panic("reflect.Select: invalid Dir")
		}
	}
	at, ok := choose(chans, elems, sends, make([]uint64, 3*n), fallback < 0)
	if at < 0 {
		return fallback, Value{}, false
	}
	if cases[at].Dir == SelectRecv {
		recv = received(cases[at].Chan.typ.Elem(), elems[at])
	}
	return int(at), recv, ok
}

func sending(c SelectCase) (to, elem unsafe.Pointer) {
	c.Chan.must(Chan, "Select")
	c.Chan.mustBeExported("Select")
	if ChanDir(c.Chan.typ.Aux)&SendDir == 0 {
		panic("reflect.Select: SendDir case using recv-only channel")
	}
	if !c.Send.IsValid() {
		panic("reflect.Select: SendDir case missing Send value")
	}
	c.Send.mustBeExported("Select")
	x := c.Send.assignable("reflect.Select", c.Chan.typ.Elem())
	if x.flag&indirect != 0 {
		return c.Chan.pointer(), x.at
	}
	cell := new(unsafe.Pointer)
	*cell = x.at
	return c.Chan.pointer(), unsafe.Pointer(cell)
}
