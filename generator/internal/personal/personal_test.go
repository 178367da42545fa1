package personal

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// All numbers here are made up and have only the right form: 11010519491231002X
// is the usual example of GB 11643, the others count upwards.

func TestFindSeesThroughTheWaysPeopleWrite(t *testing.T) {
	cases := map[string]struct {
		kind Kind
		want string // masked
	}{
		"身份证11010519491231002X。":                 {IDCard, "110*************2X"},
		"身份证11010519491231002x":                  {IDCard, "110*************2x"},
		"１１０１０５１９４９１２３１００２Ｘ":                     {IDCard, "１１０*************２Ｘ"},
		"110105 19491231 002X":                   {IDCard, "110*** ******** **2X"},
		"110105-1949-1231-002X":                  {IDCard, "110***-****-****-**2X"},
		"110105 1949 12 31 002X":                 {IDCard, "110*** **** ** ** **2X"},
		"https://a.cn/11010519491231002X":        {IDCard, "110*************2X"},
		"老证330901491231002，":                     {IDCard, "330**********02"},
		"330901 491231 002":                      {IDCard, "330*** ****** *02"},
		"联系人王某13812345678":                       {Mobile, "138******78"},
		"13812345678":                            {Mobile, "138******78"},
		"138 1234 5678":                          {Mobile, "138 **** **78"},
		"138-1234-5678":                          {Mobile, "138-****-**78"},
		"138.1234.5678":                          {Mobile, "138.****.**78"},
		"138 - 1234 - 5678":                      {Mobile, "138 - **** - **78"},
		"138－1234－5678":                          {Mobile, "138－****－**78"},
		"138\u00a01234\u00a05678":                {Mobile, "138\u00a0****\u00a0**78"},
		"１３８１２３４５６７８":                            {Mobile, "１３８******７８"},
		"1381 234 5678":                          {Mobile, "138* *** **78"},
		"1381234 5678":                           {Mobile, "138**** **78"},
		"138 12345678":                           {Mobile, "138 ******78"},
		"138 123 45678":                          {Mobile, "138 *** ***78"},
		"+8613812345678":                         {Mobile, "861********78"},
		"008613812345678":                        {Mobile, "008**********78"},
		"+86 138 1234 5678":                      {Mobile, "138 **** **78"},
		"86-13812345678":                         {Mobile, "138******78"},
		"Tel13812345678":                         {Mobile, "138******78"},
		"TEL:13812345678":                        {Mobile, "138******78"},
		"Tel-13812345678":                        {Mobile, "138******78"},
		"(13812345678)":                          {Mobile, "138******78"},
		"手机/13812345678":                         {Mobile, "138******78"},
		"https://a.cn/x?phone=13812345678&y=1":   {Mobile, "138******78"},
		"https://a.cn/x?user_mobile=13812345678": {Mobile, "138******78"},
		"见https://a.cn/b.html，电话13812345678":     {Mobile, "138******78"},
		"账号6222021234567890128":                  {BankCard, "622**************28"},
		"6222 0212 3456 7890 128":                {BankCard, "622* **** **** **** *28"},
		"622202 1234567890128":                   {BankCard, "622*** ***********28"},
		"4111111111111111":                       {BankCard, "411***********11"},
		"4111 1111 1111 1111":                    {BankCard, "411* **** **** **11"},
		"邮箱someone@qq.com":                       {Mail, "s******@qq.com"},
		"some.one+x@vip.163.com。":                {Mail, "s***.*****@vip.163.com"},
		"Some_One@Gmail.com":                     {Mail, "S*******@Gmail.com"},
		"someone＠１２６．ｃｏｍ":                        {Mail, "s******＠１２６．ｃｏｍ"},
		"someone @ qq.com":                       {Mail, "s****** @ qq.com"},
		"someone@qq。com":                         {Mail, "s******@qq。com"},
		"mailto:someone@foxmail.com":             {Mail, "s******@foxmail.com"},
		"a@zhoushan.gov.cn；b@sina.cn":            {Mail, "b@sina.cn"},
	}
	for text, c := range cases {
		t.Run(text, func(t *testing.T) {
			found := Find(text)
			if len(found) != 1 || found[0].Kind != c.kind || found[0].Masked != c.want {
				t.Fatalf("found %+v, want %s %s", found, c.kind, c.want)
			}
			whole := text[found[0].Start:found[0].End]
			if masked := Mask(text); utf8.RuneCountInString(masked) != utf8.RuneCountInString(text) || c.kind != Mail && strings.Contains(masked, whole) {
				t.Errorf("Mask gives %q", masked)
			}
			if again := Find(Mask(text)); len(again) > 0 && c.kind != Mail {
				t.Errorf("masked text still holds %+v", again)
			}
		})
	}
}

func TestFindLeavesOtherNumbersAlone(t *testing.T) {
	for name, text := range map[string]string{
		"wrong check digit":       "11010519491231002" + "1",
		"no such region":          "990105194912310024",
		"no such month":           "110105194913310024",
		"X in the middle":         "1101051949123X0024",
		"letter after":            "11010519491231002Xa",
		"hash":                    "sha256: 616e3fe9b9dc733615b0c2f340e485f8bca05b13812345678b1b48b8d7621cd9",
		"digits in a hash":        "a13812345678",
		"longer":                  "138123456780",
		"landline":                "0580-2280000",
		"hotline":                 "12345 96310",
		"amount":                  "累计13812345678元",
		"amount with space":       "13812345678 吨",
		"amount with sign":        "¥13812345678",
		"decimal":                 "0.13812345678",
		"decimals":                "13812345678.25",
		"thousands":               "13,812,345,678",
		"figures with years":      "139 2016 2017",
		"dates":                   "2015-12-31 2016-01-01 2017-02-03",
		"span":                    "2015-01..2016-08",
		"address":                 "https://www.zhoushan.gov.cn/art/2017/10/13/art_1275990_13812345678.html",
		"address with parameter":  "https://a.gov.cn/show?id=13812345678&c=15912345678",
		"relative address":        "../t/13812345678/",
		"path":                    "data/sample/13812345678.yaml",
		"file name":               "13812345678.html",
		"old card in an address":  "https://a.gov.cn/330901491231002.shtml",
		"bank card in an address": "https://a.gov.cn/6222021234567890128",
		"document id":             "XW-13812345678",
		"document id with parts":  "2015-13812345678-01",
		"document id before":      "13812345678-A",
		"social credit code":      "113309000026221708",
		"card without Luhn":       "6222021234567890121",
		"coordinates":             "M138.12 1234.56 78.9L139 1234.5 6789",
		"milliseconds":            "1483142400000",
		"police record":           "33090002000123",
		"public mailbox":          "swj@zhoushan.gov.cn",
		"a body's own host":       "info@company.com",
		"host that ends alike":    "a@notqq.com",
		"only a sign":             "@qq.com",
		"mention":                 "。 @qq.com",
		"handle":                  "user@",
		"nothing":                 "",
	} {
		if found := Find(text); len(found) > 0 {
			t.Errorf("%s: %q gives %+v", name, text, found)
		}
	}
}

func TestFindGivesAllInOrder(t *testing.T) {
	text := "王某13812345678、13912345678，邮箱a@qq.com、13712345678@139.com。"
	var got []string
	for _, f := range Find(text) {
		got = append(got, text[f.Start:f.End])
	}
	want := []string{"13812345678", "13912345678", "a@qq.com", "13712345678@139.com", "13712345678"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if masked := Mask(text); strings.Contains(masked, "12345678") {
		t.Errorf("Mask gives %q", masked)
	}
}

func TestEveryKindHasWords(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range []Kind{IDCard, Mobile, BankCard, Mail} {
		title, advice := k.Title(), k.Advice()
		if title.ZH == "" || title.EN == "" || advice.ZH == "" || advice.EN == "" || seen[title.ZH] {
			t.Errorf("%s: %+v %+v", k, title, advice)
		}
		seen[title.ZH] = true
	}
}

// What the project publishes holds no personal data, and the many numbers in it
// are not taken for any.
func TestProjectHoldsNone(t *testing.T) {
	const root = "../../.."
	files := 0
	for _, folder := range []string{"data", "seeds", "examples", "content"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			body, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			files++
			for _, f := range Find(string(body)) {
				t.Errorf("%s: %s %s", name, f.Kind, f.Masked)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 60 {
		t.Errorf("read %d files", files)
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range []string{"138 1234 5678", "11010519491231002X", "a＠qq.com", "６２22021234567890128", "\xef\xbc\x90", "1.1.1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, x := range Find(text) {
			if x.Start < 0 || x.End > len(text) || x.Start >= x.End || x.Start < last {
				t.Errorf("%q: %+v", text, x)
			}
			last = x.Start
		}
		if a, b := utf8.RuneCountInString(Mask(text)), utf8.RuneCountInString(text); a != b {
			t.Errorf("Mask(%q) has %d characters, not %d", text, a, b)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	body, err := os.ReadFile("../../../seeds/" + seed(b))
	if err != nil {
		b.Fatal(err)
	}
	text := string(body)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}

func seed(b *testing.B) string {
	entries, err := os.ReadDir("../../../seeds")
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".txt" {
			return e.Name()
		}
	}
	b.Skip("no seed")
	return ""
}
