package dev.holdfast.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** The cost of one ES256 signature on the JDK that runs this. Prints milliseconds. */
public final class SignCost {

    private static final int WARM = 20_000;
    private static final int MEASURED = 10_000;

    private SignCost() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair key = generator.generateKeyPair();
        sign(key, WARM);
        long begun = System.nanoTime();
        sign(key, MEASURED);
        System.out.println((System.nanoTime() - begun) / 1e6 / MEASURED);
    }

    /** Measures on the JDK of the server, in a process of its own. */
    static double millis() {
        try {
            Process process = new ProcessBuilder(BenchStage.javaHome().resolve("bin/java").toString(), "-cp",
                    "target/test-classes", SignCost.class.getName()).redirectErrorStream(true).start();
            return Double.parseDouble(new String(process.getInputStream().readAllBytes()).strip());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void sign(KeyPair key, int times) throws GeneralSecurityException {
        byte[] input = new byte[300];
        for (int i = 0; i < times; i++) {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(input);
            signature.sign();
        }
    }
}
