package feed

import (
	"strings"

	"github.com/google/uuid"

	"jindu/generator/internal/plan"
)

// space sets the ids of this program apart from those of others.
var space = uuid.MustParse("5d3c0f5e-8f0a-4c1b-9d8e-6a2f4b7c1e90")

// newID is the UUID of what the words name. It never changes: readers know by it
// what they have seen.
func newID(words ...string) string {
	return uuid.NewSHA1(space, []byte(strings.Join(words, "\n"))).String()
}

// planKey names a plan: by its number too, since short ids repeat between sites.
func planKey(p *plan.Plan) string { return p.ID.V + "\n" + p.Number.V }
