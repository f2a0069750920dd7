// A server of HTTP and its clients, on the machine itself.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

type item struct {
	ID   int    `json:"id"`
	Name string `json:"name,omitempty"`
}

func handler() http.Handler {
	mux := http.NewServeMux()
	var lock sync.Mutex
	store := map[int]item{}
	mux.HandleFunc("GET /items/{id}", func(w http.ResponseWriter, r *http.Request) {
		lock.Lock()
		defer lock.Unlock()
		for _, it := range store {
			if fmt.Sprint(it.ID) == r.PathValue("id") {
				w.Header().Set("Content-Type", "application/json")
				json.NewEncoder(w).Encode(it)
				return
			}
		}
		http.NotFound(w, r)
	})
	mux.HandleFunc("POST /items", func(w http.ResponseWriter, r *http.Request) {
		var it item
		if err := json.NewDecoder(r.Body).Decode(&it); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		lock.Lock()
		store[it.ID] = it
		lock.Unlock()
		w.WriteHeader(http.StatusCreated)
	})
	mux.HandleFunc("/chunks", func(w http.ResponseWriter, r *http.Request) {
		for i := range 5 {
			fmt.Fprintf(w, "chunk %d\n", i)
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/zip", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		io.WriteString(z, strings.Repeat("zipped ", 1000))
		z.Close()
	})
	mux.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
		check(r.ParseForm())
		keys := []string{}
		for k := range r.Form {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			fmt.Fprintln(w, k, r.Form[k])
		}
	})
	mux.HandleFunc("/cookie", func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("seen")
		fmt.Fprintln(w, c, err)
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "yes", Path: "/"})
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
	})
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("/hijack", func(w http.ResponseWriter, r *http.Request) {
		c, rw, err := w.(http.Hijacker).Hijack()
		check(err)
		rw.WriteString("HTTP/1.1 299 Mine\r\nContent-Length: 2\r\n\r\nhi")
		rw.Flush()
		c.Close()
	})
	mux.Handle("/old", http.RedirectHandler("/chunks", http.StatusMovedPermanently))
	return mux
}

func show(r *http.Response, err error) {
	if err != nil {
		var ue *url.Error
		fmt.Println("error", errors.As(err, &ue), ue.Op, ue.Timeout())
		return
	}
	b, err := io.ReadAll(r.Body)
	r.Body.Close()
	if len(b) > 100 {
		b = append(b[:100], fmt.Sprint(" and ", len(b)-100)...)
	}
	fmt.Printf("%s %s %q %v %v %q %v\n", r.Proto, r.Status, r.Header.Get("Content-Type"), r.ContentLength, r.TransferEncoding, b, err)
}

func main() {
	log.SetOutput(io.Discard)
	s := httptest.NewServer(handler())
	jar, _ := cookiejar.New(nil)
	c := &http.Client{Jar: jar}
	show(c.Post(s.URL+"/items", "application/json", strings.NewReader(`{"id": 7, "name": "seven"}`)))
	show(c.Post(s.URL+"/items", "application/json", strings.NewReader(`{"id": }`)))
	show(c.Get(s.URL + "/items/7"))
	show(c.Get(s.URL + "/items/8"))
	show(c.Get(s.URL + "/chunks"))
	show(c.Get(s.URL + "/old"))
	show(c.Get(s.URL + "/zip"))
	show(c.PostForm(s.URL+"/form?q=1", url.Values{"a": {"1", "2"}, "b": {"x y&z"}}))
	show(c.Get(s.URL + "/cookie"))
	show(c.Get(s.URL + "/cookie"))
	show(c.Get(s.URL + "/hijack"))
	show(c.Get(s.URL + "/panic"))
	show(c.Head(s.URL + "/zip"))
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	slow, err := http.NewRequestWithContext(ctx, "GET", s.URL+"/slow", nil)
	check(err)
	show(c.Do(slow))
	var all sync.WaitGroup
	sums := make([]int, 20)
	for i := range sums {
		all.Go(func() {
			for range 10 {
				r, err := http.Get(s.URL + "/chunks")
				check(err)
				b, err := io.ReadAll(r.Body)
				check(err)
				r.Body.Close()
				sums[i] += len(b)
			}
		})
	}
	all.Wait()
	fmt.Println(sums)
	back, _ := url.Parse(s.URL)
	proxy := httptest.NewServer(httputil.NewSingleHostReverseProxy(back))
	show(http.Get(proxy.URL + "/items/7"))
	proxy.Close()

	request := httptest.NewRequest("GET", "/items/9", nil)
	recorder := httptest.NewRecorder()
	handler().ServeHTTP(recorder, request)
	show(recorder.Result(), nil)
	dump, err := httputil.DumpRequest(request, true)
	fmt.Printf("%q %v\n", dump, err)
	s.Close()
	_, err = http.Get(s.URL)
	var op *net.OpError
	fmt.Println(errors.As(err, &op) && op.Op == "dial")

	t := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, r.Proto, " ", r.TLS.Version, " ", r.TLS.HandshakeComplete)
	}))
	show(t.Client().Get(t.URL))
	t.Close()

	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	server := &http.Server{Handler: http.FileServer(http.FS(os.DirFS("/proc/sys/kernel")))}
	ended := make(chan error)
	go func() { ended <- server.Serve(l) }()
	r, err := http.Get("http://" + l.Addr().String() + "/ostype")
	check(err)
	b, err := io.ReadAll(r.Body)
	fmt.Printf("%q %v\n", bytes.TrimSpace(b), err)
	r.Body.Close()
	check(server.Shutdown(context.Background()))
	fmt.Println(<-ended)
}
