package store_test

import (
	"bufio"
	"database/sql"
	"os"
	"os/exec"
	"testing"
	"time"

	"transferdesk/internal/testkit"
)

// lockedFile names the database that the other process is to lock.
const lockedFile = "TRANSFERDESK_TEST_LOCK"

// TestHoldTheLock is no test: it is the other process of the test below.
func TestHoldTheLock(t *testing.T) {
	path := os.Getenv(lockedFile)
	if path == "" {
		t.Skip("runs only as the other process")
	}
	pool, err := sql.Open("sqlite3", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	tx, err := pool.Begin()
	if err != nil {
		t.Fatal(err)
	}
	_, _ = os.Stdout.WriteString("locked\n")
	time.Sleep(time.Second)
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
}

func TestAnotherProcessHoldingTheLockIsWaitedFor(t *testing.T) {
	db := testkit.DB(t)
	other := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestHoldTheLock$")
	other.Env = append(os.Environ(), lockedFile+"="+db.Path())
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "locked\n" {
		t.Fatalf("the other process said %q, %v", line, err)
	}
	begun := time.Now()
	accept(t, db, "patient")
	if waited := time.Since(begun); waited < 500*time.Millisecond {
		t.Errorf("the write took %v: the lock was not held, so this proves nothing", waited)
	}
	_ = other.Wait()
}
