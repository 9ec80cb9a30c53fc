package dev.holdfast.journeys.session;

import dev.holdfast.journeys.rig.Ports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A foreign Liberty: stock MicroProfile JWT, pointed at our keys, with a resource of its own. */
final class StockLiberty implements AutoCloseable {

    private static final String SERVER_XML = """
            <server>
              <featureManager>
                <feature>restfulWS-3.1</feature><feature>cdi-4.0</feature><feature>mpJwt-2.1</feature>
              </featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%1$d" httpsPort="-1"/>
              <keyStore id="defaultKeyStore" password="only-for-tests"/>
              <ltpa keysPassword="only-for-tests"/>
              %2$s
              <webApplication location="stock.war" contextRoot="/"/>
            </server>
            """;

    private final int port;
    private final Process process;

    private StockLiberty(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static StockLiberty trusting(URI issuer) throws IOException {
        int port = Ports.free();
        java.nio.file.Path home = Files.createTempDirectory(Files.createDirectories(java.nio.file.Path.of("target/journeys")),
                "stock-").toAbsolutePath();
        java.nio.file.Path server = Files.createDirectories(home.resolve("servers/stock"));
        Files.writeString(server.resolve("server.xml"), SERVER_XML.formatted(port, documented(issuer)));
        Files.createDirectories(server.resolve("apps"));
        ShrinkWrap.create(WebArchive.class).addClasses(StockLiberty.class, Protected.class, Who.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml").as(ZipExporter.class)
                .exportTo(server.resolve("apps/stock.war").toFile());
        ProcessBuilder builder = new ProcessBuilder(new File("target/liberty/wlp/bin/server").getAbsolutePath(), "run", "stock")
                .redirectErrorStream(true).redirectOutput(home.resolve("console.log").toFile());
        builder.environment().putAll(Map.of("WLP_USER_DIR", home.toString(), "JVM_ARGS", "-XX:TieredStopAtLevel=1"));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
        return new StockLiberty(port, process);
    }

    /** The element that docs/use.md shows. */
    private static String documented(URI issuer) throws IOException {
        String guide = Files.readString(java.nio.file.Path.of("docs/use.md"));
        Matcher element = Pattern.compile("<mpJwt [^>]*/>").matcher(guide);
        if (!element.find()) {
            throw new IllegalStateException("docs/use.md shows no mpJwt");
        }
        return element.group().replace("https://files.example.com", issuer.toString());
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Override
    public void close() {
        kill(process);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The application of that server. */
    @ApplicationPath("/")
    @LoginConfig(authMethod = "MP-JWT")
    public static class Protected extends Application {}

    /** The resource of that server. */
    @Path("who")
    @RequestScoped
    public static class Who {

        @Inject JsonWebToken caller;

        @GET
        @RolesAllowed("user")
        public String who() {
            return caller.getName() + " " + caller.getClaim("sid");
        }
    }
}
