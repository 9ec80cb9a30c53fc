package dev.holdfast.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.files.DriveTokens;
import com.example.files.FileCount;
import com.example.files.RecentFilesResource;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClient;
import com.google.api.services.drive.Drive;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.openid.AuthorizationRequest;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.token.GrantedTokens;
import dev.holdfast.google.token.TokenAnswer;
import dev.holdfast.session.control.RefreshRotation;
import dev.holdfast.session.control.Refreshed;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The example of docs/use.md inside Liberty, in a jar of its own: resources for the caller, a bean for an account. */
@ExtendWith(ArquillianExtension.class)
@ResourceLock(RealWar.SERVER)
class GoogleClientsContainerIT {

    private static final URI EXTENSIONS = URI.create("http://localhost:28080/holdfast/api/ext/");
    private static final String EVERYTHING = "all";
    private static final String NOTHING = "none";

    @Inject FileCount files;
    @Inject DriveTokens driveTokens;
    @Inject AuthorizationRequests authorization;
    @Inject GoogleConfig config;
    @Inject Accounts accounts;
    @Inject Grants grants;
    @Inject Sessions sessions;
    @Inject RefreshRotation rotation;
    @Inject UserTransaction transaction;

    private StandInGoogle google;
    private UUID account;
    private Secret accessToken;

    @Deployment
    static WebArchive war() throws URISyntaxException {
        return RealWar.with(GoogleClientsContainerIT.class)
                .addAsLibrary(foreignJar())
                .addPackages(true, Filters.exclude(".*Test(\\$.*)?\\.class"), StandInGoogle.class.getPackage())
                .addAsResource(new File("src/test/resources/standin"), "standin")
                .addAsLibraries(libraryOf(Drive.class), libraryOf(AbstractGoogleJsonClient.class));
    }

    /** As docs/use.md says: nothing of it stands in the WAR as built, and nothing of the WAR knows it. */
    private static JavaArchive foreignJar() {
        return ShrinkWrap.create(JavaArchive.class, "recent-files.jar")
                .addPackage(RecentFilesResource.class.getPackage())
                .addAsManifestResource(new File("src/test/resources/example/beans.xml"), "beans.xml");
    }

    @BeforeEach
    void openGoogle() {
        google = StandInGoogle.start(RealWar.GOOGLE_PORT);
    }

    @AfterEach
    void closeGoogle() {
        google.close();
    }

    @Test
    void resourceWhenGrantedThenTheCallersOwnFiles() throws Exception {
        signIn(EVERYTHING);

        HttpResponse<String> answer = get("recent-files");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().matches("\\[(\"[^\"]+\",?){5}]"), answer.body());
    }

    @Test
    void resourceWhenThereIsNoCallerThenItIsNotReached() throws Exception {
        accessToken = Secret.of("nonsense");
        assertRefused(401, "access_token_invalid");
        assertRefusal(401, "access_token_invalid", answerTo(HttpRequest.newBuilder(EXTENSIONS.resolve("recent-files"))));
    }

    @Test
    void resourceWhenTheCallerLacksItsRoleThenItIsNotReached() throws Exception {
        signIn(EVERYTHING);

        assertRefusal(403, "forbidden", get("all-files"));
    }

    @Test
    void resourceWhenAScopeIsMissingThenALinkAsksTheSamePersonForIt() throws Exception {
        signIn(NOTHING);

        String body = assertRefused(403, "google_scope_missing").body();
        assertTrue(body.contains("\"missing_scopes\":[\"https://www.googleapis.com/auth/drive.readonly\"]"), body);
        assertTrue(body.contains("\"sign_in\":\"/auth/login?scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive.readonly"
                + "&return_to=/&login_hint=ada.okafor%40mail.example\""), body);
    }

    @Test
    void resourceWhenGoogleWithdrawsInTheMiddleOfACallThenTheReasonIsTold() throws Exception {
        signIn(EVERYTHING);
        google.control().revoke(People.ADA);

        assertTrue(assertRefused(401, "google_access_lost").body().contains("\"reason\":\"google_revoked\""));
    }

    @Test
    void resourceWhenGoogleHiccupsThenTheClientMayComeAgain() throws Exception {
        signIn(EVERYTHING);
        google.control().fault(StandInArea.TOKEN, FaultKind.JSON_503);
        google.control().fault(StandInArea.DRIVE, FaultKind.INVALID_TOKEN);

        assertTrue(assertRefused(503, "google_unavailable").headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void resourceWhenTheApiRefusesThenTheContractsWords() throws Exception {
        signIn(EVERYTHING);
        google.control().fault(StandInArea.DRIVE, FaultKind.INSUFFICIENT_FILE_PERMISSIONS, null, 1);
        assertRefused(403, "google_forbidden");
        google.control().fault(StandInArea.DRIVE, FaultKind.DROP, null, 1);
        assertRefused(503, "google_unavailable");
        google.control().fault(StandInArea.DRIVE, FaultKind.INVALID_TOKEN);
        google.counts().reset();
        assertRefused(502, "google_error");
        assertEquals(2, google.counts().of(StandInArea.DRIVE));
        assertEquals(1, google.counts().of(StandInArea.REFRESH));
    }

    @Test
    void beanWhenThereIsNoRequestThenTheAccountIsEnough() throws Exception {
        signIn(EVERYTHING);
        assertTrue(inBackground().endsWith(" files"));

        grants.disconnect(account);
        assertEquals("signed out: disconnected", inBackground());
    }

    @Test
    void tokensWhenTheApiHasRefusedOneThenTheNextIsAnother() throws Exception {
        signIn(EVERYTHING);
        AccessToken first = driveTokens.forRequest(account);

        assertEquals(first, driveTokens.forRequest(account));
        assertNotEquals(first.value(), driveTokens.forRepetition(account, first).value());
    }

    private String inBackground() throws Exception {
        ManagedExecutorService executor = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        return executor.submit(() -> files.count(account)).get();
    }

    private HttpResponse<String> assertRefused(int status, String code) throws Exception {
        return assertRefusal(status, code, get("recent-files"));
    }

    private static HttpResponse<String> assertRefusal(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return answerTo(HttpRequest.newBuilder(EXTENSIONS.resolve(path))
                .header("Authorization", "Bearer " + accessToken.reveal()));
    }

    private static HttpResponse<String> answerTo(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private void signIn(String consent) throws Exception {
        GrantedTokens tokens = granted(consent);
        transaction.begin();
        account = accounts.recognise(new AccountProfile(config.issuer(), UUID.randomUUID().toString(),
                People.ADA, true, "Ada", null, null)).id();
        grants.store(account, tokens);
        UUID session = sessions.start(account, new SessionOrigin("127.0.0.1", "test")).id();
        transaction.commit();
        Refreshed refreshed = rotation.refresh(new RefreshToken(session, 1, Optional.empty(), Instant.EPOCH), Optional.empty(),
                Instant.now(), Supplier::get);
        accessToken = ((Refreshed.Issued) refreshed).accessToken().token();
    }

    private GrantedTokens granted(String consent) throws Exception {
        Secret verifier = Secret.of(new CodeVerifier().getValue());
        URI uri = authorization.uri(new AuthorizationRequest("s", "n", verifier, config.scopes(), Optional.empty(),
                AuthorizationRequest.Consent.AS_NEEDED)).orElseThrow();
        String location = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(uri + "&standin_person="
                        + People.ADA + "&standin_consent=" + consent)).build(), BodyHandlers.discarding())
                .headers().firstValue("Location").orElseThrow();
        String code = URLUtils.parseParameters(URI.create(location).getRawQuery()).get("code").get(0);
        String form = "grant_type=authorization_code&code=" + encoded(code) + "&code_verifier=" + verifier.reveal()
                + "&redirect_uri=" + encoded(URLUtils.parseParameters(uri.getRawQuery()).get("redirect_uri").get(0))
                + "&client_id=" + encoded(google.clientId()) + "&client_secret=" + encoded(google.clientSecret());
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                        URI.create(google.origin() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(),
                BodyHandlers.ofString());
        return ((TokenAnswer.Granted) TokenAnswer.of(answer.statusCode(), answer.body())).tokensAt(Instant.now());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static File libraryOf(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
