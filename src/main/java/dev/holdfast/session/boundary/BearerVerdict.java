package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;

/** The verdict of {@link BearerAuthentication} on the Bearer token of a request. */
sealed interface BearerVerdict {

    /** The name of the request attribute that holds the verdict. */
    String ATTRIBUTE = BearerVerdict.class.getName();

    record Accepted() implements BearerVerdict {}

    record Invalid() implements BearerVerdict {}

    /** A genuine token of a session that is over. */
    record Ended(EndReason reason) implements BearerVerdict {}

    /** The node cannot tell at the moment whether the session lives. */
    record Unknown() implements BearerVerdict {}
}
