package syscall

import "sync"

// argument returns an argument of the program, the program's name first; ok is false behind the last.
func argument(i int32) (s string, ok bool)

// variable returns the name=value that stands at a place in the environment that the program was started with.
//
//go:noescape
func variable(i int32) (s string, ok bool)

func exit(code int32)

func processID(parent bool) int32

func userID(which int32) int32

func groupIDs(to []int32) int32

// Arguments returns the arguments of the program. It is for package os.
func Arguments() []string {
	var all []string
	for i := int32(0); ; i++ {
		s, ok := argument(i)
		if !ok {
			return all
		}
		all = append(all, s)
	}
}

// Exit ends the program.
func Exit(code int) { exit(int32(code)) }

// Getpid returns the number of the process.
func Getpid() int { return int(processID(false)) }

// Getppid returns the number of the process that started it.
func Getppid() int { return int(processID(true)) }

// Getuid returns the number of the user.
func Getuid() int { return int(userID(0)) }

// Geteuid returns the number of the user whose rights the process has.
func Geteuid() int { return int(userID(1)) }

// Getgid returns the number of the group.
func Getgid() int { return int(userID(2)) }

// Getegid returns the number of the group whose rights the process has.
func Getegid() int { return int(userID(3)) }

// Getgroups returns the groups of the user.
func Getgroups() (gids []int, err error) {
	var few [16]int32
	all := few[:]
	n := groupIDs(all)
	if int(n) > len(all) {
		all = make([]int32, n)
		n = min(groupIDs(all), n)
	}
	if n <= 0 {
		return nil, asError(-n)
	}
	for _, id := range all[:n] {
		gids = append(gids, int(id))
	}
	return gids, nil
}

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return int(pageSize()) }

func pageSize() int32

// environment is what Getenv and the others work on: in order, with places by name.
var environment struct {
	sync.RWMutex
	once   sync.Once
	list   []string
	places map[string]int
}

func loadEnvironment() {
	environment.places = map[string]int{}
	for i := int32(0); ; i++ {
		s, ok := variable(i)
		if !ok {
			return
		}
		if name, _, ok := cut(s); ok {
			environment.places[name] = len(environment.list)
			environment.list = append(environment.list, s)
		}
	}
}

// cut divides name=value.
func cut(s string) (name, value string, ok bool) {
	for i := range len(s) {
		if s[i] == '=' && i > 0 {
			return s[:i], s[i+1:], true
		}
	}
	return "", "", false
}

// Getenv returns the value of an environment variable.
func Getenv(key string) (value string, found bool) {
	environment.once.Do(loadEnvironment)
	environment.RLock()
	defer environment.RUnlock()
	if at, ok := environment.places[key]; ok {
		return environment.list[at][len(key)+1:], true
	}
	return "", false
}

// Setenv sets an environment variable.
func Setenv(key, value string) error {
	environment.once.Do(loadEnvironment)
	if key == "" {
		return EINVAL
	}
	for i := range len(key) {
		if key[i] == '=' || key[i] == 0 {
			return EINVAL
		}
	}
	for i := range len(value) {
		if value[i] == 0 {
			return EINVAL
		}
	}
	environment.Lock()
	defer environment.Unlock()
	pair := key + "=" + value
	if at, ok := environment.places[key]; ok {
		environment.list[at] = pair
	} else {
		environment.places[key] = len(environment.list)
		environment.list = append(environment.list, pair)
	}
	return nil
}

// Unsetenv removes an environment variable.
func Unsetenv(key string) error {
	environment.once.Do(loadEnvironment)
	environment.Lock()
	defer environment.Unlock()
	if at, ok := environment.places[key]; ok {
		environment.list[at] = ""
		delete(environment.places, key)
	}
	return nil
}

// Clearenv removes all environment variables.
func Clearenv() {
	environment.once.Do(loadEnvironment)
	environment.Lock()
	defer environment.Unlock()
	environment.list = nil
	environment.places = map[string]int{}
}

// Environ returns the environment as name=value each.
func Environ() []string {
	environment.once.Do(loadEnvironment)
	environment.RLock()
	defer environment.RUnlock()
	all := make([]string, 0, len(environment.list))
	for _, s := range environment.list {
		if s != "" {
			all = append(all, s)
		}
	}
	return all
}
