package dev.holdfast.web.entity;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.settings.entity.ProductVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The name and look of one installation, which its pages show in place of "Holdfast", and the links on them.
 *
 * @param logo the picture served at {@link #LOGO_PATH}
 * @param support https or mailto
 * @param publicUrl the address of this installation for browsers, so that a page opened elsewhere can say where to go
 * @param watchRefreshes whether the pages show when tokens are refreshed: for demonstrations
 * @param apis the names of the APIs of Google that the gateway opens to the pages
 */
public record Installation(String name, Optional<Logo> logo, Optional<BrandColor> color, Optional<String> privacy,
        Optional<String> terms, Optional<String> support, String publicUrl, boolean watchRefreshes, List<String> apis) {

    public static final String LOGO_PATH = "/installation/logo";

    /**
     * Returns the members {@code name}, {@code logo}, {@code color}, {@code privacy}, {@code terms}, {@code support},
     * {@code public_url} and {@code watch_refreshes}, each null if it is not set; {@code apis}; and the {@code version} of
     * Holdfast.
     */
    public String json() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("name", name);
        words.put("logo", logo.isPresent() ? LOGO_PATH : null);
        words.put("color", color.map(BrandColor::hex).orElse(null));
        words.put("privacy", privacy.orElse(null));
        words.put("terms", terms.orElse(null));
        words.put("support", support.orElse(null));
        words.put("public_url", publicUrl);
        words.put("watch_refreshes", watchRefreshes);
        words.put("apis", apis);
        words.put("version", ProductVersion.current());
        return JSONObjectUtils.toJSONString(words);
    }
}
