package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"compress/gzip"
	"compress/lzw"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"io"
	"strings"
	"time"
)

func main() {
	text := strings.Repeat("the runtime moves its planets; ", 200)
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 9)
	w.Name = "x"
	io.WriteString(w, text)
	w.Close()
	fmt.Println(b.Len(), crc32.ChecksumIEEE(b.Bytes()))
	r, err := gzip.NewReader(&b)
	got, err2 := io.ReadAll(r)
	fmt.Println(err, err2, string(got) == text, r.Name)
	for level := -2; level <= 9; level++ {
		b.Reset()
		f, _ := flate.NewWriter(&b, level)
		io.WriteString(f, text)
		f.Close()
		n := b.Len()
		sum := adler32.Checksum(b.Bytes())
		back, err := io.ReadAll(flate.NewReader(&b))
		fmt.Println(level, n, sum, len(back), err)
	}
	b.Reset()
	z := zlib.NewWriter(&b)
	io.WriteString(z, text)
	z.Close()
	zr, _ := zlib.NewReader(&b)
	back, _ := io.ReadAll(zr)
	fmt.Println(len(back))
	b.Reset()
	l := lzw.NewWriter(&b, lzw.LSB, 8)
	io.WriteString(l, text)
	l.Close()
	back, _ = io.ReadAll(lzw.NewReader(&b, lzw.LSB, 8))
	fmt.Println(len(back))
	bz, _ := base64.StdEncoding.DecodeString("QlpoOTFBWSZTWTbZnU8AAAVZgAAQQAAgAAYiACAAIZoDTQQwPUHhdyRThQkDbZnU8A==")
	back, err = io.ReadAll(bzip2.NewReader(bytes.NewReader(bz)))
	fmt.Println(len(back), err)
	b.Reset()
	t := tar.NewWriter(&b)
	t.WriteHeader(&tar.Header{Name: "a/b.txt", Mode: 0o644, Size: 5, ModTime: time.Unix(1000, 0)})
	io.WriteString(t, "hello")
	t.Close()
	tr := tar.NewReader(&b)
	h, err := tr.Next()
	back, _ = io.ReadAll(tr)
	fmt.Println(h.Name, h.Size, h.ModTime.UTC(), err, string(back))
	b.Reset()
	zw := zip.NewWriter(&b)
	e, _ := zw.Create("dir/file.txt")
	io.WriteString(e, text)
	zw.Close()
	rd, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	fmt.Println(err, len(rd.File), rd.File[0].Name, rd.File[0].UncompressedSize64)
	rc, _ := rd.File[0].Open()
	back, _ = io.ReadAll(rc)
	fmt.Println(string(back) == text)
}
