package org.gorrery.session;

import java.util.List;

/// A Go program drawn at random for how it ends: deferred calls, panics in them, recover where it works and where it does not, Goexit, exit
/// codes, deadlocks, loops over functions that are left and continued as they may not be. What is not recovered ends the process.
final class RandomDeaths extends RandomText {
    /// What all programs share.
    static final String SUPPORT = GoPieces.all("deaths/support.go") + GoPieces.all("panics.go");

    private static final List<String> VALUES =
            List.of(
                    "1",
                    "\"text\"",
                    "\"two\\nlines\"",
                    "code(3)",
                    "word(\"w\\n\\xff\")",
                    "1.5",
                    "float32(-0.1)",
                    "1e100",
                    "complex(1, -2.5)",
                    "true",
                    "'x'",
                    "uint8(200)",
                    "int64(-1 << 63)",
                    "uintptr(77)",
                    "&fault{4}",
                    "error(&fault{5})",
                    "shown(2.5)",
                    "pair{1, 2}",
                    "&pair{1, 2}",
                    "[]int{1}",
                    "[2]string{}",
                    "map[string]int{}",
                    "struct{}{}",
                    "any(nil)",
                    "error(nil)",
                    "errors.New(\"made\")",
                    "fmt.Errorf(\"wrapped: %w\", &fault{6})",
                    "cell[int]{1}",
                    "word(\"\")",
                    "badError{}",
                    "&fault{7}",
                    "func() {}",
                    "fmt.Sprint(n, \" things\")");

    /// What panics or ends the process; `n` is an int that is 2, `zero` one that is 0.
    private static final List<String> FAULTS =
            List.of(
                    "println(s[n+1])",
                    "println(s[zero-1])",
                    "println(len(s[n:zero]))",
                    "println(len(s[:n+5]))",
                    "println(len(s[:n:n+7]))",
                    "println(len(s[n:n-1:n]))",
                    "println(arr[n+zero+1])",
                    "println(\"abc\"[n+4])",
                    "println(\"abc\"[n:zero])",
                    "println(len(arr[n+3:]))",
                    "println(n / zero)",
                    "n %= zero",
                    "println(int8(-128) / int8(zero))",
                    "println(1 << (zero - n))",
                    "println(np.a)",
                    "np.b = n",
                    "println(*ip)",
                    "println(big[n+zero])",
                    "var sp speaker\nprintln(sp.speak(n))",
                    "println(outer{}.speak(n))",
                    "println(speaker(code(7)).speak(zero))",
                    "println(speaker((*pair)(nil)).speak(1))",
                    "println((*cell[string])(nil).get())",
                    "var f func(int)\nf(n)",
                    "var f func()\ndefer f()",
                    "defer np.speak(1)",
                    "m[\"k\"] = n",
                    "println(len(map[any]int{s: n}))",
                    "println(any(s) == any(s))",
                    "println(any([1]any{s}) == any([1]any{s}))",
                    "println(any(pair{}).(code))",
                    "println(any(n).(string))",
                    "_ = any(&pair{}).(error)",
                    "println(any(nil).(int))",
                    "_ = any(code(1)).(interface{ speak(string) })",
                    "_ = any(pair{}).(speaker)",
                    "_ = speaker(code(1)).(*pair)",
                    "_ = any(cell[int]{}).(cell[string])",
                    "println(len([4]int(s)))",
                    "_ = (*[3]int)(s[:n])",
                    "println(len(make([]int, zero-n)))",
                    "println(len(make([]int, n, zero)))",
                    "println(cap(make(chan int, zero-1)))",
                    "println(len(make([]pair, n<<40<<10)))",
                    "close(nc)",
                    "close(ch)\nclose(ch)",
                    "close(ch)\nch <- n",
                    "<-nc",
                    "nc <- 1",
                    "select {}",
                    "select {\ncase <-nc:\ncase ch <- 1:\nselect {\ncase <-nc:\ncase nc <- 2:\n}\n}",
                    "for range nc {\n}",
                    "var mu sync.Mutex\nmu.Lock()\nmu.Lock()",
                    "var mu sync.Mutex\nmu.Unlock()",
                    "var mu sync.RWMutex\nmu.RUnlock()",
                    "var wg sync.WaitGroup\nwg.Add(-n)",
                    "var wg sync.WaitGroup\nwg.Add(n)\nwg.Wait()",
                    "runtime.Goexit()",
                    "os.Exit(n + 5)",
                    "os.Exit(zero)",
                    "_ = strings.Repeat(\"x\", zero-n)",
                    "_ = unsafe.Slice(ip, n)",
                    "_ = unsafe.Slice(&n, zero-1)",
                    "_ = unsafe.String((*byte)(nil), n)",
                    "var e error\nprintln(e.Error())",
                    "_ = slices.Insert(s, n+9, 1)",
                    "_ = regexp.MustCompile(\"(\")",
                    "_ = (*atomic.Int64)(nil).Load()",
                    "var r runtime.Error\n_ = r.Error()",
                    "copy(s, *(*[]int)(nil))",
                    "clear(nm.m)\n*nm = wide{}",
                    "for i := range *big {\nprintln(i)\n}",
                    "_ = append(s, make([]int, zero-1)...)",
                    "_ = reflect.ValueOf(n).Elem()",
                    "reflect.ValueOf(n).SetInt(3)",
                    "_ = time.NewTicker(time.Duration(zero))",
                    "_ = rand.IntN(zero)",
                    "_ = bytes.NewBuffer(nil).Next(zero - 1)",
                    "deep(n, func() { panic(word(\"deep\")) })",
                    "deep(3, func() { println(arr[n*n]) })",
                    "println(strings.NewReplacer(\"a\").Replace(\"a\"))");

    private int budget = 14;

    private RandomDeaths(long seed, int number) {
        super(seed * 17 + 3, number, 64);
    }

    /// The function `p<number>`.
    static String of(long seed, int number) {
        var program = new RandomDeaths(seed, number);
        program.line("func " + program.prefix + "() {");
        program.indent++;
        program.variables();
        program.block(4);
        program.indent--;
        program.line("}");
        return program.out.toString();
    }

    private void variables() {
        lines(
                """
                n, zero := 2, 0
                s, arr := []int{1, 2, 3}, [3]int{4, 5, 6}
                var np *pair
                var ip *int
                var nm *wide
                var big *[1 << 20]int
                var m map[string]int
                var nc chan int
                ch := make(chan int, 1)
                _, _, _, _, _, _, _, _, _, _, _ = n, zero, s, arr, np, ip, nm, big, m, nc, ch
                """);
    }

    private void block(int depth) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        if (depth <= 0 || budget-- <= 0) {
            death();
            return;
        }
        switch (random.nextInt(16)) {
            case 0 -> line("println(\"at " + names++ + "\")");
            case 1, 2 -> wrapped("defer func() {", depth, true);
            case 3 -> wrapped("func() {", depth, false);
            case 4 -> line("defer " + pick("direct()", "nested()", "again()", "code(n).method()"));
            case 5 ->
                    line(
                            "defer "
                                    + pick(
                                            "panic(" + pick(VALUES) + ")",
                                            "tell(recover())",
                                            "recover()"));
            case 6 -> deferredLoop(depth);
            case 7, 8 -> overFunction(depth);
            case 9 -> goroutine(depth);
            case 10 -> called(depth);
            case 11 -> line("defer println(\"deferred\", n)");
            case 12 -> guarded(depth);
            default -> death();
        }
    }

    private void wrapped(String head, int depth, boolean deferred) {
        line(head);
        indent++;
        if (deferred) {
            switch (random.nextInt(5)) {
                case 0 -> line("tell(recover())");
                case 1 -> line("r := recover()\n" + "\t".repeat(indent) + "tell(r)");
                case 2 -> line("if r := recover(); r != nil {\n\t\t\tpanic(r)\n\t\t}");
                default -> {}
            }
        }
        block(depth - 1);
        indent--;
        line("}()");
    }

    private void guarded(int depth) {
        line("func() {");
        indent++;
        line("defer func() { tell(recover()); n = 2 }()");
        block(depth - 1);
        indent--;
        line("}()");
    }

    private void deferredLoop(int depth) {
        line("for i := range 3 {");
        indent++;
        line("defer func() {");
        indent++;
        line("println(\"loop\", i)");
        if (chance(30)) {
            line("tell(recover())");
        }
        if (chance(30)) {
            inOneRound(depth);
        }
        indent--;
        line("}()");
        if (chance(40)) {
            inOneRound(depth);
        }
        indent--;
        line("}");
    }

    private void inOneRound(int depth) {
        line("if i == " + random.nextInt(3) + " {");
        indent++;
        block(depth - 1);
        indent--;
        line("}");
    }

    private void overFunction(int depth) {
        String over = pick("upTo", "upTo", "careless", "guarding", "keeping");
        line("for i := range " + over + "(3) {");
        indent++;
        line("println(\"over\", i)");
        if (chance(30)) {
            line("defer println(\"over deferred\", i)");
        }
        if (chance(20)) {
            line("defer direct()");
        }
        line("if i == " + random.nextInt(3) + " {");
        indent++;
        if (chance(50)) {
            line(pick("break", "continue", "return"));
        } else {
            block(depth - 1);
        }
        indent--;
        line("}");
        indent--;
        line("}");
        if (over.equals("keeping") && chance(60)) {
            line("kept(7)");
        }
    }

    private void goroutine(int depth) {
        String done = fresh();
        line(done + " := make(chan bool)");
        line("go func() {");
        indent++;
        boolean survives = chance(60);
        if (survives) {
            line("defer func() {");
            line("\ttell(recover())");
            line("\tclose(" + done + ")");
            line("}()");
        }
        if (chance(40)) {
            line("defer direct()");
        }
        block(depth - 1);
        indent--;
        line("}()");
        line("<-" + done);
    }

    private void called(int depth) {
        String f = fresh();
        line(f + " := func(n int) (r int) {");
        indent++;
        if (chance(50)) {
            line("defer func() { r += 5 }()");
        }
        if (chance(40)) {
            line("defer func() { tell(recover()); r++ }()");
        }
        block(depth - 1);
        line("return n");
        indent--;
        line("}");
        line("println(\"called\", " + f + "(n))");
    }

    private void death() {
        if (chance(30)) {
            line("panic(" + pick(VALUES) + ")");
        } else if (chance(85)) {
            line("{");
            indent++;
            lines(pick(FAULTS));
            indent--;
            line("}");
        } else {
            line("println(\"no fault\", n)");
        }
    }
}
