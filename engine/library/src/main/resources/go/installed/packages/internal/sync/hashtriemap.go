// Package sync gives packages of an installed Go the map below sync.Map, as a sync.Map with types.
package sync

import "sync"

// HashTrieMap is a map that several goroutines may use at once.
type HashTrieMap[K comparable, V any] struct{ m sync.Map }

func typed[V any](value any, ok bool) (V, bool) {
	v, _ := value.(V)
	return v, ok
}

// Load returns the value of a key.
func (m *HashTrieMap[K, V]) Load(key K) (value V, ok bool) { return typed[V](m.m.Load(key)) }

// LoadOrStore returns the value of a key, which gets the given one where it has none.
func (m *HashTrieMap[K, V]) LoadOrStore(key K, value V) (result V, loaded bool) {
	return typed[V](m.m.LoadOrStore(key, value))
}

// Store sets the value of a key.
func (m *HashTrieMap[K, V]) Store(key K, value V) { m.m.Store(key, value) }

// Swap sets the value of a key and returns the one before.
func (m *HashTrieMap[K, V]) Swap(key K, value V) (previous V, loaded bool) {
	return typed[V](m.m.Swap(key, value))
}

// CompareAndSwap sets the value of a key that has the old one.
func (m *HashTrieMap[K, V]) CompareAndSwap(key K, old, new V) (swapped bool) {
	return m.m.CompareAndSwap(key, old, new)
}

// LoadAndDelete takes a key out and returns its value.
func (m *HashTrieMap[K, V]) LoadAndDelete(key K) (value V, loaded bool) {
	return typed[V](m.m.LoadAndDelete(key))
}

// Delete takes a key out.
func (m *HashTrieMap[K, V]) Delete(key K) { m.m.Delete(key) }

// CompareAndDelete takes a key out that has the value.
func (m *HashTrieMap[K, V]) CompareAndDelete(key K, old V) (deleted bool) {
	return m.m.CompareAndDelete(key, old)
}

// Range calls yield for each entry until it says no.
func (m *HashTrieMap[K, V]) Range(yield func(K, V) bool) {
	m.m.Range(func(k, v any) bool {
		value, _ := v.(V)
		key, _ := k.(K)
		return yield(key, value)
	})
}

// All returns an iterator over the entries.
func (m *HashTrieMap[K, V]) All() func(yield func(K, V) bool) { return m.Range }

// Clear takes all keys out.
func (m *HashTrieMap[K, V]) Clear() { m.m.Clear() }
