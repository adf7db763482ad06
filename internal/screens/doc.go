// Package screens holds only tests: the whole product, looked at in a real browser.
//
// Every page of the router is opened in Chromium against the real server, and measured:
// by axe-core in light, dark, at 360 px and in print, by its size, its requests, what
// it shifts, how wide it is, what the browser complains of, and whether both answers
// lie in the first viewport. What measures is called a gate. Each gate has a page of
// the tests' own with the fault that it guards against, so that one that cannot fail
// is itself red.
//
// A test of a page's behaviour takes a tab of a site (newSite, site.tab) and leaves it
// to the next. A new page needs its line in screens_test.go.
package screens
