package store

import (
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"transferdesk/internal/fault"
)

// Token is one API token; its secret is not kept.
type Token struct {
	ID        int64
	Name      string // unique
	Role      string // agent, lead or admin
	Hash      []byte // SHA-256 of the token, 32 bytes
	CreatedAt time.Time
}

// tokenRow is Token as the table api_tokens has it.
type tokenRow struct {
	ID          int64
	Name        string
	Role        string
	TokenSHA256 []byte `gorm:"column:token_sha256"`
	CreatedAt   int64  `gorm:"autoCreateTime:false"`
}

// TableName is read by GORM.
func (tokenRow) TableName() string { return "api_tokens" }

// AddToken keeps a new token and returns its id; fault.Conflict when the name is taken.
func (tx *Tx) AddToken(t Token) (int64, error) {
	row := tokenRow{Name: t.Name, Role: t.Role, TokenSHA256: t.Hash, CreatedAt: t.CreatedAt.UnixMicro()}
	err := tx.gorm.Create(&row).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return 0, fault.Wrap(fault.Conflict, "There is a token with this name already.", err)
	}
	if err != nil {
		return 0, fmt.Errorf("adding a token: %w", err)
	}
	return row.ID, nil
}

// Token finds a token by its hash; fault.NotFound when there is none.
func (r *Reader) Token(hash []byte) (Token, error) {
	var row tokenRow
	err := r.gorm.Where("token_sha256 = ?", hash).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return Token{}, fault.New(fault.NotFound, "There is no such token.")
	}
	if err != nil {
		return Token{}, fmt.Errorf("reading a token: %w", err)
	}
	return Token{ID: row.ID, Name: row.Name, Role: row.Role, Hash: row.TokenSHA256,
		CreatedAt: time.UnixMicro(row.CreatedAt).UTC()}, nil
}
