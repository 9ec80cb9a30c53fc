package dev.holdfast.custody.refresh;

/** What came of a refresh, and the version of the grant it holds for; 0 where there is no token to hold. */
public record RefreshResult(Acquired acquired, long version) {

    static RefreshResult without(Acquired acquired) {
        return new RefreshResult(acquired, 0);
    }
}
