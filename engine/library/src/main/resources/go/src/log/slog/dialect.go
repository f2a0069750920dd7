package slog

import (
	"encoding"
	"fmt"
	"internal/jsonform"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// dialect is how a handler writes.
type dialect interface {
	separator() byte
	// key writes a key that stands in groups written as prefix, and what goes between it and the value.
	key(to []byte, prefix, key string) []byte
	text(to []byte, s string) []byte
	time(to []byte, t time.Time) []byte
	value(to []byte, v Value) ([]byte, error)
	// nests reports whether groups are written as objects.
	nests() bool
}

// jsonDialect writes objects.
type jsonDialect struct{}

func (jsonDialect) separator() byte { return ',' }

func (jsonDialect) nests() bool { return true }

func (d jsonDialect) key(to []byte, _, key string) []byte { return append(d.text(to, key), ':') }

func (jsonDialect) text(to []byte, s string) []byte {
	return append(jsonform.AppendText(append(to, '"'), s), '"')
}

func (d jsonDialect) time(to []byte, t time.Time) []byte {
	if y := t.Year(); y < 0 || y > 9999 {
		return d.text(to, fmt.Sprintf("!ERROR:%v", "time.Time year outside of range [0,9999]"))
	}
	return append(t.AppendFormat(append(to, '"'), time.RFC3339Nano), '"')
}

func (d jsonDialect) value(to []byte, v Value) ([]byte, error) {
	switch v.kind {
	case KindString:
		return d.text(to, v.text), nil
	case KindDuration:
		return strconv.AppendInt(to, int64(v.bits), 10), nil
	case KindTime:
		return d.time(to, v.Time()), nil
	case KindBool, KindInt64, KindUint64:
		return v.appendTo(to), nil
	case KindAny:
		if err, ok := v.ref.(error); ok {
			if _, ok := v.ref.(jsonform.Marshaler); !ok {
				return d.text(to, err.Error()), nil
			}
		}
	}
	n := len(to)
	out, err := jsonform.Append(to, v.Any())
	if err != nil {
		return out[:n], err
	}
	return out, nil
}

// textDialect writes key=value.
type textDialect struct{}

func (textDialect) separator() byte { return ' ' }

func (textDialect) nests() bool { return false }

func (d textDialect) key(to []byte, prefix, key string) []byte {
	if key == "" && prefix != "" || prefix != "" && quotes(prefix) {
		return append(strconv.AppendQuote(to, prefix+key), '=')
	}
	return append(d.text(to, prefix+key), '=')
}

func (textDialect) text(to []byte, s string) []byte {
	if quotes(s) {
		return strconv.AppendQuote(to, s)
	}
	return append(to, s...)
}

// quotes reports whether a string needs quotes to be told from what is around it.
func quotes(s string) bool {
	if s == "" {
		return true
	}
	for _, r := range s {
		if r == ' ' || r == '=' || r == '"' || r < ' ' {
			return true
		}
		if r >= utf8.RuneSelf && (r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r)) {
			return true
		}
	}
	return false
}

// time writes milliseconds, all three digits of them.
func (textDialect) time(to []byte, t time.Time) []byte {
	return t.Truncate(time.Millisecond).AppendFormat(to, "2006-01-02T15:04:05.000Z07:00")
}

func (d textDialect) value(to []byte, v Value) ([]byte, error) {
	switch v.kind {
	case KindString:
		return d.text(to, v.text), nil
	case KindTime:
		return d.time(to, v.Time()), nil
	case KindAny:
		if m, ok := v.ref.(encoding.TextMarshaler); ok {
			b, err := m.MarshalText()
			if err != nil {
				return to, err
			}
			return d.text(to, string(b)), nil
		}
		if r := reflect.ValueOf(v.ref); r.Kind() == reflect.Slice && r.Type().Elem().Kind() == reflect.Uint8 {
			return strconv.AppendQuote(to, string(r.Bytes())), nil
		}
		return d.text(to, fmt.Sprintf("%+v", v.ref)), nil
	}
	return v.appendTo(to), nil
}

// attempt writes a value; what goes wrong is written instead.
func attempt(d dialect, to []byte, v Value) (out []byte) {
	n := len(to)
	defer func() {
		if r := recover(); r != nil {
			message := fmt.Sprintf("!PANIC: %v", r)
			if x := reflect.ValueOf(v.ref); x.Kind() == reflect.Pointer && x.IsNil() {
				message = "<nil>"
			}
			out = d.text(to[:n], message)
		}
	}()
	out, err := d.value(to, v)
	if err != nil {
		out = d.text(out, "!ERROR:"+err.Error())
	}
	return out
}

// dotted returns group names as they stand before a key.
func dotted(groups []string) string {
	if len(groups) == 0 {
		return ""
	}
	return strings.Join(groups, ".") + "."
}
