// Package list has a list whose elements can be moved and removed at no cost.
package list

// Element is an element of a list, and of that only.
type Element struct {
	next, prev *Element
	list       *List
	Value      any
}

// Next gives the element behind e, or nil.
func (e *Element) Next() *Element { return e.list.inside(e, e.next) }

// Prev gives the element in front of e, or nil.
func (e *Element) Prev() *Element { return e.list.inside(e, e.prev) }

// List is a list. The zero value is empty and ready.
type List struct {
	root Element // its next is the first element, its prev the last; itself where there are none
	len  int
}

// inside gives neighbour, nil where that is the ring's own element or from is in no list.
func (l *List) inside(from, neighbour *Element) *Element {
	if l == nil || from.list != l || neighbour == &l.root {
		return nil
	}
	return neighbour
}

// New gives an empty list.
func New() *List { return new(List).Init() }

// Init empties l.
func (l *List) Init() *List {
	l.root.next, l.root.prev = &l.root, &l.root
	l.len = 0
	return l
}

func (l *List) ready() {
	if l.root.next == nil {
		l.Init()
	}
}

// Len gives the number of elements.
func (l *List) Len() int { return l.len }

// Front gives the first element, or nil.
func (l *List) Front() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.next
}

// Back gives the last element, or nil.
func (l *List) Back() *Element {
	if l.len == 0 {
		return nil
	}
	return l.root.prev
}

// link puts e behind at.
func (l *List) link(e, at *Element) *Element {
	e.prev, e.next = at, at.next
	at.next.prev = e
	at.next = e
	return e
}

func (l *List) unlink(e *Element) {
	e.prev.next = e.next
	e.next.prev = e.prev
}

func (l *List) insert(v any, at *Element) *Element {
	l.len++
	return l.link(&Element{list: l, Value: v}, at)
}

// move puts e, which is in l, behind at.
func (l *List) move(e, at *Element) {
	if e != at {
		l.unlink(e)
		l.link(e, at)
	}
}

// Remove removes e where it is in l, and gives its value.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		l.unlink(e)
		e.next, e.prev, e.list = nil, nil, nil
		l.len--
	}
	return e.Value
}

// PushFront adds v in front of all.
func (l *List) PushFront(v any) *Element {
	l.ready()
	return l.insert(v, &l.root)
}

// PushBack adds v behind all.
func (l *List) PushBack(v any) *Element {
	l.ready()
	return l.insert(v, l.root.prev)
}

// InsertBefore adds v in front of mark; nil where that is not in l.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark.prev)
}

// InsertAfter adds v behind mark; nil where that is not in l.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark)
}

// MoveToFront moves e in front of all, where it is in l.
func (l *List) MoveToFront(e *Element) {
	if e.list == l && l.root.next != e {
		l.move(e, &l.root)
	}
}

// MoveToBack moves e behind all, where it is in l.
func (l *List) MoveToBack(e *Element) {
	if e.list == l && l.root.prev != e {
		l.move(e, l.root.prev)
	}
}

// MoveBefore moves e in front of mark, where both are in l.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && mark.list == l && e != mark {
		l.move(e, mark.prev)
	}
}

// MoveAfter moves e behind mark, where both are in l.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && mark.list == l && e != mark {
		l.move(e, mark)
	}
}

// PushBackList adds the values of other, which may be l itself, behind all.
func (l *List) PushBackList(other *List) {
	l.ready()
	e := other.Front()
	for n := other.len; n > 0; n-- {
		l.insert(e.Value, l.root.prev)
		e = e.Next()
	}
}

// PushFrontList adds the values of other, which may be l itself, in front of all.
func (l *List) PushFrontList(other *List) {
	l.ready()
	e := other.Back()
	for n := other.len; n > 0; n-- {
		l.insert(e.Value, &l.root)
		e = e.Prev()
	}
}
