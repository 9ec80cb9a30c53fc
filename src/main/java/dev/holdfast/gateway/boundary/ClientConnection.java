package dev.holdfast.gateway.boundary;

import dev.holdfast.gateway.control.GatewayLog;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * The connection that a request came over. Servlets have no way to break one: after a failure, the server ends an answer of
 * unknown length in due form, and it looks complete. Liberty's own objects have a way, so they are asked by name. Elsewhere
 * the answer ends as the server ends it, and a log line says so.
 */
final class ClientConnection {

    private final ServletRequest request;

    /** {@code request}: the container's own, or a wrapper around it. */
    ClientConnection(ServletRequest request) {
        this.request = request;
    }

    /** Closes the connection at once, without an end of the answer of this API. */
    void breakOff(String api) {
        GatewayLog.answerBroken(api);
        try {
            Object connection = call(call(unwrapped(), "getIRequest"), "getHttpInboundConnection");
            Object virtual = call(connection, "getVirtualConnection");
            closing(connection).invoke(connection, virtual, new IOException("broken off"));
        } catch (ReflectiveOperationException otherServer) {
            GatewayLog.notBrokenOff(otherServer.getClass().getSimpleName());
        }
    }

    private Object unwrapped() {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    private static Method closing(Object connection) throws NoSuchMethodException {
        return Stream.of(connection.getClass().getMethods())
                .filter(method -> method.getName().equals("close") && method.getParameterCount() == 2
                        && method.getParameterTypes()[1] == Exception.class)
                .findFirst().orElseThrow(NoSuchMethodException::new);
    }
}
