package dev.holdfast.storage.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers that a setting names: one host, as it always was, or addresses of the form {@code host:port}, separated by
 * commas. An address without a port has port 5432, the driver's default.
 *
 * @param names the hosts or addresses in the order of the setting
 * @param isAddressed whether the setting has the form of addresses, which say their ports themselves
 */
public record DatabaseServers(List<String> names, boolean isAddressed) {

    /** Two seconds for the connection to each but one of them still fit into the ten seconds that readiness allows. */
    public static final int MOST = 5;

    private static final Pattern ADDRESS =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

    private static final int HIGHEST_PORT = 65_535;

    /** Reads what {@code value} names. A host of today's form is taken as it is; the driver knows what it means. */
    public static DatabaseServers of(String value) {
        List<String> names = List.of(value.split(",", -1));
        return new DatabaseServers(names, names.size() > 1 || hasPort(value));
    }

    /** Returns how to cure the setting; empty if it can be used. */
    public Optional<String> fault() {
        if (!isAddressed) {
            return Optional.empty();
        }
        Set<String> different = new HashSet<>(names);
        return names.size() <= MOST && different.size() == names.size() && names.stream().allMatch(DatabaseServers::isAddress)
                ? Optional.empty()
                : Optional.of("must be one host, or up to " + MOST + " different addresses such as db1:5432,db2:5432,"
                        + " without blanks");
    }

    /** Whether this is one host on this machine. */
    public boolean isOneOnLoopback() {
        return !isAddressed && LOOPBACK.matcher(names.get(0)).matches();
    }

    private static boolean hasPort(String value) {
        Matcher address = ADDRESS.matcher(value);
        return address.matches() && address.group(1) != null;
    }

    private static boolean isAddress(String name) {
        Matcher address = ADDRESS.matcher(name);
        if (!address.matches()) {
            return false;
        }
        int port = address.group(1) == null ? 1 : Integer.parseInt(address.group(1));
        return port >= 1 && port <= HIGHEST_PORT;
    }
}
