// The program that is compiled and run once when Gorrery is built, so that the JVM learns what later starts need. It does a
// little of what most programs do.
package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

type planet struct {
	name   string
	days   float64
	moons  int
	inside bool
}

func (p planet) String() string { return p.name + "/" + strconv.Itoa(p.moons) }

var errUnknown = errors.New("unknown planet")

func find(all map[string]planet, name string) (planet, error) {
	p, ok := all[name]
	if !ok {
		return p, fmt.Errorf("looking for %q: %w", name, errUnknown)
	}
	return p, nil
}

func longest[T any](list []T, less func(a, b T) bool) (best T) {
	for i, x := range list {
		if i == 0 || less(best, x) {
			best = x
		}
	}
	return best
}

func main() {
	all := map[string]planet{}
	for _, line := range strings.Split("Mercury 88 0 true;Earth 365.26 1 true;Jupiter 4332.6 95 false", ";") {
		f := strings.Fields(line)
		days, _ := strconv.ParseFloat(f[1], 64)
		moons, _ := strconv.Atoi(f[2])
		all[f[0]] = planet{f[0], days, moons, f[3] == "true"}
	}
	var list []planet
	for _, p := range all {
		list = append(list, p)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].days < list[j].days })
	fmt.Printf("%v %+v %d %5.1f %x %T\n", list, list[0], len(list), list[1].days, "orrery", list)
	fmt.Println(longest(list, func(a, b planet) bool { return a.moons < b.moons }))
	if _, err := find(all, "Vulcan"); errors.Is(err, errUnknown) {
		fmt.Fprintln(os.Stderr, err)
	}

	turns := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range turns {
				mu.Lock()
				sum += n
				mu.Unlock()
			}
		}()
	}
	for i := range 1000 {
		turns <- i
	}
	close(turns)
	wg.Wait()
	select {
	case <-time.After(time.Millisecond):
	case <-turns:
	}
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		_ = list[sum]
	}()
	fmt.Println(sum)
}
