package testing

import (
	"context"
	"fmt"
	"os"
	"strings"
)

// Context returns a context that is cancelled just before the cleanups run.
func (c *common) Context() context.Context {
	c.outsideTarget("Context")
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ctx == nil {
		c.ctx, c.cancel = context.WithCancel(context.Background())
	}
	return c.ctx
}

// TempDir returns a new directory, which is removed after the test.
func (c *common) TempDir() string {
	c.outsideTarget("TempDir")
	c.Helper()
	c.mu.Lock()
	base, number := c.tempDir, c.temps
	c.temps++
	c.mu.Unlock()
	if base == "" {
		pattern := strings.Map(func(r rune) rune {
			if r == '_' || r == '-' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0x80 {
				return r
			}
			return -1
		}, c.name)
		dir, err := os.MkdirTemp(os.Getenv("GOTMPDIR"), pattern)
		if err != nil {
			c.Fatalf("TempDir: %v", err)
		}
		base = dir
		c.mu.Lock()
		c.tempDir = dir
		c.mu.Unlock()
		c.Cleanup(func() {
			if err := os.RemoveAll(dir); err != nil {
				c.Errorf("TempDir RemoveAll cleanup: %v", err)
			}
		})
	}
	dir := fmt.Sprintf("%s%c%03d", base, os.PathSeparator, number+1)
	if err := os.Mkdir(dir, 0o777); err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	return dir
}

// ArtifactDir returns a directory for what the test leaves behind, always the same; it is a temporary one.
func (c *common) ArtifactDir() string {
	c.outsideTarget("ArtifactDir")
	c.Helper()
	c.mu.Lock()
	dir := c.left
	c.mu.Unlock()
	if dir == "" {
		dir = c.TempDir()
		c.mu.Lock()
		c.left = dir
		c.mu.Unlock()
	}
	return dir
}

// Setenv sets an environment variable until the test is over.
func (c *common) Setenv(key, value string) {
	c.outsideTarget("Setenv")
	before, had := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if had {
			os.Setenv(key, before)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working directory until the test is over.
func (c *common) Chdir(dir string) {
	c.outsideTarget("Chdir")
	before, err := os.Getwd()
	if err == nil {
		err = os.Chdir(dir)
	}
	if err != nil {
		c.Fatal(err)
	}
	c.Cleanup(func() {
		if err := os.Chdir(before); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}
