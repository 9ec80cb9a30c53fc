package dev.holdfast.custody.client;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.api.GoogleApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Clients and credentials for any Google API, for any bean or resource. Their token is never stale and belongs to the
 * signed-in caller or to a given account. A refusal is a value before the first call, and one typed exception during a call.
 *
 * <p>In a resource, for the caller; a refusal may pass to the client, which is told as the contract says:
 *
 * <pre>{@code
 * @Inject GoogleClients google;
 * @Inject JsonWebToken caller;
 *
 * @GET
 * public List<String> recent() throws IOException {
 *     GoogleApi api = google.access(caller, DriveScopes.DRIVE_READONLY).orThrow();
 *     Drive drive = new Drive.Builder(api.transport(), api.json(), api.initializer())
 *             .setRootUrl(api.rootUrl(Drive.DEFAULT_ROOT_URL)).setApplicationName("Holdfast").build();
 *     return drive.files().list().setOrderBy("modifiedTime desc").setPageSize(5).setFields("files(name)")
 *             .execute().getFiles().stream().map(File::getName).toList();
 * }
 * }</pre>
 *
 * <p>In the background, for an account, with every refusal as a value:
 *
 * <pre>{@code
 * @Inject GoogleClients google;
 *
 * public String count(UUID accountId) {
 *     GoogleAccess access = google.access(accountId, DriveScopes.DRIVE_READONLY);
 *     if (access instanceof GoogleAccess.Granted granted) {
 *         return countWith(granted.api());
 *     }
 *     return told(((GoogleAccess.Refused) access).why());
 * }
 *
 * private static String told(Acquired why) {
 *     if (why instanceof Acquired.ScopeMissing scope) {
 *         return "ask for " + scope.missing();
 *     }
 *     if (why instanceof Acquired.Lost lost) {
 *         return "signed out: " + lost.code();
 *     }
 *     return "again in " + ((Acquired.Unavailable) why).retryAfter().toSeconds() + " s";
 * }
 *
 * private static String countWith(GoogleApi api) {
 *     try {
 *         Drive drive = new Drive.Builder(api.transport(), api.json(), api.initializer())
 *                 .setRootUrl(api.rootUrl(Drive.DEFAULT_ROOT_URL)).setApplicationName("Holdfast").build();
 *         return drive.files().list().setFields("files(id)").execute().getFiles().size() + " files";
 *     } catch (GoogleAccessRefused refused) {
 *         return told(refused.why());
 *     } catch (IOException trouble) {
 *         return "again later";
 *     }
 * }
 * }</pre>
 *
 * <p>Both may wait up to twenty seconds: never call them inside a transaction.
 */
@ApplicationScoped
public class GoogleClients {

    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private GoogleTokenManager tokens;
    private GoogleApis apis;
    private GoogleConfig config;

    protected GoogleClients() {}

    @Inject
    public GoogleClients(GoogleTokenManager tokens, GoogleApis apis, GoogleConfig config) {
        this.tokens = tokens;
        this.apis = apis;
        this.config = config;
    }

    /** Gives access for the signed-in caller; throws {@link IllegalArgumentException} without one: protect the resource. */
    public GoogleAccess access(JsonWebToken caller, String... scopes) {
        if (caller.getSubject() == null) {
            throw new IllegalArgumentException("nobody is signed in");
        }
        return access(UUID.fromString(caller.getSubject()), scopes);
    }

    /** Gives access for an account, even outside a request. All of the scopes must be granted; the list may be empty. */
    public GoogleAccess access(UUID accountId, String... scopes) {
        AccountTokens account = new AccountTokens(tokens, accountId, Scopes.normalise(List.of(scopes)));
        Acquired acquired = tokens.acquire(accountId, account.scopes());
        if (acquired instanceof Acquired.ScopeMissing missing) {
            missing.missing().forEach(this::reportIfNobodyCanBeAsked);
        }
        return acquired instanceof Acquired.Fresh
                ? new GoogleAccess.Granted(apis.calledWith(accountId, account)) : new GoogleAccess.Refused(acquired);
    }

    private void reportIfNobodyCanBeAsked(String scope) {
        if (!Scopes.normalise(config.askableScopes()).contains(scope) && reported.add(scope)) {
            CustodyLog.scopeNotAskable(scope);
        }
    }
}
