package syscall

import "unsafe"

// children stands for the table of child processes, arriving for the signals of the program.
var (
	children = newProcesses()
	arriving = newSignals()
)

func newProcesses() int32

// startProcess starts a program; arguments and variables each end with a zero byte.
func startProcess(children, files int32, path, arguments, variables, dir string, streams []int32, setsid, setpgid bool, pgid int32) (pid int64, errno int32)

// awaitProcess waits for a child.
func awaitProcess(children int32, pid int64, used *[18]int64) (status int64, errno int32)

func hasProcess(children int32, pid int64) bool

func sendSignal(children int32, pid int64, signal int32) (errno int32)

func processHandle(children, files int32, pid int64) (fd, errno int32)

func newSignals() int32

func nextSignal(arriving int32) (signal, errno int32)

func setSignal(arriving, signal, what int32)

func signalIgnored(arriving, signal int32) bool

func raiseSignal(arriving, signal int32) (ends bool)

// Credential is who a child is to be.
type Credential struct {
	Uid         uint32
	Gid         uint32
	Groups      []uint32
	NoSetGroups bool
}

// SysProcIDMap maps numbers of users.
type SysProcIDMap struct {
	ContainerID int
	HostID      int
	Size        int
}

// SysProcAttr is what the system can do besides when it starts a process. Here that is a session or a group of its own: whatever else is
// asked for is an error.
type SysProcAttr struct {
	Chroot                     string
	Credential                 *Credential
	Ptrace                     bool
	Setsid                     bool
	Setpgid                    bool
	Setctty                    bool
	Noctty                     bool
	Ctty                       int
	Foreground                 bool
	Pgid                       int
	Pdeathsig                  Signal
	Cloneflags                 uintptr
	Unshareflags               uintptr
	UidMappings                []SysProcIDMap
	GidMappings                []SysProcIDMap
	GidMappingsEnableSetgroups bool
	AmbientCaps                []uintptr
	UseCgroupFD                bool
	CgroupFD                   int
	PidFD                      *int
}

func (a *SysProcAttr) asksForMore() bool {
	if a.Ptrace || a.Setctty || a.Noctty || a.Foreground || a.GidMappingsEnableSetgroups || a.UseCgroupFD {
		return true
	}
	numbers := a.Ctty | int(a.Pdeathsig) | int(a.Cloneflags) | int(a.Unshareflags) | a.CgroupFD
	lists := len(a.UidMappings) + len(a.GidMappings) + len(a.AmbientCaps)
	return a.Chroot != "" || a.Credential != nil || numbers != 0 || lists > 0 || a.PidFD != nil
}

// ProcAttr is how a process is started.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []uintptr
	Sys   *SysProcAttr
}

// terminated joins strings, each with a zero byte behind it.
func terminated(list []string) (string, error) {
	n := 0
	for _, s := range list {
		for i := range len(s) {
			if s[i] == 0 {
				return "", EINVAL
			}
		}
		n += len(s) + 1
	}
	b := make([]byte, 0, n)
	for _, s := range list {
		b = append(append(b, s...), 0)
	}
	return string(b), nil
}

// StartProcess starts a program. handle is 0.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	sys := attr.Sys
	if sys == nil {
		sys = &SysProcAttr{}
	}
	if sys.asksForMore() {
		return 0, 0, ENOTSUP
	}
	if len(argv) == 0 {
		argv = []string{argv0}
	}
	arguments, err := terminated(argv)
	if err != nil {
		return 0, 0, err
	}
	env := attr.Env
	if env == nil {
		env = Environ()
	}
	variables, err := terminated(env)
	if err != nil {
		return 0, 0, err
	}
	dir := attr.Dir
	if dir == "" {
		dir = "."
	}
	streams := make([]int32, len(attr.Files))
	for i, fd := range attr.Files {
		streams[i] = int32(fd)
	}
	n, errno := startProcess(children, files, argv0, arguments, variables, dir, streams, sys.Setsid, sys.Setpgid, int32(sys.Pgid))
	return int(n), 0, asError(errno)
}

// ForkExec starts a program.
func ForkExec(argv0 string, argv []string, attr *ProcAttr) (pid int, err error) {
	pid, _, err = StartProcess(argv0, argv, attr)
	return pid, err
}

// WaitStatus says how a process has ended.
type WaitStatus uint32

// Exited reports whether it has ended by itself.
func (w WaitStatus) Exited() bool { return w&0x7f == 0 }

// Signaled reports whether a signal has ended it.
func (w WaitStatus) Signaled() bool { return w&0x7f != 0 && w&0x7f != 0x7f }

// Stopped reports whether it is stopped.
func (w WaitStatus) Stopped() bool { return w&0xff == 0x7f }

// Continued reports whether it goes on after a stop.
func (w WaitStatus) Continued() bool { return w == 0xffff }

// CoreDump reports whether its memory was saved.
func (w WaitStatus) CoreDump() bool { return w.Signaled() && w&0x80 != 0 }

// ExitStatus returns the code with which it has ended, -1 where it has not.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w >> 8 & 0xff)
}

// Signal returns the signal that has ended it, -1 for none.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7f)
}

// StopSignal returns the signal that has stopped it, -1 for none.
func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w >> 8 & 0xff)
}

// TrapCause returns the event that a tracer was stopped for, -1 for none.
func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w >> 16)
}

// Timeval is a time.
type Timeval struct {
	Sec  int64
	Usec int64
}

// Unix returns seconds and nanoseconds.
func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }

// Nano returns all as nanoseconds.
func (tv *Timeval) Nano() int64 { return tv.Sec*1e9 + tv.Usec*1000 }

// Rusage is what a process has used.
type Rusage struct {
	Utime    Timeval
	Stime    Timeval
	Maxrss   int64
	Ixrss    int64
	Idrss    int64
	Isrss    int64
	Minflt   int64
	Majflt   int64
	Nswap    int64
	Inblock  int64
	Oublock  int64
	Msgsnd   int64
	Msgrcv   int64
	Nsignals int64
	Nvcsw    int64
	Nivcsw   int64
}

// Wait4 waits for a child. It knows no options.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	if options != 0 {
		return -1, EINVAL
	}
	var used Rusage
	status, errno := awaitProcess(children, int64(pid), (*[18]int64)(unsafe.Pointer(&used)))
	if errno != 0 {
		return -1, Errno(errno)
	}
	if wstatus != nil {
		*wstatus = WaitStatus(status)
	}
	if rusage != nil {
		*rusage = used
	}
	return pid, nil
}

// ProcessHandle opens a file that stands for a process. It is for package os.
func ProcessHandle(pid int) (fd int, err error) {
	n, errno := processHandle(children, files, int64(pid))
	return int(n), asError(errno)
}

// IsChild reports whether a process was started by this one and not waited for. It is for package os.
func IsChild(pid int) bool { return hasProcess(children, int64(pid)) }

// Kill sends a signal. One to the program itself does what it has asked for with package os/signal.
func Kill(pid int, sig Signal) error {
	if pid != Getpid() {
		return asError(sendSignal(children, int64(pid), int32(sig)))
	}
	if sig < 0 || sig > 64 {
		return EINVAL
	}
	if raiseSignal(arriving, int32(sig)) {
		exit(128 + int32(sig))
	}
	return nil
}

// NextSignal waits for a signal that was asked for. It and the next two are for package os/signal.
func NextSignal() (Signal, error) {
	s, errno := nextSignal(arriving)
	return Signal(s), asError(errno)
}

// SetSignal says what is to happen on a signal: 0 what the system does, 1 hand it over, 2 nothing.
func SetSignal(s Signal, what int) { setSignal(arriving, int32(s), int32(what)) }

// SignalIgnored reports whether nothing happens on a signal.
func SignalIgnored(s Signal) bool { return signalIgnored(arriving, int32(s)) }

// Exec runs another program in place of this one: here as its child, with its streams, whose end is the end of this one.
func Exec(argv0 string, argv []string, envv []string) (err error) {
	if envv == nil {
		envv = []string{}
	}
	pid, err := ForkExec(argv0, argv, &ProcAttr{Env: envv, Files: []uintptr{0, 1, 2}})
	if err != nil {
		return err
	}
	var status WaitStatus
	if _, err = Wait4(pid, &status, 0, nil); err != nil {
		return err
	}
	if status.Signaled() {
		Exit(128 + int(status.Signal()))
	}
	Exit(status.ExitStatus())
	return nil
}
