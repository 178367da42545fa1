package webform

import "strings"

// policy is the content policy of the form, as strict as Decap allows: it
// compiles the check of its configuration with eval, and makes style elements and
// pictures of its own. connect are the hosts it speaks to besides its own.
func policy(connect ...string) string {
	return strings.Join([]string{
		"default-src 'none'", "script-src 'self' 'unsafe-eval'", "style-src 'unsafe-inline'",
		"img-src data:",
		strings.Join(append([]string{"connect-src 'self'"}, connect...), " "),
		"base-uri 'none'", "form-action 'none'",
	}, "; ")
}

// headers go with every answer of Handler. The policy of a header can forbid
// frames, that of a page cannot.
func headers() map[string]string {
	return map[string]string{
		"Content-Security-Policy":      policy() + "; frame-ancestors 'none'",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Referrer-Policy":              "no-referrer",
		"X-Content-Type-Options":       "nosniff",
		"Cache-Control":                "no-cache",
	}
}
