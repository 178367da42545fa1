package personal

import "strings"

// provinces are the first two digits of an ID card's number: GB/T 2260, with the
// codes of residence permits of Hong Kong, Macao and Taiwan.
const provinces = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 "

// idCard reports whether s is a number of an ID card by GB 11643: region, day of
// birth, order, and the check digit by ISO 7064 MOD 11-2.
func idCard(s string) bool {
	if strings.IndexByte(s, 'X') >= 0 && strings.IndexByte(s, 'X') != 17 {
		return false
	}
	if !inProvince(s) || !birthday(s[6:10], s[10:12], s[12:14]) {
		return false
	}
	sum := 0
	for i := range 17 {
		weight := 1
		for range 17 - i {
			weight = weight * 2 % 11
		}
		sum += int(s[i]-'0') * weight
	}
	return "10X98765432"[sum%11] == s[17]
}

// oldID reports whether s is a number of the first generation: no check digit,
// and a year of two digits.
func oldID(s string) bool {
	return inProvince(s) && !strings.Contains(s, "X") && birthday("19"+s[6:8], s[8:10], s[10:12]) && s[12:] != "000"
}

func inProvince(s string) bool { return strings.Contains(provinces, " "+s[:2]+" ") }

// birthday reports whether the digits are a day of the years 1900 to 2099.
func birthday(year, month, day string) bool {
	if year[:2] != "19" && year[:2] != "20" || month < "01" || month > "12" || day < "01" {
		return false
	}
	switch month {
	case "02":
		return day <= "29"
	case "04", "06", "09", "11":
		return day <= "30"
	}
	return day <= "31"
}

// mobile reports whether s is a mobile number of mainland China.
func mobile(s string) bool {
	return len(s) == 11 && s[0] == '1' && s[1] >= '3' && s[1] <= '9' && !strings.Contains(s, "X")
}

// withCountry reports whether s is a mobile number after its country's code.
func withCountry(s string) bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(s, "00"), "86")
	return ok && mobile(rest)
}

// bankCard reports whether s is a card's number: of a Chinese issuer (62), or 16
// digits of an international one, with a right Luhn digit.
func bankCard(s string) bool {
	international := len(s) == 16 && (s[0] == '4' || s[0] == '5' && s[1] >= '1' && s[1] <= '5')
	return (s[:2] == "62" || international) && !strings.Contains(s, "X") && luhn(s)
}

func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
			d = d/10 + d%10
		}
		sum += d
	}
	return sum%10 == 0
}
