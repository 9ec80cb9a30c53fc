package dev.holdfast.web.entity;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose {@code X-Forwarded-For} is believed. Each proxy appends the address that its request came from, so
 * the list is read from its end. The first address that is not a trusted proxy's is the client's; any client can forge
 * what stands before it.
 */
public record TrustedProxies(List<Network> networks) {

    /** Returns the client's address: {@code peer} itself, unless it is a trusted proxy that names a client. */
    public String clientOf(String peer, List<String> forwardedFor) {
        if (networks.isEmpty() || forwardedFor.isEmpty()) {
            return peer;
        }
        List<String> hops = forwardedFor.stream().flatMap(header -> List.of(header.split(",")).stream()).map(String::strip)
                .toList();
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> hop = Network.addressOf(hops.get(i));
            if (hop.isEmpty()) {
                return client;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return Network.addressOf(address).filter(known -> networks.stream().anyMatch(network -> network.contains(known)))
                .isPresent();
    }
}
