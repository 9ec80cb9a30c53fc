package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;

/** What the mechanism found out about the Bearer token of a request. */
sealed interface BearerVerdict {

    /** The name of the request attribute under which it is handed on. */
    String ATTRIBUTE = BearerVerdict.class.getName();

    record Accepted() implements BearerVerdict {}

    record Invalid() implements BearerVerdict {}

    /** A genuine token of a session that is over. */
    record Ended(EndReason reason) implements BearerVerdict {}

    /** Whether the session lives cannot be told just now. */
    record Unknown() implements BearerVerdict {}
}
