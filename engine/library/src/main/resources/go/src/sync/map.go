package sync

import "sync/atomic"

// Map is a map for use by several goroutines. The zero Map is empty.
//
// Keys that have been there for a while are in a table that never changes, so that finding them takes no lock; new
// ones are in a map under a lock. After as many misses as that map has keys, it becomes the new table.
type Map struct {
	_      noCopy
	table  atomic.Pointer[frozen]
	lock   Mutex
	recent map[any]*cell // all keys of the table, and newer ones; nil where there are none
	misses int
}

// frozen is a table of cells; newer tells that there are keys besides.
type frozen struct {
	cells map[any]*cell
	newer bool
}

// cell holds the value of a key, nil where it is deleted.
type cell struct{ value atomic.Pointer[any] }

func (m *Map) frozen() frozen {
	if t := m.table.Load(); t != nil {
		return *t
	}
	return frozen{}
}

// find returns the cell of a key, nil where it has none.
func (m *Map) find(key any) *cell {
	t := m.frozen()
	if c := t.cells[key]; c != nil || !t.newer {
		return c
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	t = m.frozen()
	if c := t.cells[key]; c != nil || !t.newer {
		return c
	}
	c := m.recent[key]
	if m.misses++; m.misses >= len(m.recent) {
		m.freeze()
	}
	return c
}

// freeze makes recent the table, without deleted keys. The lock is held.
func (m *Map) freeze() {
	cells := make(map[any]*cell, len(m.recent))
	for k, c := range m.recent {
		cells[k] = c
	}
	m.table.Store(&frozen{cells: cells})
	m.recent, m.misses = nil, 0
}

// make returns the cell of a key, with no value where it was new.
func (m *Map) make(key any) *cell {
	if c := m.frozen().cells[key]; c != nil {
		return c
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	t := m.frozen()
	if c := t.cells[key]; c != nil {
		return c
	}
	if c := m.recent[key]; c != nil {
		return c
	}
	if !t.newer {
		m.thaw(t)
	}
	c := new(cell)
	m.recent[key] = c
	return c
}

// thaw begins a map of recent keys with those of the table that are not deleted. A cell that is left behind may be given a
// value by who has found it already: such a cell is marked first.
func (m *Map) thaw(t frozen) {
	recent := make(map[any]*cell, len(t.cells)+1)
	kept := make(map[any]*cell, len(t.cells))
	for k, c := range t.cells {
		if c.value.Load() != nil || !c.value.CompareAndSwap(nil, gone) {
			recent[k] = c
			kept[k] = c
		}
	}
	m.recent = recent
	m.table.Store(&frozen{cells: kept, newer: true})
}

// gone marks a cell that has left the map.
var gone = new(any)

func live(p *any) bool { return p != nil && p != gone }

// Load returns the value of a key.
func (m *Map) Load(key any) (value any, ok bool) {
	if c := m.find(key); c != nil {
		if p := c.value.Load(); live(p) {
			return *p, true
		}
	}
	return nil, false
}

// Store sets the value of a key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value of a key and returns what it was.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	for {
		c := m.make(key)
		p := c.value.Load()
		if p != gone && c.value.CompareAndSwap(p, &value) {
			if p == nil {
				return nil, false
			}
			return *p, true
		}
	}
}

// LoadOrStore returns the value of a key, after having set it where there was none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	for {
		c := m.make(key)
		p := c.value.Load()
		if live(p) {
			return *p, true
		}
		if p == nil && c.value.CompareAndSwap(nil, &value) {
			return value, false
		}
	}
}

// LoadAndDelete deletes a key and returns its value.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	t := m.frozen()
	c := t.cells[key]
	if c == nil && t.newer {
		if c = m.forget(key); c != nil {
			if p := c.value.Swap(gone); live(p) {
				return *p, true
			}
			return nil, false
		}
		c = m.frozen().cells[key]
	}
	if c == nil {
		return nil, false
	}
	for {
		p := c.value.Load()
		if !live(p) {
			return nil, false
		}
		if c.value.CompareAndSwap(p, nil) {
			return *p, true
		}
	}
}

// forget takes a key out of the recent ones, and returns its cell, nil where it was none of them.
func (m *Map) forget(key any) *cell {
	m.lock.Lock()
	defer m.lock.Unlock()
	t := m.frozen()
	if t.cells[key] != nil || !t.newer {
		return nil
	}
	c := m.recent[key]
	delete(m.recent, key)
	if m.misses++; m.misses >= len(m.recent) {
		m.freeze()
	}
	return c
}

// Delete deletes a key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value of a key where it is old, and reports whether it did.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	c := m.find(key)
	if c == nil {
		return false
	}
	for {
		p := c.value.Load()
		if !live(p) || *p != old {
			return false
		}
		if c.value.CompareAndSwap(p, &new) {
			return true
		}
	}
}

// CompareAndDelete deletes a key where its value is old, and reports whether it did.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	c := m.find(key)
	if c == nil {
		return false
	}
	for {
		p := c.value.Load()
		if !live(p) || *p != old {
			return false
		}
		if c.value.CompareAndSwap(p, nil) {
			return true
		}
	}
}

// Range calls f for each key and value until f returns false. What is stored meanwhile may come up or not.
func (m *Map) Range(f func(key, value any) bool) {
	t := m.frozen()
	if t.newer {
		m.lock.Lock()
		if t = m.frozen(); t.newer {
			m.freeze()
			t = m.frozen()
		}
		m.lock.Unlock()
	}
	for k, c := range t.cells {
		if p := c.value.Load(); live(p) && !f(k, *p) {
			return
		}
	}
}

// Clear deletes all keys.
func (m *Map) Clear() {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.table.Store(nil)
	m.recent, m.misses = nil, 0
}
