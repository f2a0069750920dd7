package main

import (
	"bytes"
	"encoding/ascii85"
	"encoding/asn1"
	"encoding/base32"
	"encoding/csv"
	"encoding/gob"
	"encoding/json"
	"encoding/pem"
	"encoding/xml"
	"fmt"
	"os"
	"strings"
	"time"
)

type Planet struct {
	XMLName xml.Name           `xml:"planet" json:"-"`
	Name    string             `xml:"name,attr" json:"name"`
	Radius  float64            `xml:"radius" json:"radius_km,omitempty"`
	Moons   []string           `xml:"moons>moon" json:"moons"`
	Tags    map[string]int     `xml:"-" json:"tags,omitempty"`
	Found   *time.Time         `xml:"found,omitempty" json:"found,omitempty"`
	Extra   json.RawMessage    `xml:"-" json:"extra,omitempty"`
	Inner   struct{ A, B int } `xml:"inner" json:"inner"`
}

type level int

func (l level) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("L%d", int(l))), nil }
func (l *level) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "L%d", (*int)(l))
	return err
}

func main() {
	when := time.Date(1610, 1, 7, 0, 0, 0, 0, time.UTC)
	p := Planet{Name: "Jupiter", Radius: 69911, Moons: []string{"Io", "Europa"}, Tags: map[string]int{"gas": 1, "big": 2}, Found: &when, Extra: json.RawMessage(`{"x":[1,2]}`)}
	j, err := json.MarshalIndent(p, "", "  ")
	fmt.Println(string(j), err)
	var q Planet
	fmt.Println(json.Unmarshal(j, &q), q.Name, q.Moons, q.Tags, q.Found, string(q.Extra))
	var any1 any
	fmt.Println(json.Unmarshal([]byte(`{"a":[1,2.5,null,true,"x\u00e9"],"b":{}}`), &any1), any1)
	fmt.Println(json.Unmarshal([]byte(`{"name": 5}`), &q))
	fmt.Println(json.Unmarshal([]byte(`{"name": "x"`), &q))
	m := map[level]level{1: 2, 3: 4}
	j, err = json.Marshal(m)
	fmt.Println(string(j), err)
	var back map[level]level
	fmt.Println(json.Unmarshal(j, &back), back)
	d := json.NewDecoder(strings.NewReader(`{"a":1}{"a":2} [3`))
	d.UseNumber()
	for {
		var v any
		if err := d.Decode(&v); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(v)
	}
	x, err := xml.MarshalIndent(p, "", " ")
	fmt.Println(string(x), err)
	var r Planet
	fmt.Println(xml.Unmarshal(x, &r), r.Name, r.Radius, r.Moons)
	fmt.Println(xml.Unmarshal([]byte("<planet><radius>x</radius></planet>"), &r))
	xd := xml.NewDecoder(strings.NewReader(`<?xml version="1.0"?><a b="c">t<!-- k --><d/></a>`))
	for {
		t, err := xd.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v\n", t, t)
	}
	var buf bytes.Buffer
	fmt.Println(gob.NewEncoder(&buf).Encode(map[string][]int{"a": {1, 2}}))
	var gm map[string][]int
	fmt.Println(gob.NewDecoder(&buf).Decode(&gm), gm)
	type pt struct{ X, Y *int }
	seven := 7
	buf.Reset()
	gob.NewEncoder(&buf).Encode(pt{X: &seven})
	var gp pt
	fmt.Println(gob.NewDecoder(&buf).Decode(&gp), *gp.X, gp.Y)
	c := csv.NewWriter(os.Stdout)
	c.Write([]string{"a,b", `say "hi"`, "x\ny"})
	c.Flush()
	rec, err := csv.NewReader(strings.NewReader("a,\"b \"\"q\"\"\",c\nd,e\n")).ReadAll()
	fmt.Println(rec, err)
	fmt.Println(base32.StdEncoding.EncodeToString([]byte("gorrery")))
	out := make([]byte, 64)
	n := ascii85.Encode(out, []byte("gorrery"))
	fmt.Println(string(out[:n]))
	pem.Encode(os.Stdout, &pem.Block{Type: "TEST", Headers: map[string]string{"k": "v"}, Bytes: []byte("hello")})
	a, err := asn1.Marshal(struct {
		A int
		B string
		C []int
	}{5, "x", []int{1, 2}})
	fmt.Printf("%x %v\n", a, err)
}
