package sort

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

func Heapsort(data Interface) { heap(data, 0, data.Len()) }
