package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
)

func main() {
	d := []byte("hello gorrery")
	fmt.Println(hex.EncodeToString(md5.New().Sum(nil)))
	fmt.Printf("%x\n%x\n%x\n%x\n", md5.Sum(d), sha1.Sum(d), sha256.Sum256(d), sha512.Sum512(d))
	m := hmac.New(sha256.New, []byte("key"))
	m.Write(d)
	fmt.Printf("%x\n", m.Sum(nil))
	b, _ := aes.NewCipher([]byte("0123456789abcdef"))
	g, _ := cipher.NewGCM(b)
	fmt.Printf("%x\n", g.Seal(nil, make([]byte, 12), d, nil))
	s := cipher.NewCTR(b, make([]byte, 16))
	o := make([]byte, len(d))
	s.XORKeyStream(o, d)
	fmt.Printf("%x %d\n", o, subtle.ConstantTimeCompare(o, o))
	r := make([]byte, 16)
	n, err := rand.Read(r)
	fmt.Println(n, err)
	k := ed25519.NewKeyFromSeed(make([]byte, 32))
	fmt.Printf("%x\n", ed25519.Sign(k, d))
	ek, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	fmt.Println(err)
	h := sha256.Sum256(d)
	sig, err := ecdsa.SignASN1(rand.Reader, ek, h[:])
	fmt.Println(err, ecdsa.VerifyASN1(&ek.PublicKey, h[:], sig))
	rk, err := rsa.GenerateKey(rand.Reader, 1024)
	fmt.Println(err, rk != nil)
}
