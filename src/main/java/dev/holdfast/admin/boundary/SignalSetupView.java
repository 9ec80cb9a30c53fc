package dev.holdfast.admin.boundary;

import dev.holdfast.doctor.entity.SignalSetup;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The receiver of security signals; the last two members are null as long as no verification event has come. */
@JsonbNillable
@JsonbPropertyOrder({"receiving", "keyFileSet", "address", "verifiedAt", "verifiedState"})
@Schema(name = "SignalSetup")
public record SignalSetupView(
        @Schema(description = "Whether signals are switched on", examples = "true") boolean receiving,
        @Schema(description = "Whether a file for the service account's key is set", examples = "true")
        @JsonbProperty("key_file_set") boolean keyFileSet,
        @Schema(description = "Where Google has to deliver", examples = "https://app.example.org/signals/google") String address,
        @Schema(nullable = true) @JsonbProperty(value = "verified_at", nillable = true) @Nullable Instant verifiedAt,
        @Schema(description = "The text that came back; null also if it was unusable", nullable = true,
                examples = "holdfast-Zk3vT0aXq9Lb")
        @JsonbProperty(value = "verified_state", nillable = true) @Nullable String verifiedState) {

    static SignalSetupView of(SignalSetup setup) {
        return new SignalSetupView(setup.receiving(), setup.keyFileSet(), setup.address(),
                setup.verification().map(SignalSetup.Verification::at).orElse(null),
                setup.verification().flatMap(SignalSetup.Verification::state).orElse(null));
    }
}
