package org.teestriage.delivery.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that letters may go to: encrypted, and in the public network, unless an operator has allowed the
 * private address. Checks resolved addresses, so that a partner's name that begins to point into the own network is
 * refused.
 */
final class EgressPolicy {

    private static final List<Range> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b::/96",
            "100::/64",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private final List<Range> allowed;

    EgressPolicy(List<String> privateAddressesAllowed) {
        this.allowed = ranges(privateAddressesAllowed.toArray(String[]::new));
    }

    boolean allows(URI address) throws UnknownHostException {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return false;
        }
        boolean encrypted = "https".equals(address.getScheme());
        boolean plain = "http".equals(address.getScheme());
        InetAddress[] found = InetAddress.getAllByName(host);
        boolean named = Arrays.stream(found).allMatch(this::isNamed);
        return (encrypted && allows(found)) || (plain && named);
    }

    /** Whether an operator has allowed all addresses of this host. Only such a host may be used without encryption. */
    boolean names(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).allMatch(this::isNamed);
    }

    /** Whether all addresses of this host are public or allowed. */
    boolean allows(String host) throws UnknownHostException {
        return allows(InetAddress.getAllByName(host));
    }

    private boolean allows(InetAddress[] found) {
        return Arrays.stream(found)
                .allMatch(address -> isNamed(address) || NOT_PUBLIC.stream().noneMatch(range -> range.holds(address)));
    }

    private boolean isNamed(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.holds(address));
    }

    private static List<Range> ranges(String... written) {
        return Arrays.stream(written).map(Range::read).toList();
    }

    /** A network prefix. */
    private static final class Range {

        private final byte[] network;
        private final int bits;

        Range(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Range read(String written) {
            String[] parts = written.split("/", 2);
            try {
                // Only numeric addresses: a name would be resolved once, and never again.
                if (!parts[0].matches("[0-9a-fA-F:.]+")) {
                    throw new IllegalArgumentException("not a numeric address: " + written);
                }
                byte[] network = InetAddress.getByName(parts[0]).getAddress();
                return new Range(network, parts.length == 2 ? Integer.parseInt(parts[1]) : network.length * 8);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not an address: " + written, e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            boolean sameFamily =
                    bytes.length == network.length && (address instanceof Inet4Address) == (network.length == 4);
            if (!sameFamily) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
