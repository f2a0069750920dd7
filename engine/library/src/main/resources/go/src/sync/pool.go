package sync

import (
	"sync/atomic"
	"unsafe"
)

// Pool keeps values that are not in use for use again. What it holds may vanish at any time: it outlives one collection of garbage, not two.
type Pool struct {
	_       noCopy
	tracked atomic.Uint32 // whether the collector knows of it
	shards  [shardCount]poolShard

	// New makes a value where there is none to be used again; may be nil.
	New func() any
}

const shardCount = 8

// poolShard is what goroutines on the same Ps share. At the beginning of a collection, unless it is locked then, values loses what is
// in it to victims, whose values are garbage from then on. The native part knows how it is laid out.
type poolShard struct {
	lock    Mutex
	values  stock
	victims stock // survived one collection
	_       [128 - unsafe.Sizeof(Mutex{}) - 2*unsafe.Sizeof(stock{})]byte
}

// stock is some values: one that is taken first and was given when there was none, and more.
type stock struct {
	first any
	more  []any
}

// processor returns the number of the P that the caller is on at the moment.
func processor() int32

// track makes the collector age the shards of a pool until they are empty.
func track(pools int32, tracked *atomic.Uint32, shards *[shardCount]poolShard)

// pools stands for all pools in use.
var pools = newPools()

func newPools() int32

func (s *stock) put(x any) {
	if s.first == nil {
		s.first = x
	} else {
		s.more = append(s.more, x)
	}
}

func (s *stock) take() any {
	if x := s.first; x != nil {
		s.first = nil
		return x
	}
	n := len(s.more)
	if n == 0 {
		return nil
	}
	x := s.more[n-1]
	s.more[n-1] = nil
	s.more = s.more[:n-1]
	return x
}

func (s *stock) empty() bool { return s.first == nil && len(s.more) == 0 }

// Put gives x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	if p.tracked.Load() == 0 && p.tracked.CompareAndSwap(0, 1) {
		track(pools, &p.tracked, &p.shards)
	}
	s := &p.shards[processor()%shardCount]
	s.lock.Lock()
	s.values.put(x)
	s.lock.Unlock()
}

// Get takes any value from the pool, else what p.New returns, else nil.
func (p *Pool) Get() any {
	at := int(processor())
	for i := range shardCount {
		s := &p.shards[(at+i)%shardCount]
		if s.values.empty() && s.victims.empty() {
			continue
		}
		s.lock.Lock()
		x := s.values.take()
		if x == nil {
			x = s.victims.take()
		}
		s.lock.Unlock()
		if x != nil {
			return x
		}
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}
