package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
)

// Values that can be written have a fixed size: bool, the integers of a given size, floats, complex numbers, arrays and structs of such;
// and slices of them at the outside, and pointers to all of these. Blank fields are written as zeros and skipped in reading.

var errTooShort = errors.New("buffer too small")

// Size gives the number of bytes that v takes; -1 where it has no fixed size.
func Size(v any) int { return sizeOf(reflect.Indirect(reflect.ValueOf(v))) }

func sizeOf(v reflect.Value) int {
	if !v.IsValid() {
		return -1
	}
	if v.Kind() == reflect.Slice {
		if n := typeSize(v.Type().Elem()); n >= 0 {
			return n * v.Len()
		}
		return -1
	}
	return typeSize(v.Type())
}

func typeSize(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Bool, reflect.Int8, reflect.Uint8:
		return 1
	case reflect.Int16, reflect.Uint16:
		return 2
	case reflect.Int32, reflect.Uint32, reflect.Float32:
		return 4
	case reflect.Int64, reflect.Uint64, reflect.Float64, reflect.Complex64:
		return 8
	case reflect.Complex128:
		return 16
	case reflect.Array:
		if n := typeSize(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			n := typeSize(t.Field(i).Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	}
	return -1
}

// Read reads data, a pointer to a value or a slice, from r. The error is io.EOF only where there is nothing at all.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, size := target(data)
	if size < 0 {
		return errors.New("binary.Read: invalid type " + reflect.TypeOf(data).String())
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	decode(v, order, buf)
	return nil
}

// Decode reads data, a pointer to a value or a slice, from buf and gives the number of bytes used.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := target(data)
	if size < 0 {
		return 0, errors.New("binary.Decode: invalid type " + reflect.TypeOf(data).String())
	}
	if len(buf) < size {
		return 0, errTooShort
	}
	decode(v, order, buf)
	return size, nil
}

// target gives what data lets one write to, and its size; -1 where that cannot be.
func target(data any) (v reflect.Value, size int) {
	v = reflect.ValueOf(data)
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
		return v, sizeOf(v)
	case reflect.Slice:
		return v, sizeOf(v)
	}
	return v, -1
}

// Write writes data to w.
func Write(w io.Writer, order ByteOrder, data any) error {
	v := reflect.Indirect(reflect.ValueOf(data))
	size := sizeOf(v)
	if size < 0 {
		return errors.New("binary.Write: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	buf := make([]byte, size)
	encode(v, order, buf)
	_, err := w.Write(buf)
	return err
}

// Encode writes data to buf and gives the number of bytes used.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v := reflect.Indirect(reflect.ValueOf(data))
	size := sizeOf(v)
	if size < 0 {
		return 0, errors.New("binary.Encode: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	if len(buf) < size {
		return 0, errTooShort
	}
	encode(v, order, buf)
	return size, nil
}

// Append appends data to buf.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v := reflect.Indirect(reflect.ValueOf(data))
	size := sizeOf(v)
	if size < 0 {
		return nil, errors.New("binary.Append: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	at := len(buf)
	buf = append(buf, make([]byte, size)...)
	encode(v, order, buf[at:])
	return buf, nil
}

// encode writes v and gives the bytes behind it.
func encode(v reflect.Value, order ByteOrder, b []byte) []byte {
	switch v.Kind() {
	case reflect.Bool:
		b[0] = 0
		if v.Bool() {
			b[0] = 1
		}
		return b[1:]
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return putWord(b, order, uint64(v.Int()), v.Type().Bits())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return putWord(b, order, v.Uint(), v.Type().Bits())
	case reflect.Float32:
		return putWord(b, order, uint64(math.Float32bits(float32(v.Float()))), 32)
	case reflect.Float64:
		return putWord(b, order, math.Float64bits(v.Float()), 64)
	case reflect.Complex64:
		c := complex64(v.Complex())
		b = putWord(b, order, uint64(math.Float32bits(real(c))), 32)
		return putWord(b, order, uint64(math.Float32bits(imag(c))), 32)
	case reflect.Complex128:
		b = putWord(b, order, math.Float64bits(real(v.Complex())), 64)
		return putWord(b, order, math.Float64bits(imag(v.Complex())), 64)
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			b = encode(v.Index(i), order, b)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "_" {
				n := typeSize(v.Field(i).Type())
				clear(b[:n])
				b = b[n:]
				continue
			}
			b = encode(v.Field(i), order, b)
		}
	}
	return b
}

func putWord(b []byte, order ByteOrder, w uint64, bits int) []byte {
	switch bits {
	case 8:
		b[0] = byte(w)
	case 16:
		order.PutUint16(b, uint16(w))
	case 32:
		order.PutUint32(b, uint32(w))
	default:
		order.PutUint64(b, w)
	}
	return b[bits/8:]
}

// decode reads v and gives the bytes behind it.
func decode(v reflect.Value, order ByteOrder, b []byte) []byte {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(b[0] != 0)
		return b[1:]
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		bits := v.Type().Bits()
		w, rest := word(b, order, bits)
		v.SetInt(int64(w) << (64 - bits) >> (64 - bits))
		return rest
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w, rest := word(b, order, v.Type().Bits())
		v.SetUint(w)
		return rest
	case reflect.Float32, reflect.Float64:
		f, rest := float(b, order, v.Type().Bits())
		v.SetFloat(f)
		return rest
	case reflect.Complex64, reflect.Complex128:
		re, rest := float(b, order, v.Type().Bits()/2)
		im, rest := float(rest, order, v.Type().Bits()/2)
		v.SetComplex(complex(re, im))
		return rest
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			b = decode(v.Index(i), order, b)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "_" {
				b = b[typeSize(v.Field(i).Type()):]
				continue
			}
			b = decode(v.Field(i), order, b)
		}
	}
	return b
}

func word(b []byte, order ByteOrder, bits int) (w uint64, rest []byte) {
	switch bits {
	case 8:
		w = uint64(b[0])
	case 16:
		w = uint64(order.Uint16(b))
	case 32:
		w = uint64(order.Uint32(b))
	default:
		w = order.Uint64(b)
	}
	return w, b[bits/8:]
}

func float(b []byte, order ByteOrder, bits int) (f float64, rest []byte) {
	w, rest := word(b, order, bits)
	if bits == 32 {
		return float64(math.Float32frombits(uint32(w))), rest
	}
	return math.Float64frombits(w), rest
}
