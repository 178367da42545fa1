package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"aead.dev/minisign"
)

// Key is the operator's secret key.
type Key struct{ private minisign.PrivateKey }

// ErrPassword says that a secret key is encrypted and the password does not open it.
var ErrPassword = errors.New("the key is encrypted and the password does not open it")

// ReadKey reads a secret key of `minisign -G`, with its password where it has one.
func ReadKey(name, password string) (*Key, error) {
	body, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	k := &Key{}
	if minisign.IsEncrypted(body) {
		if k.private, err = minisign.DecryptKey(password, body); err != nil {
			return nil, fmt.Errorf("%s: %w", name, ErrPassword)
		}
		return k, nil
	}
	if err := k.private.UnmarshalText(body); err != nil {
		return nil, fmt.Errorf("%s: not a secret key of minisign", name)
	}
	return k, nil
}

// ReadPublicKey reads a public key of minisign from a file, or from the text of
// the key itself, as operators print it.
func ReadPublicKey(s string) (*minisign.PublicKey, error) {
	body := []byte(s)
	if !strings.HasPrefix(s, "RW") || len(s) != 56 {
		var err error
		if body, err = os.ReadFile(s); err != nil {
			return nil, err
		}
	}
	k := &minisign.PublicKey{}
	if err := k.UnmarshalText(body); err != nil {
		return nil, fmt.Errorf("%s: not a public key of minisign", s)
	}
	return k, nil
}

// Sign signs the sums of the site in dir. The signature has no time in it, so that
// the same site and key give the same bytes; its comment, which it covers, names
// the manifest.
func Sign(dir string, k *Key) error {
	sums, err := os.ReadFile(filepath.Join(dir, SumsName))
	if err != nil {
		return err
	}
	body, err := os.ReadFile(filepath.Join(dir, Name))
	if err != nil {
		return err
	}
	m, err := Parse(body)
	if err != nil {
		return err
	}
	if !bytes.Equal(sums, m.Sums(body)) {
		return fmt.Errorf("%s is not that of %s", SumsName, Name)
	}
	trusted := fmt.Sprintf("jindu as_of:%s commit:%s manifest:%s", m.AsOf, m.Source.Commit, Sum(body))
	r := minisign.NewReader(bytes.NewReader(sums))
	if _, err := r.Read(make([]byte, len(sums))); err != nil {
		return err
	}
	signature := r.SignWithComments(k.private, trusted, "signature of "+SumsName)
	return os.WriteFile(filepath.Join(dir, Signature), signature, 0o644)
}
