package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SettingFault;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the names that operators chose in keys such as {@code holdfast.gateway.calendar.root}. In the environment variable a
 * hyphen of the name is {@code _}.
 */
final class SettingNames {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 30;

    private final String prefix;
    private final String what;
    private final Set<String> members;
    private final Predicate<String> isSet;
    private final BiConsumer<String, String> fault;

    /** {@code fault} receives a key that is no setting, and the cure. */
    SettingNames(String prefix, String what, Set<String> members, Predicate<String> isSet, BiConsumer<String, String> fault) {
        this.prefix = prefix;
        this.what = what;
        this.members = members;
        this.isSet = isSet;
        this.fault = fault;
    }

    /**
     * Returns the names in these keys, sorted. A blank value counts as absent. Liberty lists each environment variable a
     * second time in lower case with dots, where hyphens are lost: such a key says nothing new.
     */
    Set<String> in(Iterable<String> keys) {
        Set<String> names = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        keys.forEach(all::add);
        all.forEach(key -> {
            String variable = SettingFault.environmentName(key);
            if (isBelow(key) && (key.equals(variable) || !all.contains(variable)) && isSet.test(key)) {
                nameIn(key).ifPresentOrElse(names::add, () -> fault.accept(key, "is no setting; there are " + prefix + "<"
                        + what + ">. and one of " + String.join(", ", new TreeSet<>(members)) + ", where <" + what
                        + "> has at most " + LONGEST + " letters a-z, digits and hyphens and begins with a letter"));
            }
        });
        return names;
    }

    private boolean isBelow(String key) {
        return key.startsWith(prefix) || key.startsWith(SettingFault.environmentName(prefix));
    }

    private Optional<String> nameIn(String key) {
        boolean plain = key.startsWith(prefix);
        String rest = key.substring(prefix.length());
        return members.stream().map(member -> plain ? "." + member : "_" + SettingFault.environmentName(member))
                .filter(rest::endsWith).map(end -> rest.substring(0, rest.length() - end.length()))
                .map(name -> plain ? name : name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .filter(name -> NAME.matcher(name).matches() && name.length() <= LONGEST).findFirst();
    }
}
