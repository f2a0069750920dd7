// Package quick tests functions with random arguments.
package quick

import (
	"flag"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var usualCount = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// Generator makes random values of its own type.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// largest bounds lengths of random values.
const largest = 50

// Value returns a random value of a type; ok is false where there is none, as for a channel.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	s := source{rand, true}
	v := s.value(t, largest)
	return v, s.ok
}

// source makes values until it meets a type that it knows none of.
type source struct {
	*rand.Rand
	ok bool
}

func (s *source) signed(f float64) float64 {
	if s.Int()&1 == 1 {
		return -f
	}
	return f
}

func (s *source) float32() float64 { return s.signed(float64(float32(s.Float64() * math.MaxFloat32))) }

func (s *source) float64() float64 { return s.signed(s.Float64() * math.MaxFloat64) }

func (s *source) value(t reflect.Type, size int) reflect.Value {
	if g, ok := reflect.Zero(t).Interface().(Generator); ok {
		return g.Generate(s.Rand, size)
	}
	v := reflect.New(t).Elem()
	switch k := t.Kind(); {
	case k == reflect.Bool:
		v.SetBool(s.Int()&1 == 0)
	case v.CanInt():
		v.SetInt(int64(s.Uint64()))
	case v.CanUint():
		v.SetUint(s.Uint64())
	case k == reflect.Float32:
		v.SetFloat(s.float32())
	case k == reflect.Float64:
		v.SetFloat(s.float64())
	case k == reflect.Complex64:
		re := s.float32()
		v.SetComplex(complex(re, s.float32()))
	case k == reflect.Complex128:
		re := s.float64()
		v.SetComplex(complex(re, s.float64()))
	case k == reflect.String:
		text := make([]rune, s.Intn(largest))
		for i := range text {
			text[i] = rune(s.Intn(0x10ffff))
		}
		v.SetString(string(text))
	default:
		s.compound(v, size)
	}
	return v
}

// compound fills a value that has others inside.
func (s *source) compound(v reflect.Value, size int) {
	t := v.Type()
	switch t.Kind() {
	case reflect.Array:
		s.elements(v, size)
	case reflect.Slice:
		n := s.Intn(size)
		v.Set(reflect.MakeSlice(t, n, n))
		s.elements(v, size-n)
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		for n := s.Intn(size); n > 0 && s.ok; n-- {
			key := s.value(t.Key(), size)
			elem := s.value(t.Elem(), size)
			if s.ok {
				v.SetMapIndex(key, elem)
			}
		}
	case reflect.Pointer:
		if s.Intn(size) != 0 {
			elem := s.value(t.Elem(), size)
			v.Set(reflect.New(t.Elem()))
			s.set(v.Elem(), elem)
		}
	case reflect.Struct:
		share := 1
		if n := t.NumField(); n > 0 && n <= size {
			share = size / n
		}
		for i := 0; i < t.NumField() && s.ok; i++ {
			s.set(v.Field(i), s.value(t.Field(i).Type, share))
		}
	default:
		s.ok = false
	}
}

func (s *source) elements(v reflect.Value, size int) {
	for i := 0; i < v.Len() && s.ok; i++ {
		s.set(v.Index(i), s.value(v.Type().Elem(), size))
	}
}

func (s *source) set(v, to reflect.Value) {
	if s.ok {
		v.Set(to)
	}
}

// Config says how to test; the zero one and nil are the usual way.
type Config struct {
	MaxCount      int                               // how often; 0 for what the flag -quickchecks says
	MaxCountScale float64                           // times the flag, where MaxCount is 0 and it is not
	Rand          *rand.Rand                        // nil for one that is different each time
	Values        func([]reflect.Value, *rand.Rand) // makes the arguments, nil for Value
}

func (c *Config) count() int {
	switch {
	case c != nil && c.MaxCount != 0:
		return c.MaxCount
	case c != nil && c.MaxCountScale != 0:
		return int(c.MaxCountScale * float64(*usualCount))
	}
	return *usualCount
}

// each calls f with random arguments until it returns an error.
func (c *Config) each(t reflect.Type, f func(turn int, args []reflect.Value) error) error {
	var r *rand.Rand
	if c != nil && c.Rand != nil {
		r = c.Rand
	} else {
		r = rand.New(rand.NewSource(time.Now().UnixNano()))
	}
	args := make([]reflect.Value, t.NumIn())
	for turn := 1; turn <= c.count(); turn++ {
		if c != nil && c.Values != nil {
			c.Values(args, r)
		} else {
			for i := range args {
				var ok bool
				if args[i], ok = Value(t.In(i), r); !ok {
					return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
				}
			}
		}
		if err := f(turn, args); err != nil {
			return err
		}
	}
	return nil
}

// SetupError says that a test cannot be made.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// CheckError says for which arguments a function returned false, and at which turn.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, listed(s.In))
}

// CheckEqualError says for which arguments functions returned different results.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return s.CheckError.Error() + ". Output 1: " + listed(s.Out1) + ". Output 2: " + listed(s.Out2)
}

func listed(values []any) string {
	var texts []string
	for _, v := range values {
		texts = append(texts, fmt.Sprintf("%#v", v))
	}
	return strings.Join(texts, ", ")
}

func plain(values []reflect.Value) []any {
	list := make([]any, len(values))
	for i, v := range values {
		list[i] = v.Interface()
	}
	return list
}

// Check looks for arguments for which f returns false.
func Check(f any, config *Config) error {
	v := reflect.ValueOf(f)
	switch {
	case v.Kind() != reflect.Func:
		return SetupError("argument is not a function")
	case v.Type().NumOut() != 1:
		return SetupError("function does not return one value")
	case v.Type().Out(0).Kind() != reflect.Bool:
		return SetupError("function does not return a bool")
	}
	return config.each(v.Type(), func(turn int, args []reflect.Value) error {
		if v.Call(args)[0].Bool() {
			return nil
		}
		return &CheckError{turn, plain(args)}
	})
}

// CheckEqual looks for arguments for which f and g return different results.
func CheckEqual(f, g any, config *Config) error {
	x, y := reflect.ValueOf(f), reflect.ValueOf(g)
	switch {
	case x.Kind() != reflect.Func:
		return SetupError("f is not a function")
	case y.Kind() != reflect.Func:
		return SetupError("g is not a function")
	case x.Type() != y.Type():
		return SetupError("functions have different types")
	}
	return config.each(x.Type(), func(turn int, args []reflect.Value) error {
		a, b := plain(x.Call(args)), plain(y.Call(args))
		if reflect.DeepEqual(a, b) {
			return nil
		}
		return &CheckEqualError{CheckError{turn, plain(args)}, a, b}
	})
}
