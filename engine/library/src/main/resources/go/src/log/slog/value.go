package slog

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Kind says what a Value holds.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

// String returns the kind's name.
func (k Kind) String() string {
	names := [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}
	if k < 0 || int(k) >= len(names) {
		return "<unknown slog.Kind>"
	}
	return names[k]
}

// Value holds any value, the common ones without allocating.
type Value struct {
	_    [0]func() // no ==
	kind Kind
	bits uint64
	text string
	ref  any // a time, a group, a LogValuer, or what it is
}

// LogValuer computes what is to be logged of a value.
type LogValuer interface {
	LogValue() Value
}

// StringValue returns a Value of a string.
func StringValue(value string) Value { return Value{kind: KindString, text: value} }

// IntValue returns a Value of an int.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value returns a Value of an int64.
func Int64Value(v int64) Value { return Value{kind: KindInt64, bits: uint64(v)} }

// Uint64Value returns a Value of a uint64.
func Uint64Value(v uint64) Value { return Value{kind: KindUint64, bits: v} }

// Float64Value returns a Value of a float64.
func Float64Value(v float64) Value { return Value{kind: KindFloat64, bits: math.Float64bits(v)} }

// BoolValue returns a Value of a bool.
func BoolValue(v bool) Value {
	b := Value{kind: KindBool}
	if v {
		b.bits = 1
	}
	return b
}

// DurationValue returns a Value of a duration.
func DurationValue(v time.Duration) Value { return Value{kind: KindDuration, bits: uint64(v)} }

// TimeValue returns a Value of a time without its monotonic reading.
func TimeValue(v time.Time) Value {
	if v.IsZero() {
		v = time.Time{}
	}
	return Value{kind: KindTime, ref: v.Round(0)}
}

// GroupValue returns a Value of attributes, without empty groups.
func GroupValue(as ...Attr) Value {
	if slices.ContainsFunc(as, Attr.isEmptyGroup) {
		as = slices.DeleteFunc(slices.Clone(as), Attr.isEmptyGroup)
	}
	return Value{kind: KindGroup, ref: as}
}

// AnyValue returns a Value of the kind that fits v.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case bool:
		return BoolValue(v)
	case int:
		return Int64Value(int64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case int64:
		return Int64Value(v)
	case uint:
		return Uint64Value(uint64(v))
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uint64:
		return Uint64Value(v)
	case uintptr:
		return Uint64Value(uint64(v))
	case float32:
		return Float64Value(float64(v))
	case float64:
		return Float64Value(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case []Attr:
		return GroupValue(v...)
	case Value:
		return v
	case LogValuer:
		return Value{kind: KindLogValuer, ref: v}
	}
	return Value{ref: v}
}

// Kind returns the kind.
func (v Value) Kind() Kind { return v.kind }

// Any returns the value as an any.
func (v Value) Any() any {
	switch v.kind {
	case KindBool:
		return v.bits != 0
	case KindDuration:
		return time.Duration(v.bits)
	case KindFloat64:
		return math.Float64frombits(v.bits)
	case KindInt64:
		return int64(v.bits)
	case KindString:
		return v.text
	case KindUint64:
		return v.bits
	}
	return v.ref
}

// must panics where the Value is of another kind.
func (v Value) must(k Kind) {
	if v.kind != k {
		panic("Value kind is " + v.kind.String() + ", not " + k.String())
	}
}

// Bool returns the bool.
func (v Value) Bool() bool {
	v.must(KindBool)
	return v.bits != 0
}

// Int64 returns the int64.
func (v Value) Int64() int64 {
	v.must(KindInt64)
	return int64(v.bits)
}

// Uint64 returns the uint64.
func (v Value) Uint64() uint64 {
	v.must(KindUint64)
	return v.bits
}

// Float64 returns the float64.
func (v Value) Float64() float64 {
	v.must(KindFloat64)
	return math.Float64frombits(v.bits)
}

// Duration returns the duration.
func (v Value) Duration() time.Duration {
	v.must(KindDuration)
	return time.Duration(v.bits)
}

// Time returns the time.
func (v Value) Time() time.Time {
	v.must(KindTime)
	return v.ref.(time.Time)
}

// LogValuer returns the LogValuer.
func (v Value) LogValuer() LogValuer { return v.ref.(LogValuer) }

// Group returns the attributes of a group.
func (v Value) Group() []Attr {
	if v.kind != KindGroup {
		panic("Group: bad kind")
	}
	return v.ref.([]Attr)
}

// Equal reports whether v and w are of one kind and equal. It panics where values of another kind cannot be compared.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	switch v.kind {
	case KindAny, KindLogValuer:
		return v.ref == w.ref
	case KindFloat64:
		return v.Float64() == w.Float64()
	case KindTime:
		return v.Time().Equal(w.Time())
	case KindGroup:
		return slices.EqualFunc(v.Group(), w.Group(), Attr.Equal)
	}
	return v.bits == w.bits && v.text == w.text
}

// String returns the value as fmt.Sprint would.
func (v Value) String() string {
	if v.kind == KindString {
		return v.text
	}
	return string(v.appendTo(nil))
}

func (v Value) appendTo(to []byte) []byte {
	switch v.kind {
	case KindBool:
		return strconv.AppendBool(to, v.bits != 0)
	case KindFloat64:
		return strconv.AppendFloat(to, v.Float64(), 'g', -1, 64)
	case KindInt64:
		return strconv.AppendInt(to, int64(v.bits), 10)
	case KindString:
		return append(to, v.text...)
	case KindUint64:
		return strconv.AppendUint(to, v.bits, 10)
	}
	if k, ok := v.Any().(Kind); ok {
		return strconv.AppendInt(to, int64(k), 10) // the text of a kind is for programs that ask for it
	}
	return fmt.Append(to, v.Any())
}

// mostCalls is how often Resolve calls LogValue.
const mostCalls = 100

// Resolve calls LogValue until the result is no LogValuer. A panic becomes an error that is the value.
func (v Value) Resolve() (resolved Value) {
	if v.kind != KindLogValuer {
		return v
	}
	first := v
	defer func() {
		if recover() != nil {
			resolved = AnyValue(errors.New("LogValue panicked\n" + callers(3, 5)))
		}
	}()
	for range mostCalls {
		if v = v.LogValuer().LogValue(); v.kind != KindLogValuer {
			return v
		}
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", first.ref))
}

// callers lists callers, most at the most, beginning skip calls above this one.
func callers(skip, most int) string {
	pcs := make([]uintptr, most+1)
	pcs = pcs[:runtime.Callers(skip+1, pcs)]
	if len(pcs) == 0 {
		return "(no stack)"
	}
	var b strings.Builder
	frames := runtime.CallersFrames(pcs)
	for range most {
		f, more := frames.Next()
		fmt.Fprintf(&b, "called from %s (%s:%d)\n", f.Function, f.File, f.Line)
		if !more {
			return b.String()
		}
	}
	b.WriteString("(rest of stack elided)\n")
	return b.String()
}
