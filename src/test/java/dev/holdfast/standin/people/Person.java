package dev.holdfast.standin.people;

import java.util.Locale;

/**
 * A person with an account.
 *
 * @param key the first e-mail address, which stays the handle when {@code email} or {@code sub} change
 * @param hostedDomain of a Workspace account, else null
 */
public record Person(
        String key,
        String sub,
        String email,
        boolean emailVerified,
        String givenName,
        String familyName,
        String hostedDomain,
        String about) {

    public String name() {
        return familyName.isEmpty() ? givenName : givenName + " " + familyName;
    }

    public String initials() {
        String letters = name().replaceAll("[^\\p{L} ]", "").trim();
        int space = letters.indexOf(' ');
        String second = space < 0 ? "" : letters.substring(space).trim().substring(0, 1);
        return (letters.substring(0, 1) + second).toUpperCase(Locale.ROOT);
    }

    /** Tells whether {@code hint} is this person's e-mail address (then or now) or {@code sub}. */
    public boolean is(String hint) {
        return hint != null && (key.equalsIgnoreCase(hint) || email.equalsIgnoreCase(hint) || sub.equals(hint));
    }

    public Person withEmail(String changed) {
        return new Person(key, sub, changed, emailVerified, givenName, familyName, hostedDomain, about);
    }

    public Person withSub(String changed) {
        return new Person(key, changed, email, emailVerified, givenName, familyName, hostedDomain, about);
    }

    public Person withEmailVerified(boolean changed) {
        return new Person(key, sub, email, changed, givenName, familyName, hostedDomain, about);
    }

    public Person withHostedDomain(String changed) {
        return new Person(key, sub, email, emailVerified, givenName, familyName, changed, about);
    }
}
