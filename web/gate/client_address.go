package gate

import (
	"fmt"
	"net"
	"net/netip"

	"github.com/labstack/echo/v4"
)

// clientAddress says whose address a request came from. X-Forwarded-For counts
// only from the proxies named (addresses or CIDR ranges); anybody can write it.
func clientAddress(proxies []string) (echo.IPExtractor, error) {
	if len(proxies) == 0 {
		return echo.ExtractIPDirect(), nil
	}
	trust := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range proxies {
		block, err := parseBlock(p)
		if err != nil {
			return nil, fmt.Errorf("trusted proxy %q is neither an address nor a range: %w", p, err)
		}
		trust = append(trust, echo.TrustIPRange(block))
	}
	return echo.ExtractIPFromXFFHeader(trust...), nil
}

func parseBlock(s string) (*net.IPNet, error) {
	if ip, err := netip.ParseAddr(s); err == nil {
		s = netip.PrefixFrom(ip, ip.BitLen()).String()
	}
	_, block, err := net.ParseCIDR(s)
	return block, err
}
