package dev.holdfast.web.control;

import dev.holdfast.gateway.control.GatewayConfig;
import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.web.entity.BrandColor;
import dev.holdfast.web.entity.Installation;
import dev.holdfast.web.entity.Logo;
import dev.holdfast.web.entity.WebLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * {@code holdfast.installation.*}, {@code holdfast.links.*} and {@code holdfast.ui.*}: the name and look of this
 * installation and the links on its pages. The logo is read once, at the start.
 */
@ApplicationScoped
public class InstallationConfig implements RoomSettings {

    private static final String NAME = "holdfast.installation.name";
    private static final String LOGO_FILE = "holdfast.installation.logo-file";
    private static final String COLOR = "holdfast.installation.color";
    private static final String PRIVACY = "holdfast.links.privacy";
    private static final String TERMS = "holdfast.links.terms";
    private static final String SUPPORT = "holdfast.links.support";
    private static final String WATCH_REFRESHES = "holdfast.ui.watch-refreshes";
    private static final String STANDARD_NAME = "Holdfast";

    /** One line, without control characters, reversed writing, or the character that marks an environment as not UTF-8. */
    private static final Pattern NAMES = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}"
            + "\\x{2066}-\\x{2069}\\x{FEFF}\\x{FFFD}]{1,60}");

    private Installation installation;

    protected InstallationConfig() {}

    @Inject
    public InstallationConfig(Settings settings, PublicUrl publicUrl, GatewayConfig gateway) {
        String https = "must be an absolute https URL";
        installation = new Installation(name(settings),
                settings.<Logo>parsed(LOGO_FILE, null, "must name a readable PNG or SVG file of at most 200 kB; an SVG file"
                        + " must be well-formed, without a document type", InstallationConfig::logo),
                settings.<BrandColor>parsed(COLOR, null, "must be a colour such as " + BrandColor.STANDARD.hex()
                        + " that white text can be read on (a contrast of at least 4.5 to 1): take a darker one",
                        BrandColor::parse),
                settings.<String>parsed(PRIVACY, null, https, WebLink::https),
                settings.<String>parsed(TERMS, null, https, WebLink::https),
                settings.<String>parsed(SUPPORT, null, https + " or mailto: with one address", WebLink::httpsOrMail),
                publicUrl.toString(), settings.flag(WATCH_REFRESHES, false),
                gateway.apis().stream().map(GatewayApi::name).toList());
    }

    public Installation installation() {
        return installation;
    }

    private static String name(Settings settings) {
        String name = settings.text(NAME, STANDARD_NAME);
        if (!NAMES.matcher(name).matches()) {
            settings.fault(NAME, "must be 1 to 60 characters in one line; in an environment variable they are read as UTF-8"
                    + " only where the locale says so (LANG=C.UTF-8)");
            return STANDARD_NAME;
        }
        return name;
    }

    private static Logo logo(String path) {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            return Logo.of(file.readNBytes(Logo.MOST_BYTES + 1));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
