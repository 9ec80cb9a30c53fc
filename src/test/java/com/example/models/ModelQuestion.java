package com.example.models;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import dev.holdfast.custody.client.GoogleClients;
import dev.holdfast.google.api.GoogleApi;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import okhttp3.OkHttpClient;

/** Asks a model at Vertex AI by Google's own SDK, with the access of an account. */
@Dependent
public class ModelQuestion {

    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    private static final int LONGEST_MILLIS = 60_000;
    private static final OkHttpClient NO_REDIRECTS =
            new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false).build();

    private final GoogleClients google;

    @Inject
    public ModelQuestion(GoogleClients google) {
        this.google = google;
    }

    public String ask(UUID accountId, String question) throws IOException {
        GoogleApi api = google.access(accountId, SCOPE).orThrow();
        try (Client models = client(api); ResponseStream<GenerateContentResponse> answer =
                models.models.generateContentStream("gemini-2.5-flash", question, null)) {
            StringBuilder text = new StringBuilder();
            boolean whole = false;
            for (GenerateContentResponse piece : answer) {
                text.append(Objects.requireNonNullElse(piece.text(), ""));
                whole |= piece.finishReason().knownEnum() == FinishReason.Known.STOP;
            }
            return whole ? text.toString() : "the answer broke off";
        }
    }

    private static Client client(GoogleApi api) {
        HttpOptions options = HttpOptions.builder().baseUrl(api.rootUrl("https://europe-west1-aiplatform.googleapis.com/"))
                .timeout(LONGEST_MILLIS).retryOptions(HttpRetryOptions.builder().attempts(1).build()).build();
        return Client.builder().vertexAI(true).project("our-project").location("europe-west1")
                .credentials(new Lent(api.credentials())).httpOptions(options)
                .clientOptions(ClientOptions.builder().customHttpClient(NO_REDIRECTS).build()).build();
    }

    /** The account's credentials, in the only type that the SDK takes. */
    private static final class Lent extends GoogleCredentials {

        private final transient OAuth2Credentials lent;

        Lent(OAuth2Credentials lent) {
            this.lent = lent;
        }

        @Override
        public AccessToken refreshAccessToken() throws IOException {
            return lent.refreshAccessToken();
        }
    }
}
