package dev.holdfast;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources of others, from jars beside Holdfast's own in {@code WEB-INF/lib}: every CDI bean with a {@code @Path}, and every
 * one that is a {@code @Provider}. They are called with the access tokens of the API, and a request without a valid one never
 * reaches them. They refuse in problem JSON, as our own resources do.
 */
@ApplicationPath("/api/ext")
public class ExtensionApplication extends Application {

    private static final String OURS = "dev.holdfast.";

    @Override
    public Set<Class<?>> getClasses() {
        Stream<Class<?>> beans = CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass);
        return Stream.concat(ApiApplication.PROVIDERS.stream(), beans.filter(ExtensionApplication::joins))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean joins(Class<?> bean) {
        return !bean.getName().startsWith(OURS)
                && (bean.isAnnotationPresent(Path.class) || bean.isAnnotationPresent(Provider.class));
    }
}
