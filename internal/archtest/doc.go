// Package archtest holds only tests: they keep the picture of the house true.
package archtest
