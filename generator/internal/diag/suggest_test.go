package diag

import "testing"

func TestSuggest(t *testing.T) {
	keys := []string{"id", "title", "order", "quote", "quotes", "schedule", "support", "completed_on", "en"}
	tests := []struct{ word, want string }{
		{"titel", "title"},      // swapped
		{"tilte", "title"},      // swapped
		{"Title", "title"},      // upper case
		{" title ", "title"},    // spaces
		{"titl", "title"},       // missing letter
		{"shedule", "schedule"}, // missing letter
		{"qoute", "quote"},      // first of two near ones
		{"quotess", "quotes"},   // one letter more
		{"completedon", "completed_on"},
		{"completed-on", "completed_on"},
		{"ID", "id"},
		{"ie", "id"},     // one letter of two
		{"priority", ""}, // nothing near
		{"x", ""},
		{"备注", ""},
		{"", ""},
	}
	for _, test := range tests {
		got, ok := Suggest(test.word, keys)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("Suggest(%q) = %q, %v, want %q", test.word, got, ok, test.want)
		}
	}
	if got, ok := Suggest("title", nil); ok {
		t.Errorf("suggested %q out of nothing", got)
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "bca", 2}, {"kitten", "sitting", 3}, {"进度", "进展", 1},
	}
	for _, test := range tests {
		if got := distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
