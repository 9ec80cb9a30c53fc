package dev.holdfast.web.entity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address, or all addresses that share its first bits ({@code 10.0.0.0/8}, RFC 4632 section 3.1). Never asks a name
 * server.
 */
public record Network(InetAddress address, int bits) {

    private static final String OCTET = "(25[0-5]|(2[0-4]|1[0-9]|[1-9])?[0-9])";
    private static final Pattern LITERAL = Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /**
     * Reads an address, alone or with the length of a prefix.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Network parse(String text) {
        String[] parts = text.split("/", -1);
        InetAddress address = addressOf(parts[0]).orElseThrow(IllegalArgumentException::new);
        int all = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (parts.length > 2 || bits < 0 || bits > all) {
            throw new IllegalArgumentException();
        }
        return new Network(address, bits);
    }

    /**
     * Returns a literal IPv4 or IPv6 address, in brackets or not; an IPv4-mapped IPv6 address becomes the IPv4 address.
     * Empty for any other text.
     */
    public static Optional<InetAddress> addressOf(String literal) {
        String bare = literal.startsWith("[") && literal.endsWith("]") ? literal.substring(1, literal.length() - 1) : literal;
        try {
            return LITERAL.matcher(bare).matches() ? Optional.of(InetAddress.getByName(bare)) : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        int whole = bits / Byte.SIZE;
        int rest = Byte.SIZE - bits % Byte.SIZE;
        return mine.length == theirs.length && Arrays.equals(mine, 0, whole, theirs, 0, whole)
                && (rest == Byte.SIZE || (mine[whole] & 0xff) >> rest == (theirs[whole] & 0xff) >> rest);
    }
}
