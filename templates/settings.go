package templates

import "transferdesk/internal/preference"

// SettingsPage is /settings.
type SettingsPage struct {
	Frame
	Chosen  preference.Preferences // saved, or as it was typed
	Zones   []OptionGroup
	Company string // the company's zone: "UTC"
	Now     When   // this moment in the chosen zone
	Errors  []FieldError
}

// OptionGroup is a part of a list to choose from.
type OptionGroup struct {
	Label   string
	Options []SelectOption
}

// radioChoice is one of a few to choose from, with a sentence about it.
type radioChoice struct {
	name, value, label, hint string
	chosen                   bool
}

// themeChoices are the themes in words.
func (p SettingsPage) themeChoices() []radioChoice {
	words := map[preference.Theme][2]string{
		preference.System: {"As this device has it", "Light by day and dark by night, where the device changes."},
		preference.Light:  {"Light", ""},
		preference.Dark:   {"Dark", ""},
	}
	var all []radioChoice
	for _, t := range preference.Themes() {
		all = append(all, radioChoice{preference.FieldTheme, string(t), words[t][0], words[t][1], t == p.Chosen.Theme})
	}
	return all
}

// densityChoices are the densities in words.
func (p SettingsPage) densityChoices() []radioChoice {
	words := map[preference.Density][2]string{
		preference.Roomy: {"Roomy", "More space between lines and rows."},
		preference.Dense: {"Dense", "Smaller type and more rows on a screen."},
	}
	var all []radioChoice
	for _, d := range preference.Densities() {
		all = append(all, radioChoice{preference.FieldDensity, string(d), words[d][0], words[d][1], d == p.Chosen.Density})
	}
	return all
}

// theme is the reader's; the device's for nobody.
func (f Frame) theme() string {
	if f.Preferences.Theme == "" {
		return string(preference.System)
	}
	return string(f.Preferences.Theme)
}

// density is the reader's.
func (f Frame) density() string {
	if f.Preferences.Density == "" {
		return string(preference.Roomy)
	}
	return string(f.Preferences.Density)
}

// colorScheme tells the browser before the style sheet does, so that no light page
// flashes in the dark.
func (f Frame) colorScheme() string {
	switch f.Preferences.Theme {
	case preference.Light:
		return "light"
	case preference.Dark:
		return "dark"
	}
	return "light dark"
}

// keys says whether single keys do something.
func (f Frame) keys() string {
	if f.Preferences.Keys {
		return "on"
	}
	return "off"
}
