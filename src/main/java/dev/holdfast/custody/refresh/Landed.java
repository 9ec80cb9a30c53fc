package dev.holdfast.custody.refresh;

/** What came of a refresh, and the version of the grant it holds for; 0 where there is no token to hold. */
public record Landed(Acquired acquired, long version) {

    static Landed without(Acquired acquired) {
        return new Landed(acquired, 0);
    }
}
