package dev.holdfast.google;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Name servers that answer nobody before {@link #answer}, on a system that nothing interrupts. A host that begins with "no" is
 * unknown.
 */
public final class SilentNames implements DnsResolver {

    static final InetAddress[] FOUND = {InetAddress.getLoopbackAddress()};

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    /** Answers all who wait, and everybody from now on. */
    public void answer() {
        answer.countDown();
    }

    int timesAsked() {
        return asked.get();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        asked.incrementAndGet();
        while (answer.getCount() > 0) {
            try {
                answer.await();
            } catch (InterruptedException inVain) {
                continue;
            }
        }
        if (host.startsWith("no")) {
            throw new UnknownHostException(host);
        }
        return FOUND;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
