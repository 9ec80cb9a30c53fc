package dev.holdfast.signin.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sign-ins one browser has begun and not finished; four may be open at a time. */
public final class OpenFlows {

    private static final int MOST = 4;

    /** The order of deletion: unreadable flows first, then those that another site began, each kind by age. */
    private static final Comparator<OpenFlow> FIRST_TO_GO = Comparator.comparing(OpenFlow::isReadable)
            .thenComparing(OpenFlow::begun, Comparator.reverseOrder())
            .thenComparing(OpenFlow::startedAt);

    private OpenFlows() {}

    /** An open sign-in. A cookie that cannot be decrypted counts as unreadable and as begun at {@link Instant#EPOCH}. */
    public record OpenFlow(String name, Instant startedAt, Begun begun) {

        boolean isReadable() {
            return startedAt.isAfter(Instant.EPOCH);
        }
    }

    /**
     * Returns the names of the flows to delete so that one more may begin. Empty if there is no room: a navigation from
     * another site never displaces a sign-in that is under way.
     */
    public static Optional<List<String>> surplus(List<OpenFlow> open, Begun newcomer) {
        List<OpenFlow> going = open.stream().sorted(FIRST_TO_GO).limit(Math.max(0, open.size() - MOST + 1)).toList();
        return newcomer == Begun.ELSEWHERE && going.stream().anyMatch(OpenFlow::isReadable)
                ? Optional.empty()
                : Optional.of(going.stream().map(OpenFlow::name).toList());
    }
}
