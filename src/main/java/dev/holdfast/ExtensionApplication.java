package dev.holdfast;

import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/**
 * For resources in a jar of your own, beside Holdfast's in {@code WEB-INF/lib}: they are called with the access tokens of the
 * pages and refuse as Holdfast's own do. A request without a valid access token never reaches them. What they throw reaches the
 * caller as problem JSON (RFC 9457), a {@code GoogleAccessRefused} with the way out.
 *
 * <p>The subclass has an {@code @ApplicationPath} below {@code /api}, such as {@code /api/example}: elsewhere nobody looks at a
 * token. The jar needs a {@code META-INF/beans.xml}; without one Holdfast does not look for beans in it.
 */
public abstract class ExtensionApplication extends Application {

    /** The resource classes, and providers of your own. */
    protected abstract Set<Class<?>> resources();

    /** {@link #resources()} and Holdfast's own filters and exception mappers. */
    @Override
    public final Set<Class<?>> getClasses() {
        Set<Class<?>> all = new HashSet<>(ApiApplication.PROVIDERS);
        all.addAll(resources());
        return Set.copyOf(all);
    }
}
