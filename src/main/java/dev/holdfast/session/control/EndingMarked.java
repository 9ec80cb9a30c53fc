package dev.holdfast.session.control;

import dev.holdfast.session.entity.MarkedAccount;
import java.util.Optional;

/** An ending of many sessions has been committed. {@code covered} is absent if it ends those beyond the limit. */
record EndingMarked(Optional<MarkedAccount> covered) {}
