package activity_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
)

// unsayable are the fields that cannot be left unsaid: a truth value is one or the
// other, and the newest version speaks.
var unsayable = map[string]bool{"SettlementDetail.Matched": true, "OrderDetail.Issued": true, "DisputeDetail.CanWithdraw": true}

// TestNoFieldOfAnOlderVersionIsLost holds for every field of every detail, so that
// a new field cannot be forgotten.
func TestNoFieldOfAnOlderVersionIsLost(t *testing.T) {
	for i := range reflect.TypeFor[activity.Detail]().NumField() {
		said, unsaid := activity.Detail{}, activity.Detail{}
		field := reflect.TypeFor[activity.Detail]().Field(i)
		full := reflect.New(field.Type.Elem())
		fill(full.Elem())
		reflect.ValueOf(&said).Elem().Field(i).Set(full)
		reflect.ValueOf(&unsaid).Elem().Field(i).Set(reflect.New(field.Type.Elem()))
		t.Run(field.Name, func(t *testing.T) {
			facts := fold(t, of(activity.Card, "2.0.0", 0, said), of(activity.Card, "4.0.0", 0, unsaid))
			if diff := cmp.Diff(text(t, said), text(t, facts.Detail)); diff != "" {
				t.Errorf("what only the older version says (-want +got):\n%s", diff)
			}
		})
	}
}

// fill says something in every field.
func fill(v reflect.Value) {
	switch at, isTime := v.Addr().Interface().(*time.Time); {
	case isTime:
		*at = clock("18 10:00:00")
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case v.Kind() == reflect.String:
		v.SetString("said")
	case v.Kind() == reflect.Int64:
		v.SetInt(7)
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case v.CanSet() && v.Type() == reflect.TypeOf(amount("5", "EUR")):
		v.Set(reflect.ValueOf(amount("5", "EUR")))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if !unsayable[v.Type().Name()+"."+v.Type().Field(i).Name] {
				fill(v.Field(i))
			}
		}
	}
}
