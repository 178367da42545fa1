package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestNormalMakesOneFormOfManyWaysOfWriting(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"full-width digits", "３．４", "3.4"},
		{"capitals", "O2O", "o2o"},
		{"full-width capitals", "Ｏ２Ｏ", "o2o"},
		{"spaces beside Chinese", "2020 年底前 完成 O2O 平台", "2020年底前完成o2o平台"},
		{"spaces between Latin words", "  South  Korean\tKimdeok ", "south korean kimdeok"},
		{"full-width space", "跨境　电商", "跨境电商"},
		{"hexagonal brackets", "舟政发〔2015〕42号", "舟政发(2015)42号"},
		{"square brackets", "舟政发[2015]42号", "舟政发(2015)42号"},
		{"full-width brackets", "市发改委（市统计局）", "市发改委(市统计局)"},
		{"quotation marks", "“互联网＋”", "\"互联网+\""},
		{"dashes", "2015—2020", "2015-2020"},
		{"zero-width space", "跨\u200b境", "跨境"},
		{"compatibility ideograph", "⽼年", "老年"},
		{"composed after lowering", "E\u0301", "é"},
		{"nothing", " \n ", ""},
	}
	for _, tt := range tests {
		if got := Normal(tt.in); got != tt.want {
			t.Errorf("%s: Normal(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func FuzzNormal(f *testing.F) {
	for _, s := range []string{"", "舟政发〔2015〕42号", "Ａ a", "İI", "¨漢 ¨", "\xff", "ﷺ", "K ϓ", "Σς", "a\u200b\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Normal(s)
		if twice := Normal(once); twice != once {
			t.Errorf("Normal(%+q) = %+q, and of that %+q", s, once, twice)
		}
		if utf8.ValidString(s) && !utf8.ValidString(once) {
			t.Errorf("Normal(%+q) = %+q is not UTF-8", s, once)
		}
		if strings.TrimSpace(once) != once {
			t.Errorf("Normal(%+q) = %+q has spaces at its ends", s, once)
		}
	})
}

func TestNamesOnlyLeaveOutOrSpellOutWhatTheNameSays(t *testing.T) {
	tests := []struct {
		name string
		want []string
	}{
		{"市发改委", []string{"发改委", "舟山市发改委"}},
		{"市发改委（市统计局）", []string{"市发改委", "发改委", "舟山市发改委", "市统计局", "统计局", "舟山市统计局"}},
		{"市市场监管局", []string{"市场监管局", "舟山市市场监管局"}},
		{"市场监管局", nil},
		{"市委组织部(市人才办)", []string{"市委组织部", "舟山市委组织部", "市人才办", "人才办", "舟山市人才办"}},
		{"定海区政府", []string{"定海区", "定海"}},
		{"岱山县政府", []string{"岱山县", "岱山"}},
		{"金塘管委会", []string{"金塘"}},
		{"舟山海关", []string{"海关"}},
		{"舟山出入境检验检疫局", []string{"出入境检验检疫局"}},
		{"各县（区）政府", []string{"各县区政府"}},
		{"中国（舟山）大宗商品交易中心", []string{"中国舟山大宗商品交易中心"}},
		{"团市委", nil},
		{"局", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Names(tt.name, "舟山市")); diff != "" {
			t.Errorf("Names(%s) (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestNamesWithoutACitySpellNothingOut(t *testing.T) {
	if diff := cmp.Diff([]string{"商务局"}, Names("市商务局", "")); diff != "" {
		t.Error(diff)
	}
}

func TestJSONIsCompactAndRefusesEntriesThatCannotBeShown(t *testing.T) {
	kinds := []Kind{{Key: "task", Label: "工作任务"}}
	got, err := Index{Version: Version, AsOf: "2026-11-23", Kinds: kinds, Entries: []Entry{{Number: "1.1", Title: "<甲>", Path: "p/"}}}.JSON()
	want := `{"version":1,"as_of":"2026-11-23","kinds":[{"key":"task","label":"工作任务"}],"entries":[{"k":0,"n":"1.1","t":"<甲>","p":"p/"}]}` + "\n"
	if err != nil || string(got) != want {
		t.Errorf("got %s%v, want %s", got, err, want)
	}
	for _, e := range []Entry{{Path: "p/"}, {Title: "a", Kind: 1}, {Title: "a", Kind: -1}} {
		if _, err := (Index{Kinds: kinds, Entries: []Entry{e}}).JSON(); err == nil {
			t.Errorf("%+v was accepted", e)
		}
	}
}
