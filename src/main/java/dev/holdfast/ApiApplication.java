package dev.holdfast;

import dev.holdfast.account.boundary.AccountResource;
import dev.holdfast.account.boundary.RequesterFilter;
import dev.holdfast.admin.boundary.AdminAccountsResource;
import dev.holdfast.admin.boundary.AdminActsResource;
import dev.holdfast.admin.boundary.AdminGrantResource;
import dev.holdfast.admin.boundary.AdministratorFilter;
import dev.holdfast.admin.boundary.AuditResource;
import dev.holdfast.admin.boundary.DoctorResource;
import dev.holdfast.admin.boundary.OverviewResource;
import dev.holdfast.admin.boundary.SignalConnectionResource;
import dev.holdfast.custody.boundary.GoogleAccessRefusedMapper;
import dev.holdfast.custody.boundary.GrantResource;
import dev.holdfast.drive.boundary.DriveResource;
import dev.holdfast.events.boundary.EventsResource;
import dev.holdfast.gateway.boundary.GatewayResource;
import dev.holdfast.gemini.boundary.QuestionsResource;
import dev.holdfast.google.boundary.ApiRefusalMapper;
import dev.holdfast.google.boundary.GoogleTroubleMapper;
import dev.holdfast.problem.ProblemBodyWriter;
import dev.holdfast.problem.ThrowableMapper;
import dev.holdfast.problem.UnreadableAccept;
import dev.holdfast.problem.WebApplicationExceptionMapper;
import dev.holdfast.session.boundary.BearerFilter;
import dev.holdfast.session.boundary.RefreshCookieFilter;
import dev.holdfast.session.boundary.SessionsResource;
import dev.holdfast.session.boundary.SignInHintFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** The resources of the API, which are called with a Bearer access token. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    /** The filters and exception mappers around every resource that is called with an access token. */
    static final Set<Class<?>> PROVIDERS = Set.of(
            BearerFilter.class, RequesterFilter.class, RefreshCookieFilter.class, SignInHintFilter.class,
            ProblemBodyWriter.class, ThrowableMapper.class, UnreadableAccept.class, WebApplicationExceptionMapper.class,
            GoogleAccessRefusedMapper.class, ApiRefusalMapper.class, GoogleTroubleMapper.class);

    private static final Set<Class<?>> RESOURCES = Set.of(
            AccountResource.class, SessionsResource.class, GrantResource.class, DriveResource.class,
            GatewayResource.class, QuestionsResource.class, EventsResource.class,
            AdminAccountsResource.class, AdminActsResource.class, AdministratorFilter.class, DoctorResource.class,
            SignalConnectionResource.class, AdminGrantResource.class, AuditResource.class, OverviewResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> all = new HashSet<>(PROVIDERS);
        all.addAll(RESOURCES);
        return Set.copyOf(all);
    }
}
