package simserver

// subscriptionAnswer is a subscription as the API tells it.
type subscriptionAnswer struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	TriggerOn string   `json:"trigger_on"`
	Delivery  delivery `json:"delivery"`
	Scope     scope    `json:"scope"`
	CreatedBy creator  `json:"created_by"`
	CreatedAt string   `json:"created_at"`
}

// delivery is where to, in which version.
type delivery struct {
	Version string `json:"version"`
	URL     string `json:"url"`
}

// scope is whose events: of domain application or profile.
type scope struct {
	Domain string `json:"domain"`
	ID     string `json:"id"`
}

// creator is who made it: of type application or user.
type creator struct {
	Type string `json:"type"`
	ID   string `json:"id"`
}

// subscriptionAnswer writes one.
func (s *Server) subscriptionAnswer(one *Subscription) subscriptionAnswer {
	a := subscriptionAnswer{
		ID: one.ID, Name: one.Name, TriggerOn: one.TriggerOn, Delivery: delivery{one.Version, one.URL},
		Scope: scope{"application", s.options.ClientKey}, CreatedBy: creator{"application", s.options.ClientID}, CreatedAt: wireTime(one.Created),
	}
	if one.Profile != 0 {
		a.Scope, a.CreatedBy = scope{"profile", itoa(one.Profile)}, creator{"user", itoa(one.User)}
	}
	return a
}
