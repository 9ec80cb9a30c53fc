package dev.holdfast.gateway.control;

import dev.holdfast.account.control.AuditLine;
import dev.holdfast.account.control.Requester;
import dev.holdfast.gateway.entity.AllowRule;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines of this room. They name APIs and rules of the operator's, never an address or a text of a request. */
public final class GatewayLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.gateway");
    private static final Logger AUDIT = Logger.getLogger("dev.holdfast.audit");

    private GatewayLog() {}

    static void called(UUID accountId, String api, String method, AllowRule rule, String end, Requester requester) {
        AUDIT.log(Level.INFO, "HF0571 {0}", line(accountId, api, method, rule, end, requester));
    }

    static String line(UUID accountId, String api, String method, AllowRule rule, String end, Requester requester) {
        return AuditLine.of("google_api_called").plain("account", accountId).plain("api", api).plain("method", method)
                .quoted("rule", rule.paths()).plain("end", end).quoted("address", requester.address())
                .quoted("user_agent", requester.userAgent()).toString();
    }

    /** An answer that broke while it was passed on, on Google's side. */
    public static void answerBroken(String api) {
        LOG.log(Level.INFO, "HF0572 An answer of the API {0} broke on its way through the gateway", api);
    }

    /** The connection to a client could not be broken off on this kind of server. */
    public static void notBrokenOff(String why) {
        LOG.log(Level.WARNING, "HF0573 A broken answer may look complete to its client, as this server offers no way to break"
                + " its connection: {0}", why);
    }

    /** An API that is configured. */
    public static void open(String api, int rules) {
        LOG.log(Level.INFO, "HF0574 The gateway opens the API {0}: {1,number,integer} rules", new Object[] {api, rules});
    }
}
