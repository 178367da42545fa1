package echarts

import "testing"

type rounding struct {
	in, want string // want "" means refused
}

func checkRounding(t *testing.T, round func(string) (string, bool), tests []rounding) {
	t.Helper()
	for _, tt := range tests {
		got, ok := round(tt.in)
		if ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%q gives %q, %t; want %q", tt.in, got, ok, tt.want)
		}
	}
}

func TestRoundLength(t *testing.T) {
	checkRounding(t, roundLength, []rounding{
		{"1", "1"}, {"1.005", "1"}, {"2.675", "2.67"}, {"1.999", "2"}, {"100", "100"}, {"-0.001", "0"},
		{".5", "0.5"}, {"5.", "5"}, {"+3", "3"}, {"1e2", "100"}, {"1e-7", "0"}, {" 12px ", "12"},
		{"1.5em", "1.5em"}, {"33.333%", "33.33%"}, {"0", "0"}, {"999999999", "999999999"},
		{"", ""}, {"px", ""}, {"NaN", ""}, {"Infinity", ""}, {"1e10", ""}, {"1e999", ""}, {"0x10", ""},
		{"1 2", ""}, {"1cm", ""}, {"--1", ""}, {"calc(1px)", ""},
	})
}

func TestRoundPath(t *testing.T) {
	checkRounding(t, roundPath, []rounding{
		{"M1.234 5.678L10-20.5", "M1.23 5.68L10 -20.5"},
		{"m1,2 3,4z", "m1 2 3 4z"},
		{"M0 0H1.119V2Z", "M0 0H1.12V2Z"},
		{"M0 0C1 2 3 4 5 6S1 2 3 4Q1 2 3 4T5 6", "M0 0C1 2 3 4 5 6S1 2 3 4Q1 2 3 4T5 6"},
		{"M0 0a1.111 1 0 0110 10", "M0 0a1.11 1 0 0 1 10 10"},
		{"M0 0L1", ""}, {"L1 1", ""}, {"M0 0X", ""}, {"M0 0Z5", ""}, {"M", ""}, {"M0 NaN", ""},
		{"M0 0A1 1 0 2 0 1 1", ""}, {"M1e99 0", ""}, {"M0 0 url(x)", ""},
	})
	if got, ok := roundPath(""); !ok || got != "" {
		t.Errorf("an empty path gives %q, %t", got, ok)
	}
}

func TestRoundPathKeepsCirclesClosedToAHair(t *testing.T) {
	checkRounding(t, roundPath, []rounding{
		// Drawn by zrender: the ends of a circle are r/10,000 apart.
		{"M6.4 -3A2.4 2.4 0 1 1 6.4 -3.00024", "M6.4 -3A2.4 2.4 0 1 1 6.4 -3.0002"},
		{"M1.23456 1l2 2h1v1a9 9 0 1 1 0 .0009", "M1.2346 1l2 2h1v1a9 9 0 1 1 0 0.0009"},
		// The pen is back at the start of the subpath after z.
		{"M1 1L9.12345 9ZA5 5 0 1 1 1 1.0005", "M1 1L9.1235 9ZA5 5 0 1 1 1 1.0005"},
		// A short arc of a large circle is nearly straight, and needs no care.
		{"M0 0A90 90 0 0 1 0.12345 0", "M0 0A90 90 0 0 1 0.12 0"},
		{"M0 0A90 90 0 1 1 50.12345 0", "M0 0A90 90 0 1 1 50.12 0"},
	})
}

func TestRoundTransform(t *testing.T) {
	checkRounding(t, roundTransform, []rounding{
		{"translate(1.234 5)", "translate(1.23 5)"},
		{"matrix(0.70711,0.1,-0.1,1,10.123,20)", "matrix(0.7071 0.1 -0.1 1 10.12 20)"},
		{"scale(0.33333) rotate(30deg)", "scale(0.3333) rotate(30)"},
		{"translate(1px,2px), skewX(3) skewY(4)", "translate(1 2) skewX(3) skewY(4)"},
		{"matrix(1 2 3)", ""}, {"translate()", ""}, {"rotate(1 2 3 4)", ""}, {"url(x)", ""},
		{"translate(NaN 0)", ""}, {"translate(1", ""}, {"perspective(1)", ""},
	})
}

func TestRoundList(t *testing.T) {
	checkRounding(t, roundList, []rounding{
		{"1.111,2  3.339", "1.11 2 3.34"}, {"4,2", "4 2"}, {"1 x", ""},
	})
}

func TestFontFamily(t *testing.T) {
	checkRounding(t, isFontFamily, []rounding{
		{"sans-serif", "sans-serif"},
		{`"Noto Sans CJK SC" , '微软雅黑',serif`, "'Noto Sans CJK SC',微软雅黑,serif"},
		{"var(--font)", "var(--font)"}, {"inherit", "inherit"},
		{"", ""}, {"a,,b", ""}, {"a(b)", ""}, {`a\62`, ""}, {"a'b c", ""},
	})
}
