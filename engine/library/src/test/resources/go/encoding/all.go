package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

type point struct {
	X int16
	Y uint32
	_ [2]byte
	F float32
	C complex128
	B bool
	A [3]int8
}

func main() {
	data := []byte("\x00\x01\xfe\xff any text é")
	for _, e := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.WithPadding('*'), base64.StdEncoding.Strict()} {
		for n := range 6 {
			s := e.EncodeToString(data[:n])
			back, err := e.DecodeString(s)
			fmt.Println(s, bytes.Equal(back, data[:n]), err, e.EncodedLen(n), e.DecodedLen(len(s)))
		}
		for _, bad := range []string{"A", "AA", "AAA", "AA=", "AA==", "AAA=", "AA=A", "A!==", "QUI=\n", "Q\nUI=", "QUJ=", "AAAA=", "=", "QQ=="} {
			back, err := e.DecodeString(bad)
			fmt.Printf("%q %v; ", back, err)
		}
		fmt.Println()
	}
	var out strings.Builder
	w := base64.NewEncoder(base64.StdEncoding, &out)
	for _, c := range data {
		w.Write([]byte{c})
	}
	w.Close()
	back, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(out.String()[:8]+"\r\n"+out.String()[8:])))
	fmt.Printf("%s %q %v\n", out.String(), back, err)
	_, err = io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("QUJD!")))
	fmt.Println(err, base64.CorruptInputError(3), string(base64.StdEncoding.AppendEncode([]byte("x"), data[:2])))

	fmt.Println(hex.EncodeToString(data), hex.EncodedLen(3), hex.DecodedLen(7), string(hex.AppendEncode([]byte("0x"), data[:2])))
	for _, s := range []string{"", "00ff", "0", "0g", "zz", "ABcd", "001"} {
		b, err := hex.DecodeString(s)
		fmt.Println(b, err, err == hex.ErrLength)
	}
	fmt.Print(hex.Dump([]byte(strings.Repeat("dump\x00\xff", 5))))
	d := hex.Dumper(&out)
	d.Write([]byte("12345678"))
	d.Close()
	b, err := io.ReadAll(hex.NewDecoder(strings.NewReader("48656c6c6")))
	fmt.Printf("%q %v\n", b, err)
	io.WriteString(hex.NewEncoder(&out), "enc")
	fmt.Println(out.String())

	p := point{-2, 1 << 31, [2]byte{}, 1.5, 2 - 3i, true, [3]int8{1, -1, 127}}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		var buf bytes.Buffer
		fmt.Println(binary.Write(&buf, order, p), binary.Size(p), buf.Bytes(), order)
		var q point
		fmt.Println(binary.Read(&buf, order, &q), q == p, binary.Read(&buf, order, &q))
		u := order.Uint16([]byte{1, 2})
		v := order.Uint32([]byte{1, 2, 3, 4})
		x := order.Uint64([]byte{1, 2, 3, 4, 5, 6, 7, 8})
		room := make([]byte, 8)
		order.PutUint16(room, u)
		order.PutUint32(room[4:], v)
		fmt.Println(u, v, x, room)
		order.PutUint64(room, x)
		fmt.Println(room, order.(binary.AppendByteOrder).AppendUint16(nil, 258), order.(binary.AppendByteOrder).AppendUint32(nil, 258), order.(binary.AppendByteOrder).AppendUint64(nil, 258))
		n, err := binary.Encode(room, order, []uint16{1, 2, 3})
		fmt.Println(n, err, room)
		two := make([]uint16, 2)
		n, err = binary.Decode(room, order, two)
		fmt.Println(n, err, two)
		_, err = binary.Encode(room[:1], order, uint32(1))
		more, err2 := binary.Append([]byte{9}, order, true)
		fmt.Println(err, more, err2)
	}
	fmt.Println(binary.Write(io.Discard, binary.BigEndian, 5), binary.Read(strings.NewReader("x"), binary.BigEndian, 5), binary.Size("no"), binary.Size([]int{1}))
	for _, n := range []int64{0, 1, -1, 63, 64, -64, -65, 1 << 40, -1 << 63, 1<<63 - 1} {
		a, c := binary.AppendVarint(nil, n), binary.AppendUvarint(nil, uint64(n))
		x, k := binary.Varint(a)
		y, l := binary.Uvarint(c)
		z, err := binary.ReadVarint(bytes.NewReader(a))
		u, err2 := binary.ReadUvarint(bytes.NewReader(c[:len(c)-1]))
		fmt.Println(a, c, x == n, k, y == uint64(n), l, z == n, err, u, err2, binary.PutVarint(make([]byte, 10), n), binary.PutUvarint(make([]byte, 10), uint64(n)))
	}
	fmt.Println(binary.Uvarint([]byte{0x80}))
	fmt.Println(binary.Uvarint(bytes.Repeat([]byte{0xff}, 11)))
	fmt.Println(binary.MaxVarintLen16, binary.MaxVarintLen32, binary.MaxVarintLen64)
}
