package progress

import (
	"strings"
	"testing"

	"jindu/generator/internal/plan"
)

// lowered is a goal of 20 for 2017 that a document of 20 May 2016 lowered to 15,
// and another of 1 February 2017 put off to 2018 at 18.
func lowered(values ...string) *plan.Indicator {
	ind := goalOf(plan.ShareVsPace, plan.Stock, []string{"2018 >= 18"}, values...)
	was := func(when, value, authority, published string) plan.EarlierTarget {
		return plan.EarlierTarget{Period: period(when), Comparator: text(">="), Value: number(value), Authority: text(authority), Published: date(published), At: here}
	}
	t := &ind.Targets[0]
	t.Authority, t.Published = text("二号文件"), date("2017-02-01")
	t.Earlier = []plan.EarlierTarget{was("2017", "20", "", ""), was("2017", "15", "一号文件", "2016-05-20")}
	return ind
}

func TestAChangedTargetHoldsFromItsDay(t *testing.T) {
	for day, want := range map[string]string{
		"2016-05-19": "2017 20 0", "2016-05-20": "2017 15 1", "2017-01-31": "2017 15 1", "2017-02-01": "2018 18 2",
	} {
		got := targetOn(day, lowered(), 0).Target
		if s := got.Period.V.Raw + " " + got.Value.V.Raw + " " + itoa(len(got.Earlier)); s != want {
			t.Errorf("%s: %s, want %s", day, s, want)
		}
	}
}

func TestMetAfterTheTargetWasLoweredIsItsOwnWord(t *testing.T) {
	for _, x := range []struct {
		name, day string
		values    []string
		want      Verdict
	}{
		{"below both", "2019-02-01", []string{"2018-12-31=17"}, Missed},
		{"reaches the changed one only", "2019-02-01", []string{"2018-12-31=19"}, MetEased},
		{"reaches the amount, after the date that was put off", "2019-02-01", []string{"2018-12-31=21"}, MetEased},
		{"reaches the first one in its time", "2018-02-01", []string{"2017-12-31=21"}, Met},
		{"before any change", "2016-05-01", []string{"2016-04-30=20"}, Met},
	} {
		got := targetOn(x.day, lowered(x.values...), 0)
		if got.Verdict != x.want {
			t.Errorf("%s: %s, want %s: %s", x.name, got.Verdict, x.want, got.Why.Words.ZH)
		}
		if got.Verdict == MetEased && (!strings.Contains(got.Why.Words.ZH, "二号文件") || !strings.Contains(got.Why.Words.ZH, "20")) {
			t.Errorf("%s: %s", x.name, got.Why.Words.ZH)
		}
	}
	raised := goalOf(plan.ShareVsPace, plan.Stock, []string{"2017 >= 30"}, "2017-12-31=31")
	raised.Targets[0].Earlier = []plan.EarlierTarget{{Period: period("2017"), Comparator: text(">="), Value: number("20"), At: here}}
	if got := targetOn("2018-02-01", raised, 0); got.Verdict != Met {
		t.Errorf("a raised target that is met: %s", got.Verdict)
	}
}

// A task is completed where the targets in force are met: the document that
// lowered them changed the task.
func TestALoweredTargetThatIsMetCompletesTheTask(t *testing.T) {
	done := task("2018-12-31", update("2018-12-31", plan.SaysCompleted, "2018-12-31"))
	if got := statusOn("2019-02-01", done, lowered("2018-12-31=19")); got.Status != Completed {
		t.Errorf("%s: %s", got.Status, got.Why.Words.ZH)
	}
	if got := statusOn("2019-02-01", done, lowered("2018-12-31=17")); got.Status == Completed {
		t.Error("completed with a goal that was missed")
	}
}

func TestTheOriginalKeepsWhatThePlanSet(t *testing.T) {
	r := Assess(&plan.Site{}, planOf(task(""), lowered()), on("2017-03-01"))
	if got := r.Indicators[0].Original().Targets[0]; got.Value.V.Raw != "20" || got.Period.V.Raw != "2017" {
		t.Errorf("%+v", got)
	}
	r = Assess(&plan.Site{}, planOf(task(""), lowered()), on("2016-01-01"))
	if r.Indicators[0].Original() != nil {
		t.Error("changed before the change was known")
	}
}
