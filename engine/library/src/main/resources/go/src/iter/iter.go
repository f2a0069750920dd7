// Package iter names the functions that a range statement accepts.
package iter

// Seq hands values to yield one after the other until there are no more or yield says false.
type Seq[V any] func(yield func(V) bool)

// Seq2 is Seq for pairs, commonly a key or index and a value.
type Seq2[K, V any] func(yield func(K, V) bool)
