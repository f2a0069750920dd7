package time

import (
	"errors"
	"sync"
	"syscall"
)

// Location is a place with its own clocks: which zone was in force there when.
type Location struct {
	name    string
	zone    []zone
	changes []change
	rule    rule // from the last change on
	ruled   bool
	once    sync.Once
	lock    sync.RWMutex
	recent  period // of the last lookup
}

// zone is a name and a distance from UTC.
type zone struct {
	name   string
	offset int // seconds east of UTC
	dst    bool
}

// change tells that from a time on, in seconds since 1970, a zone is in force.
type change struct {
	when int64
	zone int
}

// period is when a zone is in force.
type period struct {
	zone
	start, end int64
}

const (
	beginOfTime = -1 << 63
	endOfTime   = 1<<63 - 1
)

var utcLocation = Location{name: "UTC"}

// UTC is Coordinated Universal Time.
var UTC *Location = &utcLocation

var localLocation Location

// Local is the zone of the machine: TZ in the environment, or the system's.
var Local *Location = &localLocation

// get returns l ready for use, UTC for nil.
func (l *Location) get() *Location {
	if l == nil {
		return &utcLocation
	}
	if l == &localLocation {
		l.once.Do(func() { loadLocal(l) })
	}
	return l
}

func (l *Location) orUTC() *Location {
	if l == nil {
		return &utcLocation
	}
	return l
}

// String returns the name by which the location was asked for.
func (l *Location) String() string { return l.get().name }

// FixedZone returns a location with one zone.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zone: []zone{{name, offset, false}}}
}

// lookup returns the zone in force at a time, and from when until when it is.
func (l *Location) lookup(unix int64) (name string, offset int, start, end int64, dst bool) {
	if len(l.zone) == 0 {
		return "UTC", 0, beginOfTime, endOfTime, false
	}
	l.lock.RLock()
	p := l.recent
	l.lock.RUnlock()
	if p.start > unix || unix >= p.end {
		p = l.find(unix)
		l.lock.Lock()
		l.recent = p
		l.lock.Unlock()
	}
	return p.name, p.offset, p.start, p.end, p.dst
}

func (l *Location) find(unix int64) period {
	if len(l.changes) == 0 || unix < l.changes[0].when {
		end := int64(endOfTime)
		if len(l.changes) > 0 {
			end = l.changes[0].when
		} else if l.ruled {
			return l.rule.find(unix, beginOfTime)
		}
		return period{l.first(), beginOfTime, end}
	}
	low, high := 0, len(l.changes)
	for high-low > 1 {
		middle := (low + high) / 2
		if unix < l.changes[middle].when {
			high = middle
		} else {
			low = middle
		}
	}
	c := l.changes[low]
	if high < len(l.changes) {
		return period{l.zone[c.zone], c.when, l.changes[high].when}
	}
	if l.ruled {
		return l.rule.find(unix, c.when)
	}
	return period{l.zone[c.zone], c.when, endOfTime}
}

// first returns the zone before all changes: the first one unless a change names it, else the first without daylight saving.
func (l *Location) first() zone {
	used := false
	for _, c := range l.changes {
		used = used || c.zone == 0
	}
	if !used {
		return l.zone[0]
	}
	if len(l.changes) > 0 && l.zone[l.changes[0].zone].dst {
		for i := l.changes[0].zone - 1; i >= 0; i-- {
			if !l.zone[i].dst {
				return l.zone[i]
			}
		}
	}
	for _, z := range l.zone {
		if !z.dst {
			return z
		}
	}
	return l.zone[0]
}

// offsetOf returns the distance from UTC that an abbreviation has, at best at the time given.
func (l *Location) offsetOf(abbreviation string, unix int64) (offset int, ok bool) {
	l = l.get()
	for _, z := range l.zone {
		if z.name == abbreviation {
			name, offset, _, _, _ := l.lookup(unix - int64(z.offset))
			if name == abbreviation {
				return offset, true
			}
		}
	}
	for _, z := range l.zone {
		if z.name == abbreviation {
			return z.offset, true
		}
	}
	return 0, false
}

var errLocation = errors.New("time: invalid location name")

// zoneDirectories is where systems keep time zones.
var zoneDirectories = []string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/etc/zoneinfo/"}

// LoadLocation returns the location of a name of the IANA time zone database, such as Europe/Berlin.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if escapes(name) {
		return nil, errLocation
	}
	if own, ok := syscall.Getenv("ZONEINFO"); ok {
		if data, err := readFile(own + "/" + name); err == nil {
			if l, err := LoadLocationFromTZData(name, data); err == nil {
				return l, nil
			}
		}
	}
	for _, dir := range zoneDirectories {
		data, err := readFile(dir + name)
		if err == nil {
			return LoadLocationFromTZData(name, data)
		}
	}
	if root, ok := syscall.Getenv("GOROOT"); ok && root != "" {
		if data, err := packedZone(root+packedZones, name); err == nil {
			return LoadLocationFromTZData(name, data)
		}
	}
	if data := builtinZone(name); len(data) > 0 {
		return LoadLocationFromTZData(name, data)
	}
	return nil, errors.New("unknown time zone " + name)
}

// builtinZone returns the rules of a zone that the engine knows itself, in the form of the system's files; empty for none.
func builtinZone(name string) []byte

func escapes(name string) bool {
	if name[0] == '/' || name[0] == '\\' {
		return true
	}
	for i := 0; i+1 < len(name); i++ {
		if name[i] == '.' && name[i+1] == '.' {
			return true
		}
	}
	return false
}

// mostZoneBytes is more than any file of zones has.
const mostZoneBytes = 10 << 20

func readFile(path string) ([]byte, error) {
	fd, err := syscall.Open(path, syscall.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	var data []byte
	buf := make([]byte, 4096)
	for {
		n, err := syscall.Read(fd, buf)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return data, nil
		}
		data = append(data, buf[:n]...)
		if len(data) > mostZoneBytes {
			return nil, errors.New("file " + path + " is too large")
		}
	}
}

// loadLocal finds the zone of the machine.
func loadLocal(l *Location) {
	name, set := syscall.Getenv("TZ")
	var found *Location
	switch {
	case !set:
		if data, err := readFile("/etc/localtime"); err == nil {
			found, _ = LoadLocationFromTZData("Local", data)
		}
	case name != "":
		if name[0] == ':' {
			name = name[1:]
		}
		if name != "" && name[0] == '/' {
			if data, err := readFile(name); err == nil {
				if found, err = LoadLocationFromTZData(name, data); found != nil && name == "/etc/localtime" {
					found.name = "Local"
				}
			}
		} else if name != "" && name != "UTC" {
			found, _ = LoadLocation(name)
			if found != nil {
				copyZones(l, found, "Local")
				l.name = name
				return
			}
		}
	}
	if found == nil {
		l.name = "UTC"
		return
	}
	copyZones(l, found, found.name)
}

func copyZones(l, from *Location, name string) {
	l.lock.Lock()
	defer l.lock.Unlock()
	l.recent = period{}
	l.name, l.zone, l.changes, l.rule, l.ruled = name, from.zone, from.changes, from.rule, from.ruled
}
