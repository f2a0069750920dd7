package every

import (
	"bytes"
	"encoding/hex"
	"log/slog"
	"strings"
	"testing"
	"testing/slogtest"
)

// fields reads a line of a text handler, whose values have no blanks; dots stand for groups.
func fields(line string) map[string]any {
	out := map[string]any{}
	for _, pair := range strings.Fields(line) {
		key, value, _ := strings.Cut(pair, "=")
		m := out
		parts := strings.Split(key, ".")
		for _, group := range parts[:len(parts)-1] {
			inner, ok := m[group].(map[string]any)
			if !ok {
				inner = map[string]any{}
				m[group] = inner
			}
			m = inner
		}
		m[parts[len(parts)-1]] = value
	}
	return out
}

func TestHandlers(t *testing.T) {
	var b bytes.Buffer
	slogtest.Run(t, func(t *testing.T) slog.Handler {
		b.Reset()
		return slog.NewTextHandler(&b, nil)
	}, func(t *testing.T) map[string]any { return fields(b.String()) })
	if hex.EncodeToString(b.Bytes()[:4]) != "74696d65" && !strings.HasPrefix(b.String(), "level") {
		t.Errorf("%q", b.String())
	}
}
