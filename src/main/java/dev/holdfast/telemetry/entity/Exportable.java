package dev.holdfast.telemetry.entity;

import io.opentelemetry.api.common.Attributes;
import java.util.Set;

/**
 * The attributes that may leave the server in a span, a metric or a log record: those named here and no others. Their values
 * come from us or Liberty, or are one of the few values of a protocol. Input from a client or from Google (a query, a path,
 * a header, an address) is in none of them.
 */
public final class Exportable {

    private static final String OURS = "holdfast.";

    private static final Set<String> NAMES = Set.of(
            "http.request.method", "http.response.status_code", "http.route", "url.template", "url.scheme",
            "error.type", "exception.type",
            "thread.id", "thread.name", "io.openliberty.type", "io.openliberty.message_id", "io.openliberty.module",
            "io.openliberty.sequence", "io.openliberty.ext.app_name", "io.openliberty.ext.requestid",
            "io.openliberty.datasource.name");

    private Exportable() {}

    public static boolean isNamed(String attribute) {
        return NAMES.contains(attribute) || attribute.startsWith(OURS);
    }

    public static Attributes of(Attributes all) {
        return all.toBuilder().removeIf(key -> !isNamed(key.getKey())).build();
    }
}
