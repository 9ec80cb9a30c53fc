package dev.holdfast;

import dev.holdfast.account.boundary.RequesterFilter;
import dev.holdfast.problem.ProblemBodyWriter;
import dev.holdfast.problem.ThrowableMapper;
import dev.holdfast.problem.UnreadableAccept;
import dev.holdfast.problem.WebApplicationExceptionMapper;
import dev.holdfast.session.boundary.LogoutResource;
import dev.holdfast.session.boundary.RefreshCookieFilter;
import dev.holdfast.signin.boundary.CallbackResource;
import dev.holdfast.signin.boundary.LoginResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The resources that are called with the browser's cookies: the trip to Google and logout. The refresh is a servlet. */
@ApplicationPath("/auth")
public class AuthApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(LoginResource.class, CallbackResource.class, LogoutResource.class,
                RequesterFilter.class, RefreshCookieFilter.class,
                ProblemBodyWriter.class, ThrowableMapper.class, UnreadableAccept.class,
                WebApplicationExceptionMapper.class);
    }
}
