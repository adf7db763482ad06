package web

import "transferdesk/internal/live"

// topics are what a page about a customer rests on, and his users' accounts.
func (v identityView) topics(profile int64) []live.Topic {
	var topics []live.Topic
	if profile > 0 {
		topics = append(topics, live.Profile(profile))
	}
	for user := range v.users {
		if len(topics) < mostUsers {
			topics = append(topics, live.User(user))
		}
	}
	return topics
}

// mostUsers is how many users of a customer a page listens to.
const mostUsers = 20
