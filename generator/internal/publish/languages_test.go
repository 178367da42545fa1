package publish

import "testing"

func TestMarkChinese(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"a run":                   {`<html lang="en"><p>Lead: 市商务局</p>`, `<html lang="en"><p>Lead: <span lang="zh-CN">市商务局</span></p>`},
		"digits and signs within": {`<p>到2017年，全市20亿元。</p>`, `<p><span lang="zh-CN">到2017年，全市20亿元。</span></p>`},
		"quotes around":           {`<p>such as “各县（区）政府” here</p>`, `<p>such as <span lang="zh-CN">“各县（区）政府”</span> here</p>`},
		"two runs":                {`<p>甲 and 乙</p>`, `<p><span lang="zh-CN">甲</span> and <span lang="zh-CN">乙</span></p>`},
		"marked already":          {`<p lang="zh-CN">甲<em>乙</em></p><p>丙</p>`, `<p lang="zh-CN">甲<em>乙</em></p><p><span lang="zh-CN">丙</span></p>`},
		"English within Chinese":  {`<p lang="zh-CN"><em lang="en">of 甲</em></p>`, `<p lang="zh-CN"><em lang="en">of <span lang="zh-CN">甲</span></em></p>`},
		"after a void element":    {`<p lang="zh-CN">甲<br>乙</p><p>丙</p>`, `<p lang="zh-CN">甲<br>乙</p><p><span lang="zh-CN">丙</span></p>`},
		"a script":                {`<script>"甲"</script>`, `<script>"甲"</script>`},
		"attributes":              {`<meta content="甲"><a title="甲">x</a>`, `<meta content="甲"><a title="甲">x</a>`},
		"text of a drawing":       {`<svg><text>甲</text><path d="M0"/></svg>甲`, `<svg><text><tspan lang="zh-CN">甲</tspan></text><path d="M0"/></svg><span lang="zh-CN">甲</span>`},
		"title of a drawing":      {`<svg><title>甲 2</title></svg>`, `<svg><title lang="zh-CN">甲 2</title></svg>`},
		"a mixed title":           {`<title>甲 - Site</title>`, `<title>甲 - Site</title>`},
		"entities":                {`<p>甲&amp;乙 &lt;b&gt;</p>`, `<p><span lang="zh-CN">甲&amp;乙</span> &lt;b&gt;</p>`},
		"nothing Chinese":         {"<!DOCTYPE html>\n<P Class=a>x</P>", "<!DOCTYPE html>\n<P Class=a>x</P>"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := string(markChinese([]byte(c.in))); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if again := string(markChinese([]byte(c.want))); again != c.want {
				t.Errorf("a second time changes it: %s", again)
			}
		})
	}
}
