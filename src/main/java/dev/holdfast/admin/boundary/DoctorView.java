package dev.holdfast.admin.boundary;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.settings.entity.ProductVersion;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The findings of a check-up on the server that answered; {@code cure} is empty if all is well. */
@JsonbPropertyOrder({"checkedAt", "version", "findings"})
public record DoctorView(
        @JsonbProperty("checked_at") Instant checkedAt,
        @Schema(description = "The version of Holdfast that answered", examples = "1.0.0") String version,
        List<Item> findings) {

    static DoctorView of(Instant checkedAt, List<Finding> findings) {
        return new DoctorView(checkedAt, ProductVersion.current(), findings.stream().map(Item::of).toList());
    }

    /** {@code verdict} is {@code fine}, {@code unknown}, {@code warning} or {@code trouble}. */
    @JsonbPropertyOrder({"check", "verdict", "outcome", "values", "detail", "cure"})
    @Schema(name = "DoctorFinding")
    public record Item(
            @Schema(examples = "database_clock") String check,
            @Schema(examples = "fine") String verdict,
            @Schema(description = "A stable name for what was found, for words of your own", examples = "ahead") String outcome,
            @Schema(description = "What belongs into those words", examples = "{\"millis\": \"3\"}") Map<String, String> values,
            @Schema(examples = "The database's clock is 3 ms ahead of this server's") String detail,
            @Schema(examples = "") String cure) {

        static Item of(Finding finding) {
            return new Item(finding.check(), finding.verdict().code(), finding.outcome(), finding.values(),
                    finding.detail(), finding.cure());
        }
    }
}
