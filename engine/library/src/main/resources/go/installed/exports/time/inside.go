package time

import (
	"sync"
	"syscall"
	"unsafe"
)

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

const UnixToInternal = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay

var ErrLocation = errLocation

func ResetLocalOnceForTest() {
	localLocation.once = sync.Once{}
	copyZones(&localLocation, &Location{}, "")
}

func ForceUSPacificForTesting() {
	ResetLocalOnceForTest()
	localLocation.once.Do(initTestingZone)
}

func initTestingZone() {
	pacific, err := LoadLocation("America/Los_Angeles")
	if err != nil {
		panic(err)
	}
	copyZones(&localLocation, pacific, "Local")
}

func disablePlatformSources() (undo func()) {
	before := zoneDirectories
	zoneDirectories = nil
	return func() { zoneDirectories = before }
}

var DisablePlatformSources = disablePlatformSources

func GorootZoneSource(root string) (string, bool) { return root + packedZones, root != "" }

func LoadTzinfo(name, source string) ([]byte, error) { return packedZone(source, name) }

func LoadFromEmbeddedTZData(zone string) (string, error) {
	data := builtinZone(zone)
	if len(data) == 0 {
		return "", syscall.ENOENT
	}
	return string(data), nil
}

func ResetZoneinfoForTesting() {}

func ZoneinfoForTesting() *string {
	if value, ok := syscall.Getenv("ZONEINFO"); ok {
		return &value
	}
	return nil
}

func GetMono(t *Time) int64 { return t.mono() }

func SetMono(t *Time, mono int64) { t.setMono(mono) }

func DaysIn(month Month, year int) int { return daysIn(month, year) }

var (
	MinMonoTime = Time{wall: withMono, ext: -1 << 63, loc: UTC}
	MaxMonoTime = Time{wall: withMono, ext: 1<<63 - 1, loc: UTC}

	NotMonoNegativeTime = Time{ext: -1<<63 + 50}
)

// Interrupt sends a signal that is ignored, which may end a system call early.
func Interrupt() { syscall.Kill(syscall.Getpid(), syscall.SIGCHLD) }

// CheckRuntimeTimerPeriodOverflow starts a timer whose second time lies beyond the end of time, and sees another one fire.
func CheckRuntimeTimerPeriodOverflow() {
	c := make(chan Time, 1)
	t := &Ticker{C: c}
	t.number = startChannel(unsafe.Pointer(t), c, unsafe.Pointer(Local), 0, 1<<63-1)
	defer t.Stop()
	<-c
	<-After(25 * Millisecond)
}

// AsynctimerChan is the setting of timer channels before Go 1.23, which this package lacks.
var AsynctimerChan setting

type setting struct{}

func (setting) Value() string { return "" }

var (
	AppendInt           = appendNumber
	AppendFormatAny     = Time.appendLayout
	AppendFormatRFC3339 = Time.appendDefault
	ParseAny            = parse
	ParseRFC3339        = parseDefault[string]
)

func ParseTimeZone(value string) (length int, ok bool) {
	length = abbreviationLength(value)
	return length, length > 0
}

// NextStdChunk cuts a layout before and after its first element, which it numbers by the text of it.
func NextStdChunk(layout string) (prefix string, std int, suffix string) {
	p := next(layout, 0)
	if p.element == none {
		return layout, 0, ""
	}
	text := layout[p.at:p.end]
	for n, known := range StdChunkNames {
		if known == text {
			return layout[:p.at], n, layout[p.end:]
		}
	}
	n := len(StdChunkNames) + 1
	StdChunkNames[n] = text
	return layout[:p.at], n, layout[p.end:]
}

var StdChunkNames = map[int]string{0: ""}

type RuleKind int

const (
	RuleJulian       = RuleKind('J')
	RuleDOY          = RuleKind('0')
	RuleMonthWeekDay = RuleKind('M')
)

// Rule is a yearly instant.
type Rule struct {
	Kind RuleKind
	Day  int
	Week int
	Mon  int
	Time int
}

func TzsetRule(s string) (Rule, string, bool) {
	r := ruleReader{s, true}
	y := r.yearly()
	if !r.ok {
		return Rule{}, "", false
	}
	return Rule{RuleKind(y.kind), y.day, y.week, y.month, y.second}, r.s, true
}

func TzsetName(s string) (string, string, bool) {
	r := ruleReader{s, true}
	name := r.name()
	if !r.ok {
		return "", "", false
	}
	return name, r.s, true
}

func TzsetOffset(s string) (int, string, bool) {
	r := ruleReader{s, true}
	offset := r.clock()
	if !r.ok {
		return 0, "", false
	}
	return offset, r.s, true
}

func Tzset(s string, since, unix int64) (name string, offset int, start, end int64, dst, ok bool) {
	r, ok := parseRule(s)
	if !ok {
		return "", 0, 0, 0, false, false
	}
	p := r.find(unix, since)
	return p.name, p.offset, p.start, p.end, p.dst, true
}
