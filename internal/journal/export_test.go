package journal

import "transferdesk/internal/wise"

// Publish makes keys those of the environments which are not ours.
func (j *Journal) Publish(keys wise.Keys) { j.others = keys }
