package dev.holdfast.telemetry.control;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field named {@code ext_<name>} in each line that Liberty logs in JSON: an extension of its {@code LogRecordContext}. The
 * jar of that API is in the server and in no registry, so that it is called by reflection. On another server nothing
 * happens.
 */
final class LibertyLogField {

    private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";

    private final String name;
    private final Supplier<String> value;

    /** A strong reference, because Liberty holds the extension weakly. */
    private @Nullable Object extension;

    LibertyLogField(String name, Supplier<String> value) {
        this.name = name;
        this.value = value;
    }

    void register() {
        try {
            Class<?> context = Class.forName(CONTEXT);
            Class<?> type = Class.forName(CONTEXT + "$Extension");
            extension = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, this::answer);
            context.getMethod("registerExtension", String.class, type).invoke(null, name, extension);
        } catch (ReflectiveOperationException notThere) {
            extension = null;
        }
    }

    private Object answer(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "getValue" -> value.get();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> name;
        };
    }

    void unregister() {
        if (extension == null) {
            return;
        }
        try {
            Class.forName(CONTEXT).getMethod("unregisterExtension", String.class).invoke(null, name);
        } catch (ReflectiveOperationException gone) {
            // Ignored: the application stops.
        }
    }
}
