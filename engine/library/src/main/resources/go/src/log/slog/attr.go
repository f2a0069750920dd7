package slog

import "time"

// Attr is a key and its value.
type Attr struct {
	Key   string
	Value Value
}

// String returns an Attr of a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int returns an Attr of an int.
func Int(key string, value int) Attr { return Attr{key, IntValue(value)} }

// Int64 returns an Attr of an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Uint64 returns an Attr of a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 returns an Attr of a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool returns an Attr of a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time returns an Attr of a time without its monotonic reading.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration returns an Attr of a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Any returns an Attr of any value.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Group returns an Attr of a group. The arguments are keys, values and Attrs as Logger.Log takes them.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrs(args)...)} }

// GroupAttrs returns an Attr of a group.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Equal reports whether keys and values are equal.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

// String returns key and value with = between them.
func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

func (a Attr) isEmpty() bool { return a.Key == "" && a.Value.kind == KindAny && a.Value.ref == nil }

func (a Attr) isEmptyGroup() bool { return a.Value.kind == KindGroup && len(a.Value.Group()) == 0 }

// lostKey is the key of a value that has none.
const lostKey = "!BADKEY"

// each yields the attributes that keys, values and Attrs in a row mean.
func each(args []any, yield func(Attr)) {
	for i := 0; i < len(args); i++ {
		switch x := args[i].(type) {
		case Attr:
			yield(x)
		case string:
			if i++; i == len(args) {
				yield(String(lostKey, x))
			} else {
				yield(Any(x, args[i]))
			}
		default:
			yield(Any(lostKey, x))
		}
	}
}

func attrs(args []any) (list []Attr) {
	each(args, func(a Attr) { list = append(list, a) })
	return list
}
