package rand

import "math"

// Zipf gives numbers k in [0, imax] with a probability proportional to (v + k) ** -s, by rejection-inversion (W. Hörmann and
// G. Derflinger, 1996).
type Zipf struct {
	r              *Rand
	last           float64 // imax
	v, q           float64
	power, inverse float64 // 1-q and 1/(1-q)
	bottom, height float64 // the range of the integral's values
	alwaysAccepted float64 // the distance from an integer up to which x is
}

// NewZipf gives a Zipf; nil where not s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, last: float64(imax), v: v, q: s, power: 1 - s}
	z.inverse = 1 / z.power
	z.bottom = z.integral(z.last + 0.5)
	z.height = z.integral(0.5) - math.Exp(math.Log(v)*(-s)) - z.bottom
	z.alwaysAccepted = 1 - z.inverseIntegral(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

func (z *Zipf) integral(x float64) float64 {
	return math.Exp(z.power*math.Log(z.v+x)) * z.inverse
}

func (z *Zipf) inverseIntegral(y float64) float64 {
	return math.Exp(z.inverse*math.Log(z.power*y)) - z.v
}

// Uint64 gives the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		y := z.bottom + z.r.Float64()*z.height
		x := z.inverseIntegral(y)
		k := math.Floor(x + 0.5)
		if k-x <= z.alwaysAccepted || y >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
