package dev.holdfast.session.boundary;

import dev.holdfast.account.control.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;

/**
 * The request scope of a refresh that may record an event, with its {@link Requester}. The common refresh records none:
 * {@code web.xml} opens no scope for it.
 */
@ApplicationScoped
class SenderScope {

    @Inject Requester requester;

    @ActivateRequestContext
    <T> T within(HttpServletRequest request, Supplier<T> work) {
        requester.is(request.getRemoteAddr(), request.getHeader("User-Agent"));
        return work.get();
    }
}
