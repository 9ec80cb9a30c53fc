package dev.holdfast.container;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as built, with the test added. */
final class RealWar {

    /** The lock of the one server {@code arq}, which has one application at a time. */
    static final String SERVER = "the server arq";

    /** The port at which {@code src/test/liberty} looks for Google. */
    static final int GOOGLE_PORT = 28090;

    private RealWar() {}

    static WebArchive with(Class<?>... tests) {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/holdfast.war"))
                .addClasses(tests)
                .addClass(RealWar.class);
    }
}
