package dev.holdfast.events.entity;

import dev.holdfast.account.entity.EndReason;
import java.time.Instant;
import java.util.List;

/** One event of a stream. */
public sealed interface LiveEvent {

    /** Returns the name of the event in the stream, such as {@code session_ended}. */
    String name();

    /** The first event of each stream. */
    record Hello(Instant serverTime) implements LiveEvent {

        @Override
        public String name() {
            return "hello";
        }
    }

    /** The session is over. It is the last event of its stream. */
    record SessionEnded(EndReason reason) implements LiveEvent {

        @Override
        public String name() {
            return "session_ended";
        }
    }

    /** The state of the grant: as the stream finds it, and after each change of one of the two members. */
    record GrantState(String status, List<String> missingScopes) implements LiveEvent {

        @Override
        public String name() {
            return "grant";
        }
    }
}
