package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.api.ApiName;
import dev.holdfast.google.api.DisabledApis.Disabled;
import dev.holdfast.google.checkup.GoogleCheckup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Findings about Google APIs that are not enabled in this client's project. They come from the calls of signed-in people:
 * without a person's token no API tells whether it is enabled.
 */
@ApplicationScoped
class ApiChecks {

    /** The most API names in one finding; more would not help an operator to start. */
    private static final int TOLD = 8;

    private static final Pattern PROJECT = Pattern.compile("^([0-9]{6,20})-");
    private static final String CONSOLE = "https://console.cloud.google.com/apis/library";

    @Inject GoogleCheckup google;
    @Inject GoogleConfig config;

    List<Finding> all() {
        return findings(google.disabledApis(), config.clientId());
    }

    static List<Finding> findings(List<Disabled> disabled, String clientId) {
        Optional<Disabled> drive = disabled.stream().filter(each -> each.api().equals(ApiName.DRIVE)).findFirst();
        List<Disabled> others = disabled.stream().filter(each -> !each.api().equals(ApiName.DRIVE)).toList();
        return List.of(drive.map(found -> drive(found, clientId)).orElseGet(() -> Finding.fine("drive_api", "not_refused",
                        "Nothing shows that the Google Drive API is switched off")),
                others.isEmpty() ? Finding.fine("google_apis", "not_refused",
                        "Nothing shows that another Google API is switched off") : others(others, clientId));
    }

    private static Finding drive(Disabled found, String clientId) {
        long minutes = found.since().toMinutes();
        String console = console(Optional.of(found.api()), clientId);
        return Finding.trouble("drive_api", "not_enabled", "Google last refused a call " + minutes
                        + " min ago because the API is not switched on in this client's project",
                        "Enable it at " + console + "; it takes effect within minutes")
                .with("minutes", minutes).with("console", console);
    }

    private static Finding others(List<Disabled> found, String clientId) {
        String names = found.stream().limit(TOLD).map(each -> each.api().value()).collect(Collectors.joining(", "))
                + (found.size() > TOLD ? ", …" : "");
        long minutes = found.get(0).since().toMinutes();
        String console = console(found.stream().map(Disabled::api).findFirst().filter(only -> found.size() == 1), clientId);
        return Finding.trouble("google_apis", "not_enabled",
                        "Google last refused a call " + minutes + " min ago because an API is not switched on in this client's"
                        + " project: " + names,
                        "Enable each at " + console + "; it takes effect within minutes")
                .with("names", names).with("minutes", minutes).with("console", console);
    }

    /** Links to the API library of the project, whose number is the first part of a client id of Google. */
    private static String console(Optional<ApiName> api, String clientId) {
        Matcher project = PROJECT.matcher(clientId);
        return CONSOLE + api.filter(ApiName::isService).map(name -> "/" + name.value()).orElse("")
                + (project.find() ? "?project=" + project.group(1) : "");
    }
}
