package maps

// Clone copies entry by entry, without help from a runtime.
func Clone[M ~map[K]V, K comparable, V any](m M) M {
	if m == nil {
		return nil
	}
	out := make(M, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

func clone(m any) any { panic("maps: Clone copies by itself") }
