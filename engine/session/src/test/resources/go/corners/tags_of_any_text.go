// Tags of fields hold the bytes of any string literal.
package main

import (
	"fmt"
	"reflect"
)

type tagged struct {
	Raw     int `parser:"'…' é" json:"größe"`
	Escaped int "json:\"\u65e5\\t\" x:\"\\u00fc\""
	Bytes   int "\xff\x80\x00"
	Latin   int "\u00e9"
	Long    int "𝄞 \U0001F600"
	None    int
}

func main() {
	t := reflect.TypeOf(tagged{})
	for f := range t.Fields() {
		fmt.Printf("%s %d %x %q %q\n", f.Name, len(f.Tag), string(f.Tag), f.Tag, f.Tag.Get("json"))
	}
	fmt.Println(t.Field(1).Tag.Get("x"), t.Field(0).Tag.Get("parser"))
	x := struct {
		A int `größe … 日`
	}{1}
	y := struct {
		A int "gr\u00f6\u00dfe … \u65e5"
	}(x)
	fmt.Println(any(x) == any(y), reflect.TypeOf(x))
	var z any = struct {
		A int "gr\xf6\xdfe"
	}{1}
	_, same := z.(struct {
		A int `größe`
	})
	fmt.Println(same)
	made := reflect.StructOf([]reflect.StructField{{Name: "A", Type: reflect.TypeOf(0), Tag: `größe … 日`}})
	fmt.Println(made == reflect.TypeOf(x), made.Field(0).Tag == reflect.TypeOf(x).Field(0).Tag)
}
