package dev.holdfast.journeys.rig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for {@code localhost} that only its maker trusts, made by the JDK's keytool, also as PEM files. */
public final class SmallCertificate {

    private static final char[] PASSWORD = "only-for-tests".toCharArray();

    private final KeyStore store;

    private SmallCertificate(KeyStore store) {
        this.store = store;
    }

    /** Writes {@code holdfast.pem} and {@code holdfast.key} to the directory. */
    public static SmallCertificate createIn(Path directory) throws IOException {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "localhost", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore",
                storeIn(directory).toString()).inheritIO().start();
        keytool.onExit().join();
        SmallCertificate created = in(directory);
        try {
            Key key = created.store.getKey("localhost", PASSWORD);
            Path keyFile = Files.writeString(directory.resolve("holdfast.key"), pem("PRIVATE KEY", key.getEncoded()));
            Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(directory.resolve("holdfast.pem"),
                    pem("CERTIFICATE", created.store.getCertificate("localhost").getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return created;
    }

    public static SmallCertificate in(Path directory) {
        try (InputStream file = Files.newInputStream(storeIn(directory))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD);
            return new SmallCertificate(store);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Returns a context for a client that trusts this certificate and no other. */
    public SSLContext trusted() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("localhost", store.getCertificate("localhost"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path storeIn(Path directory) {
        return directory.resolve("holdfast.p12");
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }
}
