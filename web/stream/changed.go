package stream

import (
	"transferdesk/internal/live"
	"transferdesk/internal/projection"
)

// Projected tells open pages what the projector has changed.
func (s *Streams) Projected(c projection.Changes) { s.Changed(topicsOf(c)...) }

// topicsOf names what changes in the read models touch.
func topicsOf(c projection.Changes) []live.Topic {
	if c.All {
		return []live.Topic{live.Everything}
	}
	var topics []live.Topic
	for _, id := range c.Transfers {
		topics = append(topics, live.Transfer(id))
	}
	for _, id := range c.Profiles {
		topics = append(topics, live.Profile(id))
	}
	for _, id := range c.Users {
		topics = append(topics, live.User(id))
	}
	for _, key := range c.Activities {
		topics = append(topics, live.Activity(string(key.Kind), key.ID))
	}
	for _, id := range c.Deliveries {
		topics = append(topics, live.Event(id))
	}
	return append(topics, listsOf(c)...)
}

// listsOf names the lists that changes touch.
func listsOf(c projection.Changes) []live.Topic {
	var lists []live.Topic
	if len(c.Deliveries) > 0 {
		lists = append(lists, live.Events)
	}
	if len(c.Transfers) > 0 || len(c.Users) > 0 {
		lists = append(lists, live.Queue)
	}
	if c.Bounced {
		lists = append(lists, live.Bounced)
	}
	if len(c.Activities) > 0 {
		lists = append(lists, live.Cases)
	}
	return lists
}
