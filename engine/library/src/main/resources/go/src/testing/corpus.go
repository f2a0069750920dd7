package testing

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path"
	"reflect"
	"strconv"
	"strings"
)

// storedSeeds reads the seeds in the files of a folder; without a folder there are none. What is wrong with files is told of all of them.
func storedSeeds(folder string, types []reflect.Type) ([]seed, error) {
	entries, err := os.ReadDir(folder)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var seeds []seed
	var faults []string
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		name := path.Join(folder, e.Name())
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		values, err := storedValues(string(text))
		if err != nil {
			err = fmt.Errorf("unmarshal: %v", err)
		} else {
			err = fits(values, types)
		}
		if err != nil {
			faults = append(faults, fmt.Sprintf("%q: %v", name, err))
			continue
		}
		seeds = append(seeds, seed{e.Name(), values})
	}
	if len(faults) > 0 {
		return nil, errors.New(strings.Join(faults, "\n"))
	}
	return seeds, nil
}

// fits tells what keeps a target with parameters of these types from being called with the values.
func fits(values []any, types []reflect.Type) error {
	if len(values) != len(types) {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(values), len(types))
	}
	given := make([]reflect.Type, len(values))
	same := true
	for i, v := range values {
		given[i] = reflect.TypeOf(v)
		same = same && given[i] == types[i]
	}
	if !same {
		return fmt.Errorf("mismatched types in corpus entry: %v, want %v", given, types)
	}
	return nil
}

// storedValues reads a file of values: a line that names the format, then a conversion of a literal on each line, as in int8(-3).
func storedValues(text string) ([]any, error) {
	if text == "" {
		return nil, errors.New("cannot unmarshal empty string")
	}
	first, rest, more := strings.Cut(text, "\n")
	if !more {
		return nil, errors.New("must include version and at least one value")
	}
	if version := strings.TrimSuffix(first, "\r"); version != "go test fuzz v1" {
		return nil, fmt.Errorf("unknown encoding version: %s", version)
	}
	var values []any
	for _, line := range strings.Split(rest, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		e, err := parseLine(line)
		var v any
		if err == nil {
			v, err = valueOf(e)
		}
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		values = append(values, v)
	}
	return values, nil
}

// valueOf returns the value of a conversion.
func valueOf(e *expression) (any, error) {
	if e.kind != callExpr {
		return nil, errors.New("expected call expression")
	}
	if len(e.args) != 1 {
		return nil, fmt.Errorf("expected call expression with 1 argument; got %d", len(e.args))
	}
	arg := e.args[0]
	switch to := e.operand; to.kind {
	case sliceType:
		if to.operand.kind != nameExpr || to.operand.text != "byte" {
			return nil, errors.New("expected []byte")
		}
		if arg.kind != stringLit {
			return nil, errors.New("string literal required for type []byte")
		}
		s, err := strconv.Unquote(arg.text)
		if err != nil {
			return nil, err
		}
		return []byte(s), nil
	case selectorExpr:
		if to.operand.kind != nameExpr || to.operand.text != "math" || to.text != "Float64frombits" && to.text != "Float32frombits" {
			return nil, errors.New("invalid selector type")
		}
		return converted("math."+to.text, arg)
	case nameExpr:
		if to.text == "bool" {
			return truth(arg)
		}
		return converted(to.text, arg)
	}
	return nil, errors.New("expected []byte or primitive type")
}

func truth(arg *expression) (any, error) {
	switch {
	case arg.kind != nameExpr:
		return nil, errors.New("malformed bool")
	case arg.text != "true" && arg.text != "false":
		return nil, errors.New("true or false required for type bool")
	}
	return arg.text == "true", nil
}

// literal returns kind and text of a literal, which may have a sign.
func literal(arg *expression) (kind int, text string, err error) {
	switch {
	case arg.literal():
		return arg.kind, arg.text, nil
	case arg.kind == nameExpr && arg.text == "NaN":
		return floatLit, "NaN", nil
	case arg.kind != signExpr:
		return 0, "", errors.New("literal value required for primitive type")
	}
	switch of := arg.operand; {
	case of.literal() && arg.text != "-":
		return 0, "", fmt.Errorf("unsupported operation on int/float: %s", arg.text)
	case of.literal():
		return of.kind, "-" + of.text, nil
	case of.kind == nameExpr && of.text == "Inf" && arg.text == "-":
		return floatLit, "-Inf", nil
	case of.kind == nameExpr && of.text == "Inf":
		return floatLit, "+Inf", nil
	}
	return 0, "", errors.New("expected operation on int or float type")
}

// converted returns a literal as a value of the type of a name.
func converted(name string, arg *expression) (any, error) {
	kind, text, err := literal(arg)
	if err != nil {
		return nil, err
	}
	switch name {
	case "string":
		if kind != stringLit {
			return nil, errors.New("string literal value required for type string")
		}
		return strconv.Unquote(text)
	case "byte", "rune":
		return character(name, kind, text)
	case "int", "int8", "int16", "int32", "int64":
		if kind != intLit {
			return nil, errors.New("integer literal required for int types")
		}
		return signed(name, text)
	case "uint", "uint8", "uint16", "uint32", "uint64":
		if kind != intLit {
			return nil, errors.New("integer literal required for uint types")
		}
		return unsigned(name, text)
	case "float32", "float64":
		if kind != floatLit && kind != intLit {
			return nil, fmt.Errorf("float or integer literal required for %s type", name)
		}
		if name == "float32" {
			x, err := strconv.ParseFloat(text, 32)
			return float32(x), err
		}
		return strconv.ParseFloat(text, 64)
	case "math.Float32frombits", "math.Float64frombits":
		return fromBits(name, kind, text)
	}
	return nil, errors.New("expected []byte or primitive type")
}

func character(name string, kind int, text string) (any, error) {
	switch {
	case kind == intLit && name == "byte":
		return unsigned("uint8", text)
	case kind == intLit:
		return signed("int32", text)
	case kind != charLit:
		return nil, errors.New("character literal required for byte/rune types")
	}
	code, _, _, err := strconv.UnquoteChar(text[1:len(text)-1], '\'')
	if err != nil || name == "rune" {
		return code, err
	}
	if code > 0xff {
		return nil, errors.New("can only encode single byte to a byte type")
	}
	return byte(code), nil
}

func fromBits(name string, kind int, text string) (any, error) {
	if kind != intLit && (kind != floatLit || name == "math.Float32frombits") {
		return nil, fmt.Errorf("integer literal required for %s type", name)
	}
	if name == "math.Float32frombits" {
		n, err := strconv.ParseUint(text, 0, 32)
		return math.Float32frombits(uint32(n)), err
	}
	n, err := strconv.ParseUint(text, 0, 64)
	return math.Float64frombits(n), err
}

// signed reads a number of a signed type. An int may have 64 bits where it is smaller: it wraps.
func signed(name, text string) (any, error) {
	switch name {
	case "int8":
		n, err := strconv.ParseInt(text, 0, 8)
		return int8(n), err
	case "int16":
		n, err := strconv.ParseInt(text, 0, 16)
		return int16(n), err
	case "int32":
		n, err := strconv.ParseInt(text, 0, 32)
		return int32(n), err
	}
	n, err := strconv.ParseInt(text, 0, 64)
	if name == "int" {
		return int(n), err
	}
	return n, err
}

func unsigned(name, text string) (any, error) {
	switch name {
	case "uint8":
		n, err := strconv.ParseUint(text, 0, 8)
		return uint8(n), err
	case "uint16":
		n, err := strconv.ParseUint(text, 0, 16)
		return uint16(n), err
	case "uint32":
		n, err := strconv.ParseUint(text, 0, 32)
		return uint32(n), err
	}
	n, err := strconv.ParseUint(text, 0, 64)
	if name == "uint" {
		return uint(n), err
	}
	return n, err
}
