package front

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gorilla/sessions"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
)

// maxCookie is the longest value that can be a session secret of ours; anything
// longer was not set by us.
const maxCookie = 128

// SessionStore is a gorilla/sessions store that keeps nothing in the cookie but
// a random secret. What the secret opens stands in the database under its
// SHA-256, so a session can be ended at once and a copy of the database opens none.
type SessionStore struct {
	name   string // __Host-session on https, which browsers bind to this host
	secure bool
	find   lookup
}

// lookup finds whose session a secret opens; fault.Unauthenticated when nobody's.
type lookup func(req *http.Request, secret string) (auth.Actor, error)

// actorKey is where a session keeps the actor that it was opened for.
const actorKey = "actor"

func newSessionStore(base *url.URL, find lookup) *SessionStore {
	if base.Scheme == "https" {
		return &SessionStore{name: "__Host-session", secure: true, find: find}
	}
	return &SessionStore{name: "session", find: find}
}

// Get gives the request's session, looked up once per request.
func (st *SessionStore) Get(req *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(req).Get(st, name)
}

// New looks the cookie's secret up. A cookie that is missing, tampered with or
// of a session that has ended gives a new, empty session and no error.
func (st *SessionStore) New(req *http.Request, name string) (*sessions.Session, error) {
	session := sessions.NewSession(st, name)
	session.Options = st.options()
	session.IsNew = true
	cookie, err := req.Cookie(name)
	if err != nil || len(cookie.Value) > maxCookie || !auth.IsSecret(cookie.Value) {
		return session, nil
	}
	who, err := st.find(req, cookie.Value)
	if err != nil && fault.KindOf(err) == fault.Unauthenticated {
		return session, nil
	}
	if err != nil {
		return session, err
	}
	session.ID, session.IsNew = cookie.Value, false
	session.Values[actorKey] = who
	return session, nil
}

// Save writes the cookie: the secret in session.ID, or an order to forget it.
func (st *SessionStore) Save(_ *http.Request, w http.ResponseWriter, session *sessions.Session) error {
	if session.Options.MaxAge >= 0 && session.ID == "" {
		return errors.New("saving a session that has no secret")
	}
	http.SetCookie(w, sessions.NewCookie(session.Name(), session.ID, session.Options))
	return nil
}

// options: a session cookie ends with the browser; the database ends it sooner.
func (st *SessionStore) options() *sessions.Options {
	return &sessions.Options{Path: "/", HttpOnly: true, Secure: st.secure, SameSite: http.SameSiteLaxMode}
}

// Actor says who is signed in on a request, if anybody.
func (st *SessionStore) Actor(req *http.Request) (who auth.Actor, found bool, err error) {
	session, err := st.Get(req, st.name)
	if err != nil {
		return auth.Actor{}, false, err
	}
	who, found = session.Values[actorKey].(auth.Actor)
	return who, found, nil
}

// Begin gives the browser a new secret; the old one, if any, is not reused, so
// that a planted cookie opens nothing (session fixation).
func (st *SessionStore) Begin(req *http.Request, w http.ResponseWriter, secret string) error {
	session := sessions.NewSession(st, st.name)
	session.Options = st.options()
	session.ID = secret
	return st.Save(req, w, session)
}

// Forget tells the browser to drop the cookie.
func (st *SessionStore) Forget(req *http.Request, w http.ResponseWriter) error {
	session := sessions.NewSession(st, st.name)
	session.Options = st.options()
	session.Options.MaxAge = -1
	return st.Save(req, w, session)
}

// Secret is the cookie's value, for ending the session that it opens.
func (st *SessionStore) Secret(req *http.Request) string {
	session, err := st.Get(req, st.name)
	if err != nil {
		return ""
	}
	return session.ID
}
