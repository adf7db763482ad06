package settings

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/preference"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// Show is GET /settings: how the reader likes to read.
func (p *Pages) Show(c echo.Context, who auth.Actor) error {
	page := p.page(c, who, who.Preferences)
	if c.QueryParam("did") == "saved" {
		page.Toast = &templates.Toast{Text: "Your settings are saved. They count from the next page, wherever you are signed in.", Here: "/settings"}
	}
	return p.OK(c, templates.Settings(page))
}

// Change is POST /settings. What cannot be taken comes back as it was typed.
func (p *Pages) Change(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	chosen := formPreferences(form)
	err = p.Cfg.Desk.ChangeSettings(c.Request().Context(), who, front.RequestID(c), chosen)
	var wrong preference.Wrong
	if errors.As(err, &wrong) && fault.KindOf(err) == fault.Unprocessable {
		page := p.page(c, who, chosen)
		for _, w := range wrong {
			page.Errors = append(page.Errors, templates.FieldError{Field: w.Field, Text: w.Text})
		}
		return p.Render(c, http.StatusUnprocessableEntity, templates.Settings(page))
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/settings?did=saved")
}

// formPreferences reads the form; a box that is not ticked is not sent.
func formPreferences(form url.Values) preference.Preferences {
	return preference.Preferences{
		Zone: form.Get(preference.FieldZone), Theme: preference.Theme(form.Get(preference.FieldTheme)),
		Density: preference.Density(form.Get(preference.FieldDensity)), Keys: form.Get(preference.FieldKeys) == "on",
	}.Tidy()
}

// page shows what is chosen, saved or not.
func (p *Pages) page(c echo.Context, who auth.Actor, chosen preference.Preferences) templates.SettingsPage {
	frame := p.Frame(c, who, templates.NavNone, nil)
	frame.Title = "Settings"
	own := p.FaceIn(chosen.Zone)
	return templates.SettingsPage{
		Frame: frame, Chosen: chosen, Zones: zoneGroups(chosen.Zone, own.Now),
		Company: front.ZoneText(p.CompanyFace()), Now: own.At(own.Now),
	}
}
