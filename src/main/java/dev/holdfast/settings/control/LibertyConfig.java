package dev.holdfast.settings.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks {@code holdfast.log.console-level} and {@code holdfast.tls.keystore-password}, which Liberty reads itself. Where
 * Liberty would go on with another level or without TLS, an unusable value refuses the start.
 */
@ApplicationScoped
public class LibertyConfig implements RoomSettings {

    private static final String CONSOLE_LEVEL = "holdfast.log.console-level";
    private static final String KEYSTORE_PASSWORD = "holdfast.tls.keystore-password";

    /** The shortest password with which Liberty makes a keystore (CWPKI0808E). */
    private static final int FEWEST_CHARACTERS = 6;

    private static final Pattern REPLACED = Pattern.compile("\\$\\{|^\\{");

    protected LibertyConfig() {}

    @Inject
    public LibertyConfig(Settings settings) {
        List.of(CONSOLE_LEVEL, KEYSTORE_PASSWORD).forEach(settings::notEmpty);
        settings.choice(CONSOLE_LEVEL, "INFO", List.of("INFO", "AUDIT", "WARNING", "ERROR", "OFF"));
        if (settings.raw(KEYSTORE_PASSWORD).filter(password -> password.length() < FEWEST_CHARACTERS).isPresent()) {
            settings.fault(KEYSTORE_PASSWORD, "must have at least " + FEWEST_CHARACTERS + " characters");
        }
        if (settings.secret(KEYSTORE_PASSWORD).filter(password -> REPLACED.matcher(password).find()).isPresent()) {
            settings.fault(KEYSTORE_PASSWORD, "contains ${ or begins with {, which Liberty would replace: take another one");
        }
    }
}
