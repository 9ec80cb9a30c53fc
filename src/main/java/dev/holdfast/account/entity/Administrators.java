package dev.holdfast.account.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The e-mail addresses, in any case, whose accounts have the role {@code admin}. An address counts only while the issuer
 * says that it is verified. The role is decided for each access token, so that it is never older than the token.
 */
public record Administrators(Set<String> emails) {

    public static final String ADMIN = "admin";

    private static final String USER = "user";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,]+@[^\\s@,]+");

    public Administrators {
        emails = emails.stream().map(Administrators::folded).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Parses addresses separated by commas.
     *
     * @throws IllegalArgumentException if one of them is no e-mail address
     */
    public static Administrators parse(String list) {
        List<String> emails = Arrays.stream(list.split(",")).map(String::strip).filter(email -> !email.isEmpty()).toList();
        if (!emails.stream().allMatch(EMAIL.asMatchPredicate())) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        return new Administrators(Set.copyOf(emails.stream().map(Administrators::folded).distinct().toList()));
    }

    /** Returns the roles for {@code groups} of the access token (MicroProfile JWT 2.1 section 4.2). */
    public List<String> rolesOf(Optional<String> verifiedEmail) {
        return verifiedEmail.map(Administrators::folded).filter(emails::contains).isPresent()
                ? List.of(USER, ADMIN) : List.of(USER);
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
