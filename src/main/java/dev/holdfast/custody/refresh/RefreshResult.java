package dev.holdfast.custody.refresh;

/** The outcome of a refresh, and the version of the grant that its token belongs to; 0 if there is no token. */
public record RefreshResult(Acquired acquired, long version) {

    static RefreshResult without(Acquired acquired) {
        return new RefreshResult(acquired, 0);
    }
}
