// Imports every package of the standard library that Gorrery has, and prints a line from several: what starting such a program costs.
package main

import (
	"bufio"
	"bytes"
	_ "cmp"
	_ "container/heap"
	"container/list"
	_ "container/ring"
	"context"
	_ "embed"
	_ "encoding"
	"encoding/base64"
	"encoding/binary"
	_ "encoding/hex"
	"errors"
	_ "flag"
	"fmt"
	_ "hash"
	_ "hash/adler32"
	"hash/crc32"
	_ "hash/crc64"
	_ "hash/fnv"
	_ "hash/maphash"
	_ "io"
	_ "io/fs"
	_ "io/ioutil"
	_ "iter"
	_ "log"
	"log/slog"
	"maps"
	_ "math"
	"math/big"
	_ "math/bits"
	"math/cmplx"
	_ "math/rand"
	_ "math/rand/v2"
	"os"
	_ "os/exec"
	_ "os/signal"
	_ "path"
	"path/filepath"
	"reflect"
	"regexp"
	_ "regexp/syntax"
	_ "runtime"
	_ "runtime/debug"
	_ "runtime/pprof"
	_ "runtime/trace"
	"slices"
	_ "sort"
	"strconv"
	"strings"
	_ "structs"
	"sync"
	_ "sync/atomic"
	_ "syscall"
	_ "testing"
	_ "testing/fstest"
	_ "testing/iotest"
	_ "testing/quick"
	_ "testing/slogtest"
	"text/tabwriter"
	"text/template"
	_ "text/template/parse"
	"time"
	"unicode"
	_ "unicode/utf16"
	_ "unicode/utf8"
	"unique"
	_ "weak"
)

type planet struct {
	Name  string
	Moons int
}

func main() {
	planets := []planet{{"Mars", 2}, {"Jupiter", 95}, {"Earth", 1}}
	slices.SortFunc(planets, func(a, b planet) int { return strings.Compare(a.Name, b.Name) })
	fmt.Println(planets, reflect.TypeOf(planets), unique.Make("x") == unique.Make("x"))

	order := list.New()
	for _, p := range planets {
		order.PushFront(p.Name)
	}
	fmt.Println(order.Front().Value, slices.Sorted(maps.Keys(map[int]bool{3: true, 1: true})))
	fmt.Println(new(big.Int).Exp(big.NewInt(7), big.NewInt(77), nil), cmplx.Abs(3+4i), strconv.Quote("\t"))
	fmt.Println(regexp.MustCompile(`(\w+)er\b`).FindAllString("a faster starter", -1), unicode.IsUpper('É'))
	fmt.Println(base64.StdEncoding.EncodeToString([]byte("orrery")), crc32.ChecksumIEEE([]byte("orrery")))
	fmt.Println(time.Unix(1e9, 0).UTC().Format(time.RFC1123), filepath.Join("a", "..", "b"))
	fmt.Println(binary.BigEndian.Uint32([]byte{0, 0, 1, 2}), errors.Is(fmt.Errorf("no: %w", os.ErrNotExist), os.ErrNotExist))

	table := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', 0)
	line := template.Must(template.New("line").Parse("{{.Name}}\t{{.Moons}}\n"))
	for _, p := range planets {
		if err := line.Execute(table, p); err != nil {
			fmt.Println(err)
		}
	}
	table.Flush()

	ctx, cancel := context.WithCancel(context.Background())
	var group sync.WaitGroup
	group.Go(func() { <-ctx.Done() })
	cancel()
	group.Wait()
	scanner := bufio.NewScanner(bytes.NewBufferString("one\ntwo\n"))
	for scanner.Scan() {
		fmt.Println(scanner.Text(), ctx.Err())
	}
	slog.New(slog.DiscardHandler).Info("done")
}
