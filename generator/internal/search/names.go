package search

import (
	"regexp"
	"slices"
	"strings"
)

// Names returns the other forms in which people write a body's name. They are
// made only by leaving out or spelling out what the name itself says, so that no
// name is invented:
//
//   - 市 at the front, and the city's own name there, can be left out, and 市 can be
//     spelled out: of 舟山市, 市发改委 is also 发改委 and 舟山市发改委
//   - the government of a place is looked for by the place: 定海区, 定海, 金塘. A
//     bureau is not by its subject: 教育 and 旅游 are first of all topics
//   - a second body in brackets at the end has its own forms: 市人才办
//   - brackets elsewhere can be left out: 中国舟山大宗商品交易中心
//
// city is the city that 市 stands for, such as 舟山市, or "". No form is a single
// character, the name itself, or listed twice.
func Names(name, city string) []string {
	var out []string
	for _, body := range bodies(name) {
		out = append(out, body)
		out = append(out, forms(body, city)...)
	}
	return distinct(name, out)
}

var (
	second  = regexp.MustCompile(`^(.+)[(（]([^()（）]+)[)）]$`)
	bracket = regexp.MustCompile(`[()（）]`)
)

// bodies are the one or two bodies that a name names.
func bodies(name string) []string {
	if m := second.FindStringSubmatch(name); m != nil {
		return m[1:]
	}
	return []string{bracket.ReplaceAllString(name, "")}
}

func forms(name, city string) []string {
	short := local(name, city)
	out := []string{short}
	if strings.HasPrefix(name, "市") && !strings.HasPrefix(name, "市场") && city != "" {
		out = append(out, strings.TrimSuffix(city, "市")+name)
	}
	if strings.HasPrefix(name, "各") {
		return out // several bodies: what is left would name none of them
	}
	for _, kind := range []string{"管委会", "政府"} {
		if place, ok := strings.CutSuffix(short, kind); ok {
			out = append(out, place)
			if kind == "政府" {
				out = append(out, strings.TrimRight(place, "区县"))
			}
		}
	}
	return out
}

// local is the name without the city in front. 市委 and 市场 are words of their
// own.
func local(name, city string) string {
	if short, ok := strings.CutPrefix(name, "市"); ok {
		if strings.HasPrefix(short, "委") || strings.HasPrefix(short, "场") {
			return name
		}
		return short
	}
	if stem := strings.TrimSuffix(city, "市"); stem != "" {
		return strings.TrimPrefix(name, stem)
	}
	return name
}

// distinct leaves out the name itself, repeats and single characters.
func distinct(name string, forms []string) []string {
	var out []string
	for _, f := range forms {
		if len([]rune(f)) > 1 && f != name && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}
