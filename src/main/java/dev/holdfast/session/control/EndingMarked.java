package dev.holdfast.session.control;

import dev.holdfast.session.entity.MarkedAccount;
import java.util.Optional;

/** The event that a mark has been committed. {@code covered} is empty if the mark ends the sessions beyond the limit. */
record EndingMarked(Optional<MarkedAccount> covered) {}
