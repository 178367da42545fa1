package validate

import (
	"regexp"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

func edition() []check {
	return []check{
		{diag.Rule{Code: "V601", Severity: diag.Error,
			Message: lang.T("正式版缺少%[1]s", "the official edition has no %[1]s"),
			Hint:    lang.T("在 site.yaml 里写 %[2]s；还没有取得的，用 edition: demonstration。", "Write %[2]s in site.yaml; while it has not been issued, use edition: demonstration.")},
			officialNeeds},
		{diag.Rule{Code: "V602", Severity: diag.Error,
			Message: lang.T("“%[1]s”像是占位的内容，不是真的", "%[1]q looks like a placeholder"),
			Hint:    lang.T("写真实的内容；还没有的，用 edition: demonstration 并删去这一行。", "Write the real one; while there is none, use edition: demonstration and delete the line.")},
			placeholders},
		{diag.Rule{Code: "V603", Severity: diag.Error,
			Message: lang.T("演示版不能写%[1]s", "a demonstration must not have a %[1]s"),
			Hint:    lang.T("删去 %[2]s；正式发布时再写，并改为 edition: official。", "Delete %[2]s; write it with edition: official when the site is published.")},
			demonstrationHas},
		{diag.Rule{Code: "V604", Severity: diag.Error,
			Message: lang.T("网站地址没有以 / 结尾", "the address of the site does not end in /"),
			Hint:    lang.T("写成 %[1]s/", "Write %[1]s/")},
			addressWithoutSlash},
		{diag.Rule{Code: "V605", Severity: diag.Error,
			Message: lang.T("文号“%[1]s”的写法不对", "the document number %[1]q is not well formed"),
			Hint:    lang.T("年份用六角括号〔〕，如：舟政发〔2015〕42号。", "Put the year in the brackets 〔〕, as in 舟政发〔2015〕42号.")},
			perPlan(numberForm)},
		{diag.Rule{Code: "V606", Severity: diag.Error,
			Message: lang.T("承诺的更新间隔不是一天到十年：%[1]d天", "the promised update interval is not between a day and ten years: %[1]d days"),
			Hint:    lang.T("按天数写，如一季度写 92；没有公开承诺过就删去这一行。", "Write it in days, such as 92 for a quarter; where nothing was promised delete the line.")},
			interval},
	}
}

// siteField is a field of site.yaml that only an official site has.
type siteField struct {
	plan.String
	path string
	name lang.Text
}

func publisherFields(s *plan.Site) []siteField {
	return []siteField{
		{s.Publisher.Name, "publisher.name", lang.T("主办单位", "name of the publisher")},
		{s.Publisher.Contact, "publisher.contact", lang.T("联系方式", "contact")},
		{s.Publisher.Source, "publisher.source", lang.T("信息来源", "source of information")},
		{s.Filing.SiteIDCode, "filing.site_id_code", lang.T("网站标识码", "site identification code")},
		{s.Filing.ICP, "filing.icp", lang.T("ICP备案号", "ICP filing number")},
		{s.Filing.Police, "filing.police", lang.T("公安机关备案号", "public security filing number")},
		{s.Filing.PoliceCode, "filing.police_code", lang.T("公安备案链接编号", "record code of the public security filing")},
		{s.Filing.Mark, "filing.mark", lang.T("党政机关网站标识", "mark of Party and government sites")},
		{s.Filing.FindError, "filing.find_error", lang.T("“我为政府网站找错”的网址", "address of the error-report service")},
	}
}

func officialFields(s *plan.Site) []siteField {
	return append(publisherFields(s), siteField{s.BaseURL, "base_url", lang.T("网站地址", "address of the site")})
}

func officialNeeds(a *ask) {
	s := a.scope.site
	if s.Edition.V != plan.Official {
		return
	}
	for _, f := range officialFields(s) {
		if strings.TrimSpace(f.V) == "" {
			a.say(or(f.At, s.Edition.At), f.path, f.name, f.path)
		}
	}
}

func placeholders(a *ask) {
	s := a.scope.site
	if s.Edition.V != plan.Official {
		return
	}
	for _, f := range officialFields(s) {
		if f.Given() && (isPlaceholder(f.V) || f.V == example(f.path)) {
			a.say(f.At, f.path, f.V)
		}
	}
}

var (
	placeholderForm = regexp.MustCompile(`(?i)x{3,}|\*{3,}|example|placeholder|示例|待定|待补|待填|占位|某某|某市|todo|tbd`)
	notDigit        = regexp.MustCompile(`[^0-9]+`)
	zeroTail        = regexp.MustCompile(`0{8,}$`)
)

// isPlaceholder knows the words and the digits that people write while they do
// not have the real ones: 00000000, 11111111, 12345678, 33010000000000.
func isPlaceholder(s string) bool {
	if placeholderForm.MatchString(s) {
		return true
	}
	for _, digits := range notDigit.Split(s, -1) {
		if len(digits) < 7 {
			continue
		}
		same := strings.Trim(digits, digits[:1]) == ""
		if same || zeroTail.MatchString(digits) || strings.Contains("012345678901234567890", digits) {
			return true
		}
	}
	return false
}

// example returns what the schema shows as an example for a field of site.yaml.
func example(path string) string {
	record := schema.Site()
	keys := strings.Split(path, ".")
	for _, key := range keys[:len(keys)-1] {
		field, _ := record.Field(key)
		record = field.Record
	}
	field, _ := record.Field(keys[len(keys)-1])
	return field.Example
}

func demonstrationHas(a *ask) {
	s := a.scope.site
	if s.Edition.V != plan.Demonstration {
		return
	}
	for _, f := range publisherFields(s) {
		if f.Given() {
			a.say(f.At, f.path, f.name, f.path)
		}
	}
}

func addressWithoutSlash(a *ask) {
	if u := a.scope.site.BaseURL; u.Given() && !strings.HasSuffix(u.V, "/") {
		a.say(u.At, "base_url", u.V)
	}
}

func interval(a *ask) {
	if d := a.scope.site.UpdateDays; d.Given() && (d.V < 1 || d.V > 3653) {
		a.say(d.At, "update_days", d.V)
	}
}

var documentNumber = regexp.MustCompile(`^\S+〔\d{4}〕\d+号$`)

func numberForm(a *ask, p *plan.Plan) {
	if p.Number.Given() && !documentNumber.MatchString(p.Number.V) {
		a.say(p.Number.At, "number", p.Number.V)
	}
}
