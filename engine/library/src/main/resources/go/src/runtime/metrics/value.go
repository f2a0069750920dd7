// Package metrics tells figures of the runtime by name. A name that the engine has no figure for is left out of All, and reads as KindBad.
package metrics

// ValueKind says which of its methods a Value answers to.
type ValueKind int

const (
	// KindBad is that of a name that is not known.
	KindBad ValueKind = iota
	// KindUint64 is that of counts and bytes.
	KindUint64
	// KindFloat64 is that of times and shares.
	KindFloat64
	// KindFloat64Histogram is that of distributions.
	KindFloat64Histogram
)

// Value is what Read found.
type Value struct {
	kind      ValueKind
	number    uint64
	histogram *Float64Histogram
}

// Kind tells which method gives the value.
func (v Value) Kind() ValueKind { return v.kind }

// Uint64 gives a value of KindUint64, and panics for others.
func (v Value) Uint64() uint64 {
	if v.kind != KindUint64 {
		panic("called Uint64 on non-uint64 metric value")
	}
	return v.number
}

// Float64 gives a value of KindFloat64, and panics for others.
func (v Value) Float64() float64 {
	if v.kind != KindFloat64 {
		panic("called Float64 on non-float64 metric value")
	}
	return float64(v.number)
}

// Float64Histogram gives a value of KindFloat64Histogram, and panics for others. It must not be changed.
func (v Value) Float64Histogram() *Float64Histogram {
	if v.kind != KindFloat64Histogram {
		panic("called Float64Histogram on non-Float64Histogram metric value")
	}
	return v.histogram
}

// Float64Histogram counts values between bounds: Counts[i] of them lie from Buckets[i] up to below Buckets[i+1].
type Float64Histogram struct {
	Counts  []uint64
	Buckets []float64
}

// Sample is a name with the value that Read finds for it.
type Sample struct {
	Name  string
	Value Value
}

// Description tells of a metric what it is.
type Description struct {
	Name        string
	Description string
	Kind        ValueKind
	// Cumulative is said of what only grows while the program runs.
	Cumulative bool
}
