package dev.holdfast.custody.grant;

import dev.holdfast.google.Scopes;
import java.util.List;
import java.util.Set;

/** The part of a grant that open pages follow: its status, and the scopes that are always asked for and not allowed. */
public record GrantGlance(GrantStatus status, List<String> missingScopes) {

    static GrantGlance of(GrantStatus status, Set<String> scopes, Set<String> alwaysAsked) {
        return new GrantGlance(status, Scopes.missing(alwaysAsked, scopes).stream().sorted().toList());
    }
}
