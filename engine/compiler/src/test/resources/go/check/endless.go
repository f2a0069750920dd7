package endless

func once[T any](n int) { // want INVALID_RECURSIVE_TYPE "instantiation cycle"
	if n > 0 {
		once[[]T](n - 1)
	}
}

func fine[T any](n int) {
	if n > 0 {
		fine[T](n - 1)
	}
}
