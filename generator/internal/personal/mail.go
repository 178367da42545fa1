package personal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// providers are the hosts of private mailboxes, with all hosts below them.
var providers = []string{
	"qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "188.com", "139.com", "189.cn", "wo.cn", "wo.com.cn",
	"sina.com", "sina.cn", "sina.com.cn", "sohu.com", "tom.com", "21cn.com", "263.net", "aliyun.com", "88.com", "eyou.com",
	"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "live.cn", "msn.com", "icloud.com", "me.com", "mac.com",
	"yahoo.com", "yahoo.cn", "yahoo.com.cn", "yahoo.com.hk", "yahoo.com.tw", "yahoo.co.jp", "ymail.com",
	"proton.me", "protonmail.com", "aol.com", "gmx.com", "gmx.de", "mail.ru", "yandex.com", "yandex.ru", "zoho.com",
}

// mails finds private mail addresses.
func mails(text string) []Finding {
	var found []Finding
	for i := 0; ; {
		n, size := nextAt(text[i:])
		if size == 0 {
			return found
		}
		sign := i + n
		i = sign + size
		start, end := localPart(text, sign), hostEnd(text, i)
		if start < 0 || end < i || !private(text[i:end]) {
			continue
		}
		masked := stars(text[start:sign], 1, 0) + text[sign:end]
		found = append(found, Finding{Kind: Mail, Start: start, End: end, Masked: masked})
		i = end
	}
}

// nextAt returns where the next sign of a mail address stands, and its bytes.
func nextAt(text string) (at, size int) {
	narrow, wide := strings.IndexByte(text, '@'), -1
	if narrow < 0 {
		wide = strings.Index(text, "＠")
	} else {
		wide = strings.Index(text[:narrow], "＠")
	}
	switch {
	case wide >= 0:
		return wide, len("＠")
	case narrow >= 0:
		return narrow, 1
	}
	return 0, 0
}

// localPart returns where the name before the sign begins, -1 where none does.
func localPart(text string, sign int) int {
	start := len(strings.TrimRight(text[:sign], " "))
	if sign-start > 1 {
		return -1
	}
	end := start
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !isAddressRune(r) {
			break
		}
		start -= size
	}
	if start == end {
		return -1
	}
	return start
}

// hostEnd returns where the host that begins at i ends.
func hostEnd(text string, i int) int {
	if i < len(text) && text[i] == ' ' {
		i++
	}
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isAddressRune(r) && r != '。' {
			break
		}
		i += size
	}
	return len(strings.TrimRight(text[:i], ".-。"))
}

// isAddressRune reports whether r stands in names and hosts, in either width.
func isAddressRune(r rune) bool {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return r < 0x80 && (isWord(byte(r)) || strings.ContainsRune(".-+%", r))
}

func private(host string) bool {
	host = width.Narrow.String(strings.ReplaceAll(host, "。", "."))
	host = strings.ToLower(strings.Trim(host, " .-"))
	return slices.ContainsFunc(providers, func(p string) bool {
		return host == p || strings.HasSuffix(host, "."+p)
	})
}
