package site

import (
	"strconv"

	"jindu/generator/internal/lang"
)

func itoa(n int) string { return strconv.Itoa(n) }

// percent prints a share as per cent with one decimal, without the sign.
func percent(share float64) string { return lang.Decimal(share*100, 1) }
