package debug

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ParseBuildInfo reads what BuildInfo.String returns, but for the version of Go.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = &BuildInfo{}
	var last *Module
	lines := strings.Split(data, "\n")
	for n, line := range lines[:len(lines)-1] { // what no line end follows does not count
		kind, rest, _ := strings.Cut(line, "\t")
		var err error
		switch kind {
		case "path":
			bi.Path = rest
		case "mod":
			last = &bi.Main
			*last, err = module(rest)
		case "dep":
			last = &Module{}
			*last, err = module(rest)
			bi.Deps = append(bi.Deps, last)
		case "=>":
			err = replace(last, rest)
			last = nil
		case "build":
			err = bi.setting(rest)
		}
		if err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", n+1, err)
		}
	}
	return bi, nil
}

// module reads path, version and, where there is one, sum.
func module(text string) (Module, error) {
	columns := strings.Split(text, "\t")
	if n := len(columns); n != 2 && n != 3 {
		return Module{}, fmt.Errorf("expected 2 or 3 columns; got %d", n)
	}
	columns = append(columns, "")
	return Module{Path: columns[0], Version: columns[1], Sum: columns[2]}, nil
}

func replace(last *Module, text string) error {
	columns := strings.Split(text, "\t")
	if len(columns) != 3 {
		return fmt.Errorf("expected 3 columns for replacement; got %d", len(columns))
	}
	if last == nil {
		return errors.New("replacement with no module on previous line")
	}
	last.Replace = &Module{Path: columns[0], Version: columns[1], Sum: columns[2]}
	return nil
}

// setting reads key=value, each in quotes where it needs them.
func (bi *BuildInfo) setting(text string) error {
	if text == "" {
		return errors.New("build line with missing '='")
	}
	key := text
	if text[0] == '`' || text[0] == '"' {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return errors.New("invalid quoted key in build line")
		}
		if text = text[len(quoted):]; text == "" || text[0] != '=' {
			return errors.New("build line missing '=' after quoted key")
		}
		if key, err = strconv.Unquote(quoted); err != nil {
			return errors.New("invalid quoted key in build line")
		}
		text = text[1:]
	} else {
		var ok bool
		if key, text, ok = strings.Cut(text, "="); !ok {
			return errors.New("build line missing '=' after key")
		}
	}
	if key == "" {
		return errors.New("build line with empty key") // which nothing could name
	}
	if text != "" && (text[0] == '`' || text[0] == '"') {
		value, err := strconv.Unquote(text)
		if err != nil {
			return errors.New("invalid quoted value in build line")
		}
		text = value
	}
	bi.Settings = append(bi.Settings, BuildSetting{key, text})
	return nil
}
